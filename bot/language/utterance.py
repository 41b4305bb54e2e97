"""One message, made comparable once: every reader of language takes an `Utterance`, and none makes its own forms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from bot.language.normalise import fold, standard_words, tidy

_INQUIRY = re.compile(
    r"\b(?:hva|kva|ka|hvem|kven|kem|hvor\w*|kor\w*|koss\w*|åssen|når (?:er|må|kan|skal|blir|får|kommer|begynner|byrjar|starter|søker)|hvilke\w*|kva for|lurer|lure|spør\w*|spurte|går det an|vet noen|hjelp meg|trenger|ønsker|"
    r"what|who|how|where|when (?:do|does|is|can|will|must)|which|why|wonder\w*|asking|is there|"
    r"(?:kan|får|må|skal|har|kunne|burde|bør|mister|vil|blir|tør|slipper|finnes|fins|finst|er) (?:jeg|eg|æ|e|man|vi|du|dere|dokker|de|det|den|han|hun|ho|noen|nokon|en|ein)|"
    r"(?:can|do|does|should|could|may|must|will|am|are|is) (?:i|you|we|it|they|he|she|there|someone))\b"
)
"""What asks, whatever the punctuation."""


@dataclass(frozen=True)
class Utterance:
    """A message in the forms it is compared in (bot/language/normalise.py); each is made when first asked for, and kept.

    Attributes:
        text: the message as it came, already masked.
    """

    text: str

    @cached_property
    def tidy(self) -> str:
        """One form of each letter, one space, no runs of the same letter."""
        return tidy(self.text)

    @cached_property
    def lower(self) -> str:
        """`tidy` in lower case: punctuation is kept, and tells."""
        return self.tidy.lower()

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words in standard bokmål where the table of forms knows them."""
        return tuple(standard_words(self.lower))

    @cached_property
    def asks(self) -> bool:
        """A question mark stands in it."""
        return "?" in self.text

    @cached_property
    def inquires(self) -> bool:
        """Something is asked: a question mark, a question word, or a verb before its subject («kan jeg», «er det»)."""
        return self.asks or bool(_INQUIRY.search(f"{self.lower} · {self.plain}"))

    @cached_property
    def plain(self) -> str:
        """`words` without the question mark."""
        return " ".join(self.words)

    @cached_property
    def standard(self) -> str:
        """`words` as one string; a question mark is kept at the end."""
        return self.plain + (" ?" if self.asks else "")

    @cached_property
    def folded(self) -> str:
        """`standard` without æøå, accents and doubled vowels."""
        return fold(self.standard)
