"""What holds, what is still open, and whether a fact can still matter.

A claim is what leads to one outcome: its rules' conditions, the strongest first. The first that holds wins and
gives the reason. Each claim is looked at alone, over the few facts its open rules name; that keeps «can this still
matter?» both exact and fast.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import product

from bot.guides.model import Condition, Value

Conditions = tuple[Condition, ...]
Claim = Sequence[Conditions]
Values = Callable[[str], tuple[Value, ...]]
"""The values that stand for all values of a fact."""


def state_of(conditions: Conditions, known: Mapping[str, Value], on: date) -> bool | None:
    """True when all conditions hold, False when one fails, None while it depends on unknown facts."""
    unknown = False
    for condition in conditions:
        if condition.fact not in known:
            unknown = True
        elif not condition.holds(known[condition.fact], on):
            return False
    return None if unknown else True


def winner(claim: Claim, known: Mapping[str, Value], on: date) -> int | None:
    """The place of the first rule that holds, or None."""
    return next((place for place, conditions in enumerate(claim) if state_of(conditions, known, on)), None)


def can_matter(name: str, claim: Claim, known: Mapping[str, Value], values: Values, on: date) -> bool:
    """Whether some completion of the unknown facts changes a claim when this fact changes.

    A claim that a rule has settled does not change any more. One that is certain to hold, though not yet by which
    rule, is still open: no reason can be given for it.
    """
    if winner(claim, known, on) is not None:
        return False
    still_open = [tuple(c for c in conditions if c.fact not in known) for conditions in claim if state_of(conditions, known, on) is None]
    named = {condition.fact for conditions in still_open for condition in conditions}
    if name not in named:
        return False
    told_apart = {fact: distinct(fact, still_open, values, on) for fact in named}
    others = sorted(named - {name})
    for combination in product(*(told_apart[other] for other in others)):
        assumed = dict(zip(others, combination, strict=True))
        winners = {winner(still_open, {**assumed, name: value}, on) for value in told_apart[name]}
        if len(winners) > 1:
            return True
    return False


def distinct(name: str, claim: Claim, values: Values, on: date) -> tuple[Value, ...]:
    """One value of a fact for each way in which a claim's conditions can tell values apart."""
    looking = [condition for conditions in claim for condition in conditions if condition.fact == name]
    seen: dict[tuple[bool, ...], Value] = {}
    for value in values(name):
        seen.setdefault(tuple(condition.holds(value, on) for condition in looking), value)
    return tuple(seen.values())


def uncovered(claim: Claim, values: Values, on: date, known: Mapping[str, Value] | None = None) -> dict[str, Value] | None:
    """A situation in which no rule of a claim holds, or None when there is none.

    Splits on one fact at a time and stops where a rule holds, so that most combinations are never looked at.
    """
    known = dict(known or {})
    if winner(claim, known, on) is not None:
        return None
    still_open = [conditions for conditions in claim if state_of(conditions, known, on) is None]
    if not still_open:
        return known
    name = next(condition.fact for condition in still_open[0] if condition.fact not in known)
    for value in distinct(name, still_open, values, on):
        found = uncovered(still_open, values, on, {**known, name: value})
        if found is not None:
            return found
    return None
