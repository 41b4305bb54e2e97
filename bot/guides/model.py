"""The parts of a decision table, as they are read from data/guides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from bot.language.normalise import standard

Text = Mapping[str, str]
"""A text in `nb`, `nn` and `en`."""

Value = str | int
Kind = Literal["choice", "year", "number"]
UNSURE_VALUES = ("usikker", "vet_ikke")
"""Options that say «I don't know»."""

SCHOOL_YEAR_STARTS = (8, 1)
"""A school year begins on 1 August (opplæringslova § 4-2, for vgo § 6-1)."""


@dataclass(frozen=True)
class Source:
    """Where a rule is known from."""

    title: str
    url: str | None
    checked: date


@dataclass(frozen=True)
class Fact:
    """Something a guide may ask: a choice, a year of birth, or a whole number."""

    id: str
    kind: Kind
    question: Text
    why: Text
    label: Text
    """The fact as it is told back: «født i {0}»."""
    options: Mapping[str, Text]
    low: int = 0
    high: int = 0
    line: int = 1

    @cached_property
    def _names(self) -> dict[str, str]:
        bare = {standard(value): value for value in self.options if value not in ("ja", "nei", *UNSURE_VALUES)}
        return bare | {standard(text): value for value, label in reversed(list(self.options.items())) for text in label.values()}

    def named(self, plain: str) -> str | None:
        """The option that a text names word for word, in the standard form (bot/language/normalise.py); else None."""
        return self._names.get(plain)

    def means_the_same(self, other: Fact) -> bool:
        """Whether an answer to the one is an answer to the other."""
        return (self.kind, tuple(self.options), self.low, self.high) == (other.kind, tuple(other.options), other.low, other.high)


@dataclass(frozen=True)
class Condition:
    """One condition of a rule: a fact is one of some values, or a number lies between bounds.

    Attributes:
        fact: the fact it looks at.
        measure: `value` is the fact itself; `age` the age reached in the calendar year; `school_age`
            the age reached in the calendar year in which the current school year began.
    """

    fact: str
    measure: Literal["value", "age", "school_age"] = "value"
    values: frozenset[Value] = frozenset()
    low: int | None = None
    high: int | None = None

    def holds(self, value: Value, on: date) -> bool:
        """Whether the condition holds for a value of its fact on a date."""
        if self.low is None and self.high is None:
            return value in self.values
        if not isinstance(value, int):
            return False
        number = value if self.measure == "value" else self._year(on) - value
        return (self.low is None or number >= self.low) and (self.high is None or number <= self.high)

    def borders(self, on: date) -> set[int]:
        """The values of the fact on both sides of each bound, so that a few values stand for all."""
        bounds = [n for low in (self.low,) if low is not None for n in (low - 1, low)]
        bounds += [n for high in (self.high,) if high is not None for n in (high, high + 1)]
        return set(bounds) if self.measure == "value" else {self._year(on) - age for age in bounds}

    def _year(self, on: date) -> int:
        return on.year if self.measure == "age" else school_year(on)


@dataclass(frozen=True)
class Period:
    """The days on which something is in force, both included; open where None."""

    start: date | None = None
    end: date | None = None

    def __contains__(self, on: date) -> bool:
        return (self.start is None or self.start <= on) and (self.end is None or on <= self.end)


@dataclass(frozen=True)
class Rule:
    """When all conditions hold within its period, its outcome follows."""

    outcome: str
    conditions: tuple[Condition, ...]
    source: Source
    reason: Text
    weight: int
    period: Period
    line: int


@dataclass(frozen=True)
class OutcomeText:
    """What an outcome is called, and the topic that explains it."""

    id: str
    title: Text
    topic: str
    line: int


@dataclass(frozen=True)
class Advice:
    """What to say beside the outcomes when its conditions hold; with none, always."""

    conditions: tuple[Condition, ...]
    text: Text
    unsure: bool
    """True when the facts do not allow a sure answer: no «no right» follows from them."""
    period: Period


@dataclass(frozen=True)
class Otherwise:
    """The outcome that follows when no rule holds and nothing is unsure."""

    outcome: str
    reason: Text
    source: Source
    period: Period
    line: int


def school_year(on: date) -> int:
    """The calendar year in which the school year of a date began."""
    return on.year if (on.month, on.day) >= SCHOOL_YEAR_STARTS else on.year - 1
