"""Hard words that answers use, each with an explanation the reader can open (data/content/glossary.yml)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.content.schema import read_checked
from bot.content.topic import Text
from bot.settings import MALFORMER, Malform
from bot.yaml_lines import YamlDocument


@dataclass(frozen=True, eq=False)
class Word:
    """One word: its forms in each language (the plain form first) and what it means."""

    id: str
    forms: Mapping[Malform, tuple[str, ...]]
    """English has at least the bokmål forms: the names of schemes are kept."""
    explanation: Text
    topic: str | None
    """The topic that says more; its own answers do not repeat the explanation."""

    def name(self, malform: Malform) -> str:
        """The word as a dictionary lists it."""
        return self.forms[malform][0]


@dataclass(frozen=True)
class Explained:
    """A word that stands in a text, in the text's language."""

    word: str
    text: str
    topic: str | None
    forms: tuple[str, ...] = field(default=(), compare=False)
    """The word as it stands in that text, each form once: where a reader may press it."""

    def as_json(self) -> dict[str, str | list[str] | None]:
        """The word as the chat API gives it."""
        return {"word": self.word, "text": self.text, "topic": self.topic, "forms": list(self.forms)}


def _any_of(forms: Iterable[str]) -> re.Pattern[str]:
    """Finds any of the forms as a whole word; an abbreviation only in capitals, so that “it” is no «IT»."""
    longest_first = sorted(forms, key=len, reverse=True)
    spelled = [re.escape(form) if form.isupper() else f"(?i:{re.escape(form)})" for form in longest_first]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(spelled)})(?![\w-])" if spelled else r"(?!)")


class Glossary:
    """The words, found in texts by any of their forms."""

    def __init__(self, words: Mapping[str, Word], common: frozenset[str], document: YamlDocument | None = None) -> None:
        self._words = dict(words)
        self.common = common
        """Long words and abbreviations (in small letters) that need no explanation."""
        self.document = document
        self._by_form: dict[Malform, dict[str, Word]] = {
            malform: {form.lower(): word for word in words.values() for form in word.forms[malform]} for malform in MALFORMER
        }
        self._pattern = {malform: _any_of(form for word in words.values() for form in word.forms[malform]) for malform in MALFORMER}

    def __iter__(self) -> Iterator[Word]:
        return iter(self._words.values())

    def __len__(self) -> int:
        return len(self._words)

    def find(self, text: str, malform: Malform) -> tuple[Word, ...]:
        """The words that stand in a text, in the order it first uses them."""
        return tuple(self._standing(text, malform))

    def without(self, text: str, malform: Malform) -> str:
        """The text with every word of the glossary taken out."""
        return self._pattern[malform].sub(" ", text)

    def explain(self, text: str, malform: Malform, topic: str | None = None) -> tuple[Explained, ...]:
        """What a text needs explained, in the order it first uses the words.

        Args:
            topic: the topic the text belongs to; it explains its own word itself.
        """
        return tuple(
            Explained(word.name(malform), word.explanation[malform], word.topic, tuple(forms))
            for word, forms in self._standing(text, malform).items()
            if topic is None or word.topic != topic
        )

    def _standing(self, text: str, malform: Malform) -> dict[Word, dict[str, None]]:
        """The words that stand in a text, each with its forms there, both in the order they are first used."""
        standing: dict[Word, dict[str, None]] = {}
        for match in self._pattern[malform].finditer(text):
            standing.setdefault(self._by_form[malform][match.group(0).lower()], {})[match.group(0)] = None
        return standing


EMPTY = Glossary({}, frozenset())


def load_glossary(path: Path) -> Glossary:
    """Read `glossary.yml`.

    Raises:
        ContentError: `file:line: reason` for the first thing that breaks its schema.
    """
    document = read_checked(path, "glossary.schema.json")
    words = {}
    for id_, raw in document.value["ord"].items():
        forms: dict[Malform, tuple[str, ...]] = {"nb": tuple(raw["former"]["nb"]), "nn": tuple(raw["former"]["nn"])}
        forms["en"] = tuple(dict.fromkeys((*raw["former"].get("en", ()), *forms["nb"])))
        explanation: Text = {malform: " ".join(raw["forklaring"][malform].split()) for malform in MALFORMER}
        words[id_] = Word(id_, forms, explanation, raw.get("tema"))
    return Glossary(words, frozenset(word.lower() for word in document.value["vanlige"]), document)
