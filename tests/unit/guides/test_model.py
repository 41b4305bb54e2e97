"""The parts of a decision table: conditions on both sides of each bound, periods, and options by their names."""

from __future__ import annotations

from datetime import date

import pytest

from bot.guides.model import Condition, Fact, Period, school_year
from bot.language.normalise import standard

AUTUMN, SPRING = date(2026, 11, 23), date(2026, 7, 31)
TEXT = {"nb": "x", "nn": "x", "en": "x"}


@pytest.mark.parametrize(
    ("condition", "value", "on", "holds"),
    [
        (Condition("jobb", values=frozenset({"ja"})), "ja", AUTUMN, True),
        (Condition("jobb", values=frozenset({"ja"})), "nei", AUTUMN, False),
        (Condition("praksis", low=3), 3, AUTUMN, True),
        (Condition("praksis", low=3), 2, AUTUMN, False),
        (Condition("praksis", high=3), 4, AUTUMN, False),
        (Condition("praksis", low=3), "tre", AUTUMN, False),
        (Condition("fodt", "age", high=24), 2002, AUTUMN, True),
        (Condition("fodt", "age", high=24), 2001, AUTUMN, False),
        (Condition("fodt", "school_age", low=24), 2002, AUTUMN, True),
        (Condition("fodt", "school_age", low=24), 2002, SPRING, False),
    ],
)
def test_a_condition(condition: Condition, value: str | int, on: date, holds: bool) -> None:
    assert condition.holds(value, on) is holds


def test_its_borders_are_the_values_on_both_sides() -> None:
    assert Condition("praksis", low=3, high=5).borders(AUTUMN) == {2, 3, 5, 6}
    assert Condition("fodt", "age", high=24).borders(AUTUMN) == {2002, 2001}
    assert Condition("fodt", "school_age", low=24).borders(SPRING) == {2002, 2001}


def test_a_school_year_begins_on_1_august() -> None:
    assert [school_year(date(2026, month, day)) for month, day in ((7, 31), (8, 1), (12, 31))] == [2025, 2026, 2026]


def test_both_ends_of_a_period_are_within() -> None:
    period = Period(date(2026, 1, 1), date(2026, 12, 31))
    assert [day in period for day in (date(2025, 12, 31), date(2026, 1, 1), date(2026, 12, 31), date(2027, 1, 1))] == [
        False,
        True,
        True,
        False,
    ]
    assert date.max in Period(date(2026, 1, 1))
    assert date.min in Period()


def choice(*options: str, label: str = "{0}") -> Fact:
    return Fact("f", "choice", TEXT, TEXT, TEXT, {value: dict.fromkeys(("nb", "nn", "en"), label.format(value)) for value in options})


def test_an_option_is_named_by_its_words_or_its_own_name_but_not_by_a_bare_yes() -> None:
    fact = choice("ja", "vg2", "vet_ikke", label="Jeg har {0}")
    assert fact.named(standard("jeg har vg2")) == "vg2"
    assert fact.named("vg2") == "vg2"
    assert fact.named("ja") is None
    assert fact.named("vet ikke") is None


def test_facts_of_the_same_answers_mean_the_same() -> None:
    assert choice("ja", "nei").means_the_same(choice("ja", "nei", label="Svar {0}"))
    assert not choice("ja", "nei").means_the_same(choice("nei", "ja"))
    assert not Fact("f", "year", TEXT, TEXT, TEXT, {}, 1930, 2020).means_the_same(Fact("f", "year", TEXT, TEXT, TEXT, {}, 1930, 2021))
