"""One question that people ask about a topic, and its answer (`sporsmal` in the topic's file)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.content.source import Source
from bot.settings import MALFORMER, Malform

Text = dict[Malform, str]
_YES_OR_NO = re.compile(r"(?:ja|nei)\b", re.IGNORECASE)


@dataclass(frozen=True)
class ForYou:
    """One sentence more for somebody of whom something is known.

    Attributes:
        ages: the youngest and the oldest it holds for, in years, both included; None for every age.
        other: it is for those who ask for somebody else.
        text: the sentence.
    """

    ages: tuple[int, int] | None
    other: bool
    text: Text

    def fits(self, age: int | None, other: bool) -> bool:
        """Whether it holds for somebody of this age (None: not told) who asks for themselves or for somebody else."""
        if self.ages is not None and (age is None or not self.ages[0] <= age <= self.ages[1]):
            return False
        return self.other == other


@dataclass(frozen=True)
class Passage:
    """A question and its answer; figures are still references.

    Attributes:
        id: unique within its topic.
        question: as somebody would ask it.
        answer: the answer, its first words first.
        for_you: sentences for some readers; the first that fits is said.
        sources: where the answer is known from, with the words it rests on.
        ages: the youngest and the oldest it is suggested to, in years, both included; None for every age.
        whose: `annen` for a question that only who asks for somebody else would ask, `selv` for one that only the person themselves would.
    """

    id: str
    question: Text
    answer: Text
    for_you: tuple[ForYou, ...]
    sources: tuple[Source, ...]
    ages: tuple[int, int] | None = None
    whose: str | None = None

    def suits(self, age: int | None, other: bool) -> bool:
        """Whether it is worth suggesting to somebody of this age (None: not told) who asks for themselves or for somebody else."""
        if self.ages is not None and age is not None and not self.ages[0] <= age <= self.ages[1]:
            return False
        return self.whose is None or (self.whose == "annen") == other

    @property
    def says_yes_or_no(self) -> bool:
        """Whether the answer is a plain «Ja» or «Nei»: to another question it misleads."""
        return bool(_YES_OR_NO.match(self.answer["nb"]))

    def wordings(self) -> Iterator[tuple[tuple[str | int, ...], Text]]:
        """Every text a reader may see, in all its languages, with its key path below the passage."""
        yield ("spor",), self.question
        yield ("svar",), self.answer
        for index, for_you in enumerate(self.for_you):
            yield ("for_deg", index), for_you.text

    def sentence_for(self, age: int | None, other: bool) -> Text | None:
        """The sentence for somebody of this age (years; None: not told), asking for themselves or not; None for none."""
        return next((for_you.text for for_you in self.for_you if for_you.fits(age, other)), None)


def passage_from(raw: Mapping[str, Any]) -> Passage:
    """The passage in a value that follows the schema.

    Raises:
        ValueError: a source's date stands in quotes.
    """
    when = raw.get("naar") or {}
    return Passage(
        raw["id"],
        _clean(raw["spor"]),
        _clean(raw["svar"]),
        tuple(_for_you(item) for item in raw.get("for_deg") or ()),
        tuple(Source.from_yaml(source) for source in raw["kilder"]),
        tuple(when["alder"]) if "alder" in when else None,
        when.get("for"),
    )


def _for_you(raw: Mapping[str, Any]) -> ForYou:
    when = raw["naar"]
    return ForYou((when["alder"][0], when["alder"][1]) if "alder" in when else None, when.get("for") == "annen", _clean(raw))


def _clean(texts: Mapping[str, Any]) -> Text:
    return {language: " ".join(texts[language].split()) for language in MALFORMER if language in texts}
