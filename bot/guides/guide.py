"""A guide: what follows from the facts, and which question can still change it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import product
from typing import Any

from bot.guides.answer import Answer, Because, FactError, Outcome, Question
from bot.guides.model import Advice, Fact, Otherwise, OutcomeText, Rule, Text, Value
from bot.guides.reasoning import Conditions, can_matter, state_of


@dataclass(frozen=True, eq=False)
class Guide:
    """One decision table."""

    id: str
    title: Text
    button: Text
    """What starts it."""
    topic: str
    """What the conversation is about while it asks."""
    service: str
    """Whom to contact when its outcome names nobody."""
    offered_after: tuple[str, ...]
    """Topics after whose answer it is offered."""
    facts: Mapping[str, Fact]
    outcomes: Mapping[str, OutcomeText]
    rules: tuple[Rule, ...]
    advice: tuple[Advice, ...]
    otherwise: tuple[Otherwise, ...]

    # --- facts ------------------------------------------------------------------------------------

    def check_fact(self, name: str, value: Any) -> Value:
        """The value as the table knows it.

        Raises:
            FactError: no such fact, or not a value of it.
        """
        fact = self.facts.get(name)
        if fact is None:
            raise FactError(f"Guiden kjenner ikke «{name}».", f"Guiden kjenner ikkje «{name}».", f"The guide does not know “{name}”.")
        if fact.kind == "choice":
            if isinstance(value, str) and value in fact.options:
                return value
            allowed = ", ".join(fact.options)
            raise FactError(
                f"«{name}» må være en av: {allowed}.",
                f"«{name}» må vere ein av: {allowed}.",
                f"“{name}” must be one of: {allowed}.",
            )
        number = _whole(value)
        if number is None or not fact.low <= number <= fact.high:
            raise FactError(
                f"«{name}» må være et helt tall fra {fact.low} til {fact.high}.",
                f"«{name}» må vere eit heilt tal frå {fact.low} til {fact.high}.",
                f"“{name}” must be a whole number from {fact.low} to {fact.high}.",
            )
        return number

    def accepts(self, name: str, value: Any) -> bool:
        """Whether a fact can have a value."""
        try:
            self.check_fact(name, value)
        except FactError:
            return False
        return True

    def describe(self, fact: str, value: Value, malform: str) -> str:
        """A fact told back to the person: «født i 2004»."""
        known = self.facts[fact]
        shown = known.options[str(value)][malform] if known.kind == "choice" else str(value)
        return known.label[malform].format(_inside_sentence(shown))

    # --- reasoning -----------------------------------------------------------------------------------

    def evaluate(self, facts: Mapping[str, Any], on: date) -> Answer:
        """What follows from some facts on a date.

        Args:
            facts: values by fact; the order does not matter.
            on: the date whose rules apply.

        Raises:
            FactError: a fact or value the table does not know.
        """
        known = {name: self.check_fact(name, value) for name, value in facts.items()}
        missing = tuple(name for name in self.facts if name not in known and self._can_matter(name, known, on))
        ranked = self._winning_rules(known, on)
        outcomes = [self._outcome(rule.outcome, rule.reason) for rule in ranked]
        because = [Because(c.fact, known[c.fact], rule.outcome, rule.source) for rule in ranked for c in rule.conditions]
        said = [item for item in self.advice if on in item.period and state_of(item.conditions, known, on)]
        if not outcomes and not missing and not any(item.unsure for item in said):
            for item in self.otherwise:
                if on in item.period:
                    outcomes = [self._outcome(item.outcome, item.reason)]
                    because = [Because(name, value, item.outcome, item.source) for name, value in known.items()]
        advice = {code: "\n".join(item.text[code] for item in said) for code in ("nb", "nn", "en")} if said else None
        question = self._question(self._most_decisive(missing, known, on), on) if missing else None
        return Answer(tuple(outcomes), tuple(dict.fromkeys(because)), missing, question, advice)

    @lru_cache(maxsize=512)
    def values(self, name: str, on: date) -> tuple[Value, ...]:
        """Values that stand for all values of a fact: its options, or numbers on both sides of every bound."""
        fact = self.facts[name]
        if fact.kind == "choice":
            return tuple(fact.options)
        points = {fact.low, fact.high}
        for conditions in self._conditions(on):
            for condition in conditions:
                if condition.fact == name:
                    points |= condition.borders(on)
        return tuple(sorted(point for point in points if fact.low <= point <= fact.high))

    @lru_cache(maxsize=64)
    def claims(self, on: date) -> Mapping[str, tuple[Rule, ...]]:
        """The rules in force for each outcome, the strongest first."""
        in_force = sorted((rule for rule in self.rules if on in rule.period), key=lambda rule: -rule.weight)
        return {outcome: tuple(rule for rule in in_force if rule.outcome == outcome) for outcome in self.outcomes}

    def _conditions(self, on: date) -> list[Conditions]:
        rules = [rule.conditions for claim in self.claims(on).values() for rule in claim]
        return rules + [item.conditions for item in self.advice if on in item.period]

    @lru_cache(maxsize=64)
    def _open_claims(self, on: date) -> tuple[tuple[Conditions, ...], ...]:
        """Everything whose change is a change of the answer: each outcome, and each thing that makes it unsure."""
        claims = [tuple(rule.conditions for rule in claim) for claim in self.claims(on).values()]
        return (*claims, *((item.conditions,) for item in self.advice if item.unsure and on in item.period))

    def _can_matter(self, name: str, known: Mapping[str, Value], on: date) -> bool:
        return any(can_matter(name, claim, known, lambda fact: self.values(fact, on), on) for claim in self._open_claims(on))

    def _winning_rules(self, known: Mapping[str, Value], on: date) -> list[Rule]:
        winning = [next((rule for rule in claim if state_of(rule.conditions, known, on)), None) for claim in self.claims(on).values()]
        return sorted((rule for rule in winning if rule), key=lambda rule: -rule.weight)

    def _most_decisive(self, missing: tuple[str, ...], known: Mapping[str, Value], on: date) -> str:
        """The fact after which, on average over its values, the fewest rules are left undecided."""
        undecided = [conditions for conditions in self._conditions(on) if state_of(conditions, known, on) is None]

        def left(name: str) -> float:
            values = self.values(name, on)
            return sum(state_of(conditions, {**known, name: value}, on) is None for value in values for conditions in undecided) / len(
                values
            )

        return min(missing, key=lambda name: (left(name), list(self.facts).index(name)))

    def _question(self, name: str, on: date) -> Question:
        fact = self.facts[name]
        options: tuple[tuple[Value, Text], ...] = tuple(fact.options.items())
        if fact.kind == "number":  # as far as the rules look, and no further: 0, 1, 2, 3, 4, 5+
            top = max(value for value in self.values(name, on) if isinstance(value, int) and value < fact.high)
            shown = {number: f"{number}+" if number == top else str(number) for number in range(fact.low, top + 1)}
            options = tuple((number, dict.fromkeys(("nb", "nn", "en"), text)) for number, text in shown.items())
        return Question(name, fact.kind, fact.question, fact.why, options)

    def _outcome(self, outcome: str, reason: Text) -> Outcome:
        text = self.outcomes[outcome]
        return Outcome(outcome, text.title, reason, text.topic)


def complete_fact_sets(guide: Guide, on: date) -> Iterator[dict[str, Value]]:
    """Every combination of values that stand for all values; for statistics and tests."""
    names = list(guide.facts)
    for combination in product(*(guide.values(name, on) for name in names)):
        yield dict(zip(names, combination, strict=True))


def _whole(value: Any) -> int | None:
    if isinstance(value, bool) or not isinstance(value, (int, str)):
        return None
    try:
        return int(value)
    except ValueError:
        return None


def _inside_sentence(text: str) -> str:
    """«Jeg har …» → «jeg har …»; «I live …» and «OT» stay as they are."""
    first = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if first[1:].islower() else text
