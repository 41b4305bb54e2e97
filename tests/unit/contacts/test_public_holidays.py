"""Days when public offices are closed by law, and those before them of which nothing is known."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.contacts.public_holidays import is_public_holiday, is_uncertain


def days(year: int) -> list[date]:
    return [date(year, 1, 1) + timedelta(days=number) for number in range(365)]


@pytest.mark.parametrize(
    ("year", "moved"),
    [
        (2026, ["2026-04-02", "2026-04-03", "2026-04-05", "2026-04-06", "2026-05-14", "2026-05-24", "2026-05-25"]),
        (2027, ["2027-03-25", "2027-03-26", "2027-03-28", "2027-03-29", "2027-05-06", "2027-05-16", "2027-05-17"]),
    ],
)
def test_the_holidays_of_a_year(year: int, moved: list[str]) -> None:
    fixed = [f"{year}-{day}" for day in ("01-01", "05-01", "05-17", "12-25", "12-26")]
    assert [day.isoformat() for day in days(year) if is_public_holiday(day)] == sorted({*fixed, *moved})


def test_days_on_which_many_close_early() -> None:
    assert [day.isoformat() for day in days(2027) if is_uncertain(day)] == ["2027-03-24", "2027-12-24", "2027-12-31"]
