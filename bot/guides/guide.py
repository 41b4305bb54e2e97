"""The engine: what follows from the facts, and which question can still change it.

A guide gives a set of outcomes. An outcome follows when one of its rules holds, so a fact can change
the set only if it can change some outcome's rules; each outcome is looked at alone, over the few facts
its undecided rules name. That keeps «can this still matter?» exact and fast.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import product
from typing import Any

from bot.guides import reading
from bot.guides.model import Advice, Condition, Fact, OutcomeText, Rule, Source, Text, Value


class FactError(ValueError):
    """A fact that does not exist or a value it cannot have; `message` says so in nb and nn."""

    def __init__(self, nb: str, nn: str) -> None:
        super().__init__(nb)
        self.message: Text = {"nb": nb, "nn": nn}


@dataclass(frozen=True)
class Question:
    """The next question: its fact, text, why it is asked, and its options (none for a year or number)."""

    fact: str
    kind: str
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


@dataclass(frozen=True)
class Guide:
    """One decision table. `otherwise` is the outcome that follows when no other does and nothing is unsure."""

    id: str
    title: Text
    facts: Mapping[str, Fact]
    outcomes: Mapping[str, OutcomeText]
    rules: tuple[Rule, ...]
    advice: tuple[Advice, ...]
    otherwise: str | None
    otherwise_reason: Text | None
    otherwise_source: Source | None

    # --- facts ------------------------------------------------------------------------------------

    def check_fact(self, name: str, value: Any) -> Value:
        """The value as the table knows it.

        Raises:
            FactError: no such fact, or not a value of it.
        """
        fact = self.facts.get(name)
        if fact is None:
            raise FactError(f"Guiden kjenner ikke «{name}».", f"Guiden kjenner ikkje «{name}».")
        if fact.kind == "choice":
            if isinstance(value, str) and value in fact.options:
                return value
            allowed = ", ".join(fact.options)
            raise FactError(f"«{name}» må være en av: {allowed}.", f"«{name}» må vere ein av: {allowed}.")
        try:
            number = int(value) if isinstance(value, (int, str)) and not isinstance(value, bool) else None
        except ValueError:
            number = None
        if number is None or not fact.low <= number <= fact.high:
            raise FactError(
                f"«{name}» må være et helt tall fra {fact.low} til {fact.high}.",
                f"«{name}» må vere eit heilt tal frå {fact.low} til {fact.high}.",
            )
        return number

    def describe(self, fact: str, value: Value, malform: str) -> str:
        """A fact told back to the person: «født i 2004»."""
        known = self.facts[fact]
        shown = known.options[str(value)][malform] if known.kind == "choice" else str(value)
        return known.label[malform].format(shown[:1].lower() + shown[1:])

    def read_answer(self, fact: str, text: str, on: date) -> Value | None:
        """The answer that free text gives to the question about a fact, or None."""
        return reading.read_answer(self.facts[fact], text, on) if fact in self.facts else None

    def read_facts(self, text: str, on: date) -> dict[str, Value]:
        """The facts that a message tells for certain."""
        return {name: value for name, value in reading.read_facts(text, on).items() if self._accepts(name, value)}

    def _accepts(self, name: str, value: Value) -> bool:
        try:
            self.check_fact(name, value)
        except FactError:
            return False
        return True

    # --- reasoning -----------------------------------------------------------------------------------

    def evaluate(self, facts: Mapping[str, Value], on: date) -> Answer:
        """What follows from some facts on a date.

        Args:
            facts: checked values by fact; the order does not matter.
            on: the date whose rules apply.

        Raises:
            FactError: a fact or value the table does not know.
        """
        known = {name: self.check_fact(name, value) for name, value in facts.items()}
        rules = [rule for rule in self.rules if rule.in_force(on)]
        missing = tuple(name for name in self.facts if name not in known and self._matters(name, known, rules, on))
        holding = [rule for rule in rules if state_of(rule.conditions, known, on) is True]
        best: dict[str, Rule] = {}
        for rule in holding:
            if rule.outcome not in best or rule.weight > best[rule.outcome].weight:
                best[rule.outcome] = rule
        order = list(self.outcomes)
        ranked = sorted(best.values(), key=lambda rule: (-rule.weight, order.index(rule.outcome)))
        outcomes = [self._outcome(rule.outcome, rule.reason) for rule in ranked]
        because = [
            Because(c.fact, known[c.fact], rule.outcome, rule.source)
            for rule in ranked
            for c in rule.conditions
            if c.fact in known
        ]
        said = [item for item in self.advice if state_of(item.conditions, known, on) is True]
        unsure = any(item.unsure for item in said)
        if not outcomes and not missing and not unsure and self.otherwise:
            assert self.otherwise_reason is not None
            assert self.otherwise_source is not None
            outcomes = [self._outcome(self.otherwise, self.otherwise_reason)]
            because = [Because(name, value, self.otherwise, self.otherwise_source) for name, value in known.items()]
        advice = {code: " ".join(item.text[code] for item in said) for code in ("nb", "nn", "en")} if said else None
        question = self._question(self._most_decisive(missing, known, rules, on)) if missing else None
        return Answer(tuple(outcomes), tuple(dict.fromkeys(because)), missing, question, advice)

    def values(self, name: str, on: date) -> tuple[Value, ...]:
        """Values that stand for all values of a fact: its options, or one number on each side of every threshold."""
        fact = self.facts[name]
        if fact.kind == "choice":
            return tuple(fact.options)
        return self._representatives(name, on)

    @lru_cache(maxsize=256)
    def _representatives(self, name: str, on: date) -> tuple[Value, ...]:
        fact = self.facts[name]
        points = {fact.low, fact.high}
        for conditions in [rule.conditions for rule in self.rules if rule.in_force(on)] + [a.conditions for a in self.advice]:
            for condition in conditions:
                if condition.fact == name:
                    points |= condition.thresholds(on)
        return tuple(sorted(point for point in points if fact.low <= point <= fact.high))

    def _matters(self, name: str, known: Mapping[str, Value], rules: list[Rule], on: date) -> bool:
        """Whether some completion of the unknown facts changes an outcome when this fact changes."""
        groups = [[r.conditions for r in rules if r.outcome == outcome] for outcome in self.outcomes]
        groups += [[item.conditions] for item in self.advice if item.unsure]
        return any(self._matters_to(name, known, group, on) for group in groups)

    def _matters_to(
        self, name: str, known: Mapping[str, Value], group: list[tuple[Condition, ...]], on: date
    ) -> bool:
        open_rules = [c for c in group if state_of(c, known, on) is None]
        if any(state_of(c, known, on) is True for c in group) or not any(c.fact == name for r in open_rules for c in r):
            return False
        others = sorted({c.fact for r in open_rules for c in r} - set(known) - {name})
        for combination in product(*(self.values(other, on) for other in others)):
            assumed = {**known, **dict(zip(others, combination, strict=True))}
            results = {
                any(state_of(rule, {**assumed, name: value}, on) is True for rule in open_rules)
                for value in self.values(name, on)
            }
            if len(results) == 2:
                return True
        return False

    def _most_decisive(self, missing: tuple[str, ...], known: Mapping[str, Value], rules: list[Rule], on: date) -> str:
        """The fact after which, on average over its values, the fewest rules are left undecided."""

        def left(name: str) -> float:
            values = self.values(name, on)
            undecided = (
                sum(state_of(rule.conditions, {**known, name: value}, on) is None for rule in rules) for value in values
            )
            return sum(undecided) / len(values)

        return min(missing, key=lambda name: (left(name), list(self.facts).index(name)))

    def _question(self, name: str) -> Question:
        fact = self.facts[name]
        return Question(name, fact.kind, fact.question, fact.why, tuple(fact.options.items()))

    def _outcome(self, outcome: str, reason: Text) -> Outcome:
        text = self.outcomes[outcome]
        return Outcome(outcome, text.title, reason, text.topic)

    def __hash__(self) -> int:
        return id(self)


def state_of(conditions: tuple[Condition, ...], known: Mapping[str, Value], on: date) -> bool | None:
    """True when all conditions hold, False when one fails, None while it depends on unknown facts."""
    unknown = False
    for condition in conditions:
        if condition.fact not in known:
            unknown = True
        elif not condition.holds(known[condition.fact], on):
            return False
    return None if unknown else True


def complete_fact_sets(guide: Guide, on: date) -> Iterator[dict[str, Value]]:
    """Every combination of values that stand for all values; for statistics and tests."""
    names = list(guide.facts)
    for combination in product(*(guide.values(name, on) for name in names)):
        yield dict(zip(names, combination, strict=True))
