"""Proves a decision table: every rule can apply, no two rules of an outcome quarrel, every situation is answered.

Each outcome is looked at over the facts that its own rules name, on each date at which the rules change.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from math import prod

from bot import clock
from bot.guides.guide import Guide
from bot.guides.model import SCHOOL_YEAR_STARTS, Rule
from bot.guides.reasoning import distinct, state_of, uncovered

MAX_SITUATIONS = 50_000
"""More combinations than this are not enumerated: an outcome that needs them should be split."""


def unsound(guide: Guide) -> Iterator[tuple[int, str]]:
    """What is wrong with a table, as (line, reason)."""
    yield from _unused(guide)
    applied: set[int] = set()
    for on in dates(guide):
        for claim in guide.claims(on).values():
            yield from _overlaps(guide, claim, on, applied)
        yield from _gaps(guide, on)
    for rule in guide.rules:
        if rule.line not in applied:
            yield rule.line, f"this rule for {rule.outcome} can never apply"


def dates(guide: Guide) -> list[date]:
    """Dates that stand for all dates, the newest first.

    One within each period in which the same rules are in force, and one after the next turn of the calendar or school
    year, since ages shift against each other there.
    """
    periods = [rule.period for rule in guide.rules] + [item.period for item in guide.advice]
    periods += [item.period for item in guide.otherwise]
    starts = {period.start for period in periods if period.start}
    starts |= {period.end + timedelta(days=1) for period in periods if period.end}
    starts |= {min(starts) - timedelta(days=1)} if starts else {clock.today()}
    return sorted(starts | {_next_turn(on) for on in starts}, reverse=True)


def _next_turn(on: date) -> date:
    """The next 1 January or start of a school year."""
    school_year = date(on.year, *SCHOOL_YEAR_STARTS)
    return school_year if on < school_year else date(on.year + 1, 1, 1)


def _overlaps(guide: Guide, claim: tuple[Rule, ...], on: date, applied: set[int]) -> Iterator[tuple[int, str]]:
    names = sorted({condition.fact for rule in claim for condition in rule.conditions})
    conditions = [rule.conditions for rule in claim]
    values = [distinct(name, conditions, lambda fact: guide.values(fact, on), on) for name in names]
    if (count := prod(map(len, values))) > MAX_SITUATIONS:
        yield claim[0].line, f"{count} situations over {', '.join(names)} are too many to prove: split {claim[0].outcome}"
        return
    quarrels: set[tuple[int, int]] = set()
    for combination in product(*values):
        facts = dict(zip(names, combination, strict=True))
        holding = [rule for rule in claim if state_of(rule.conditions, facts, on)]
        strongest = [rule for rule in holding if rule.weight == holding[0].weight]
        applied.update(rule.line for rule in strongest)
        if len(strongest) > 1:
            quarrels.add((strongest[0].line, strongest[1].line))
    for first, second in sorted(quarrels):
        yield second, f"overlaps with the rule in line {first}: give one of them a greater vekt or narrow it"


def _gaps(guide: Guide, on: date) -> Iterator[tuple[int, str]]:
    answers = [rule.conditions for claim in guide.claims(on).values() for rule in claim]
    answers += [item.conditions for item in guide.advice if item.unsure and on in item.period]
    in_force = [item for item in guide.otherwise if on in item.period]
    if len(in_force) > 1:
        yield in_force[1].line, f"another of ellers is in force on {on}, too"
    if in_force:
        return
    gap = uncovered(answers, lambda name: guide.values(name, on), on)
    if gap is not None:
        shown = ", ".join(f"{name}={value}" for name, value in gap.items()) or "anything"
        yield guide.rules[0].line, f"no answer on {on} for {shown}: add a rule, unsure advice, or ellers"


def _unused(guide: Guide) -> Iterator[tuple[int, str]]:
    parts = [rule.conditions for rule in guide.rules] + [item.conditions for item in guide.advice]
    named = {condition.fact for conditions in parts for condition in conditions}
    for name, fact in guide.facts.items():
        if name not in named:
            yield fact.line, f"no rule asks for {name}"
    reached = {rule.outcome for rule in guide.rules} | {item.outcome for item in guide.otherwise}
    for outcome in guide.outcomes.values():
        if outcome.id not in reached:
            yield outcome.line, f"no rule leads to {outcome.id}"
