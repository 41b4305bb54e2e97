"""Proves a decision table: every rule can apply, no two rules of an outcome quarrel, every situation is answered.

Each outcome is looked at over the facts that its own rules name, on each date at which the rules change.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

from bot.guides.guide import Guide, state_of
from bot.guides.model import Rule, Value

MAX_SITUATIONS = 200_000
"""More combinations than this are not enumerated: a table that needs them should be split."""


def unsound(guide: Guide) -> Iterator[tuple[int, str]]:
    """What is wrong with a table, as (line, reason)."""
    yield from _unused(guide)
    applied: set[int] = set()
    for on in dates(guide):
        for outcome in guide.outcomes:
            rules = [rule for rule in guide.rules if rule.outcome == outcome and rule.in_force(on)]
            yield from _overlaps(guide, rules, on, applied)
        if guide.otherwise is None:
            yield from _gaps(guide, on)
    for index, rule in enumerate(guide.rules):
        if index not in applied:
            yield rule.line, f"this rule for {rule.outcome} can never apply"


def dates(guide: Guide) -> list[date]:
    """A date within each period in which the same rules are in force, the newest first."""
    starts = {rule.valid_from for rule in guide.rules if rule.valid_from}
    starts |= {rule.valid_to + timedelta(days=1) for rule in guide.rules if rule.valid_to}
    first = min(starts, default=date.today())
    return sorted(starts | {first - timedelta(days=1)} if starts else {date.today()}, reverse=True)


def _situations(guide: Guide, names: list[str], on: date) -> Iterator[dict[str, Value]]:
    values = [guide.values(name, on) for name in names]
    size = 1
    for options in values:
        size *= len(options)
    if size > MAX_SITUATIONS:
        raise ValueError(f"{guide.id}: {size} situations over {', '.join(names)} are too many to prove")
    for combination in product(*values):
        yield dict(zip(names, combination, strict=True))


def _overlaps(guide: Guide, rules: list[Rule], on: date, applied: set[int]) -> Iterator[tuple[int, str]]:
    names = sorted({condition.fact for rule in rules for condition in rule.conditions})
    quarrels: set[tuple[int, int]] = set()
    for facts in _situations(guide, names, on):
        holding = [rule for rule in rules if state_of(rule.conditions, facts, on) is True]
        if not holding:
            continue
        best = max(rule.weight for rule in holding)
        strongest = [rule for rule in holding if rule.weight == best]
        applied.update(guide.rules.index(rule) for rule in strongest)
        if len(strongest) > 1:
            quarrels.add((strongest[0].line, strongest[1].line))
    for first, second in sorted(quarrels):
        yield second, f"overlaps with the rule in line {first}: give one of them a greater vekt or narrow it"


def _gaps(guide: Guide, on: date) -> Iterator[tuple[int, str]]:
    rules = [rule.conditions for rule in guide.rules if rule.in_force(on)] + [a.conditions for a in guide.advice if a.unsure]
    if not rules:
        return
    if any(not conditions for conditions in rules):
        return
    names = sorted({condition.fact for conditions in rules for condition in conditions})
    for facts in _situations(guide, names, on):
        if not any(state_of(conditions, facts, on) is True for conditions in rules):
            shown = ", ".join(f"{name}={value}" for name, value in facts.items())
            yield 1, f"no answer on {on} for {shown}: add a rule, unsure advice, or ellers"
            return


def _unused(guide: Guide) -> Iterator[tuple[int, str]]:
    named = {c.fact for rule in guide.rules for c in rule.conditions} | {c.fact for a in guide.advice for c in a.conditions}
    for name, fact in guide.facts.items():
        if name not in named:
            yield fact.line, f"no rule asks for {name}"
    reached = {rule.outcome for rule in guide.rules} | {guide.otherwise}
    for outcome in guide.outcomes:
        if outcome not in reached:
            yield 1, f"no rule leads to {outcome}"
