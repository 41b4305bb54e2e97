"""What holds of every guide whatever the facts: tried on drawn facts and dates, against a second implementation."""

from __future__ import annotations

import itertools
import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.guides import Guide
from bot.guides.guide import complete_fact_sets
from bot.guides.loader import GUIDES
from tests.parts import PARTS
from tests.thorough import examples
from tests.unit.guides.plain_guide import PlainGuide
from tests.unit.guides.small_table import GOOD, load_small

ALL = PARTS.guides


PLAIN = {guide_id: PlainGuide(GUIDES / f"{guide_id}.yml") for guide_id in ALL}


TODAY = date(2026, 11, 23)


TURNS = [date(y, m, d) for y in (2020, 2024, 2025, 2026, 2027) for m, d in ((1, 1), (7, 31), (8, 1), (11, 23), (12, 31))]


COMPLETIONS = 3000
"""At most so many ways to complete drawn facts are tried one by one."""


dates = st.sampled_from(TURNS) | st.dates(date(2018, 1, 1), date(2032, 12, 31))


guides = st.sampled_from(sorted(ALL))


drawn = settings(max_examples=examples(150), deadline=None, derandomize=True)


def value_of(guide: Guide, name: str) -> st.SearchStrategy[Any]:
    fact = guide.facts[name]
    return (
        st.sampled_from(list(fact.options))
        if fact.kind == "choice"
        else st.integers(fact.low, fact.high) | (st.integers(1995, 2012) if fact.kind == "year" else st.integers(0, 6))
    )


@st.composite
def complete(draw: st.DrawFn) -> tuple[Guide, dict[str, Any], date]:
    """A guide with a value for each fact, in any order, and a date."""
    guide = ALL[draw(guides)]
    names = draw(st.permutations(list(guide.facts)))
    return guide, {name: draw(value_of(guide, name)) for name in names}, draw(dates)


@st.composite
def partial(draw: st.DrawFn) -> tuple[Guide, dict[str, Any], date]:
    """A guide with some facts known, few enough unknown to try every completion."""
    guide, facts, on = draw(complete())
    names = list(facts)
    size = 1
    while names and size * len(PLAIN[guide.id].values(names[-1], on)) <= COMPLETIONS:
        size *= len(PLAIN[guide.id].values(names.pop(), on))
    known = draw(st.integers(len(names), len(facts)))
    return guide, dict(itertools.islice(facts.items(), known)), on


def outcomes(guide: Guide, facts: dict[str, Any], on: date) -> list[str]:
    return [outcome.id for outcome in guide.evaluate(facts, on).outcomes]


@drawn
@given(complete())
def test_every_complete_set_of_facts_gets_exactly_one_answer(drawn_: tuple[Guide, dict[str, Any], date]) -> None:
    guide, facts, on = drawn_
    answer = guide.evaluate(facts, on)
    assert answer.done
    assert answer.missing == ()
    assert answer.outcomes or answer.advice, "nobody is left without an answer"
    assert len({outcome.id for outcome in answer.outcomes}) == len(answer.outcomes)
    assert guide.evaluate(facts, on) == answer, "the same facts always give the same answer"
    assert {item.rule for item in answer.because} <= {outcome.id for outcome in answer.outcomes}
    assert all(facts[item.fact] == item.value for item in answer.because)
    expected = {outcome for outcome, _ in PLAIN[guide.id].result(facts, on)} - {"unsure"}
    otherwise = {item["utfall"] for item in PLAIN[guide.id].raw.get("ellers", [])}
    assert {outcome.id for outcome in answer.outcomes} - otherwise == expected
    if not expected:
        assert bool(answer.outcomes) != bool(PLAIN[guide.id].unsure(facts, on)), "no right, or not sure: never both"


@drawn
@given(complete(), st.randoms(use_true_random=False))
def test_the_order_of_facts_never_changes_the_answer(drawn_: tuple[Guide, dict[str, Any], date], chance: random.Random) -> None:
    guide, facts, on = drawn_
    names = list(facts)
    chance.shuffle(names)
    shuffled = guide.evaluate({name: facts[name] for name in names}, on)
    assert shuffled.outcomes == guide.evaluate(facts, on).outcomes


@drawn
@given(complete())
def test_asking_one_question_at_a_time_ends_with_what_all_facts_give(drawn_: tuple[Guide, dict[str, Any], date]) -> None:
    guide, facts, on = drawn_
    known: dict[str, Any] = {}
    while (question := guide.evaluate(known, on).next_question) is not None:
        assert question.fact not in known, "nothing is asked twice"
        known[question.fact] = facts[question.fact]
    assert set(outcomes(guide, known, on)) == set(outcomes(guide, facts, on))


@drawn
@given(partial())
def test_a_question_is_asked_exactly_when_its_answer_can_matter(drawn_: tuple[Guide, dict[str, Any], date]) -> None:
    guide, facts, on = drawn_
    answer = guide.evaluate(facts, on)
    plain = PLAIN[guide.id]
    unknown = [name for name in guide.facts if name not in facts]
    assert list(answer.missing) == [name for name in unknown if plain.can_matter(name, facts, on)]
    assert answer.next_question is None or answer.next_question.fact in answer.missing
    assert (answer.next_question is None) == (not answer.missing)


@drawn
@given(partial())
def test_when_nothing_is_asked_any_more_nothing_can_change(drawn_: tuple[Guide, dict[str, Any], date]) -> None:
    guide, facts, on = drawn_
    answer = guide.evaluate(facts, on)
    certain = {outcome.id for outcome in answer.outcomes}
    ends = [set(outcomes(guide, full, on)) for full in itertools.islice(PLAIN[guide.id].completions(facts, on), 400)]
    assert all(certain <= end for end in ends), "what is certain stays"
    if answer.done:
        assert all(certain == end for end in ends)


def test_the_rights_guide_is_right_for_every_situation() -> None:
    """All of them, on both sides of every turn of the year."""
    guide, plain = ALL["hvilken_rett"], PLAIN["hvilken_rett"]
    tried = 0
    for on in TURNS:
        for facts in complete_fact_sets(guide, on):
            expected = {outcome for outcome, _ in plain.result(facts, on)} - {"unsure"}
            assert set(outcomes(guide, facts, on)) - {"ingen_rett"} == expected
            tried += 1
    assert tried > 10_000


@pytest.mark.parametrize("guide", ALL.values(), ids=lambda guide: guide.id)
def test_few_values_stand_for_all(guide: Guide) -> None:
    """The values the engine looks at tell every two values apart that a rule tells apart."""
    for name, fact in guide.facts.items():
        if fact.kind != "choice":
            chosen = guide.values(name, TODAY)
            conditions = [c for rule in guide.rules for c in rule.conditions if c.fact == name]
            seen = {tuple(c.holds(value, TODAY) for c in conditions) for value in range(fact.low, fact.high + 1)}
            assert {tuple(c.holds(value, TODAY) for c in conditions) for value in chosen} == seen
            assert len(chosen) < len(range(fact.low, fact.high + 1))


def test_both_sides_of_every_bound_are_looked_at(tmp_path: Path) -> None:
    guide = load_small(tmp_path)
    assert {2001, 2002} <= set(guide.values("fodt", TODAY))
    assert {2, 3} <= set(guide.values("praksis", TODAY))


def test_facts_are_told_back(tmp_path: Path) -> None:
    guide = load_small(tmp_path, GOOD.replace('{nb: Ja, nn: Ja, en: "Yes"}', "{nb: Jeg har jobb, nn: Eg har jobb, en: I have a job}"))
    assert guide.describe("fodt", 2004, "nn") == "fødd i 2004"
    assert guide.describe("jobb", "ja", "nb") == "jobb: jeg har jobb"
    assert guide.describe("jobb", "ja", "en") == "job: I have a job"
