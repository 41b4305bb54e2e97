"""Dates and years among digits are told from numbers of a person."""

from __future__ import annotations

import pytest

from bot.privacy.dates import are_years, born_on, count_up, date_at
from bot.privacy.digit_groups import Chain, groups_of


def chain(text: str) -> Chain:
    return Chain(text, groups_of(text), 0)


@pytest.mark.parametrize(
    ("digits", "born"),
    [
        ("010104", True),
        ("410104", True),
        ("014104", True),
        ("018104", True),
        ("320104", False),
        ("011304", False),
        ("000104", False),
        ("016604", True),
    ],
)
def test_the_date_that_an_identity_number_begins_with(digits: str, born: bool) -> None:
    assert born_on(digits) is born


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("12.03.2008", 3),
        ("12.03.08", 3),
        ("12 03 08", 0),
        ("12 03 2008", 3),
        ("2008-03-12", 3),
        ("31.02.2008", 0),
        ("12.03-2008", 0),
        ("20080312", 1),
        ("20082009", 1),
        ("20088888", 0),
        ("2024/25", 2),
        ("2024–2025", 2),
        ("2024 2025", 2),
        ("2024 25", 0),
        ("41 23 45 67", 0),
    ],
)
def test_how_many_groups_are_a_date(text: str, groups: int) -> None:
    assert date_at(chain(text)) == groups


def test_years_and_numbers_that_follow_each_other() -> None:
    assert are_years(chain("2021 2022 2023"), 3)
    assert not are_years(chain("2021 4022"), 2)
    assert count_up(chain("42 43 44 45"), 4)
    assert not count_up(chain("42 43"), 2), "two are no row"
    assert not count_up(chain("42 44 45"), 3)
