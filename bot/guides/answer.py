"""What a guide says: the outcomes, why, and what it would still ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.guides.model import Kind, Source, Text, Value


class FactError(ValueError):
    """A fact that does not exist or a value it cannot have; `message` says so in every language."""

    def __init__(self, nb: str, nn: str, en: str) -> None:
        super().__init__(nb)
        self.message: Text = {"nb": nb, "nn": nn, "en": en}


@dataclass(frozen=True)
class Question:
    """The next question: its fact, text, why it is asked, and values to choose among (none for a year)."""

    fact: str
    kind: Kind
    text: Text
    why: Text
    options: tuple[tuple[Value, Text], ...]


@dataclass(frozen=True)
class Outcome:
    """Something that follows from the facts."""

    id: str
    title: Text
    reason: Text
    topic: str


@dataclass(frozen=True)
class Because:
    """One fact that an outcome rests on, and the source of the rule."""

    fact: str
    value: Value
    rule: str
    source: Source


@dataclass(frozen=True)
class Answer:
    """What follows from the facts so far.

    Attributes:
        outcomes: certain outcomes, the best first.
        missing: unknown facts that can still change the outcomes.
        next_question: the most decisive of them; None when nothing can change the outcomes any more.
        advice: what to say beside them.
    """

    outcomes: tuple[Outcome, ...]
    because: tuple[Because, ...]
    missing: tuple[str, ...]
    next_question: Question | None
    advice: Text | None

    @property
    def done(self) -> bool:
        """Nothing unknown can change the outcomes."""
        return self.next_question is None

    def as_json(self) -> dict[str, Any]:
        """The answer for the command line and the web."""
        question = self.next_question
        return {
            "outcomes": [outcome.id for outcome in self.outcomes],
            "because": [
                {"fact": item.fact, "value": item.value, "rule": item.rule, "source": item.source.title, "url": item.source.url}
                for item in self.because
            ],
            "missing": list(self.missing),
            "next_question": None
            if question is None
            else {
                "fact": question.fact,
                "kind": question.kind,
                "text": dict(question.text),
                "why": dict(question.why),
                "options": [{"value": value, "title": dict(label)} for value, label in question.options],
            },
            "advice": dict(self.advice) if self.advice else None,
            "done": self.done,
        }
