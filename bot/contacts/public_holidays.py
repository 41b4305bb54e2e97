"""Norwegian public holidays, and the days before some of them, on which opening hours cannot be told."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter

_FIXED = ((1, 1), (5, 1), (5, 17), (12, 25), (12, 26))
"""New Year's Day, the first and the seventeenth of May, Christmas (month, day)."""
_AFTER_EASTER = (-3, -2, 0, 1, 39, 49, 50)
"""Days after Easter Sunday: Maundy Thursday, Good Friday, Easter, Ascension, Whitsun."""
_EVES = ((12, 24), (12, 31))
"""Ordinary days by law on which most close early."""


def is_public_holiday(day: date) -> bool:
    """Whether public offices are closed by law that day, Sundays aside."""
    return day in _holidays(day.year)


def is_uncertain(day: date) -> bool:
    """Whether it is a day before a holiday on which many close early: what is usual says nothing then."""
    return (day.month, day.day) in _EVES or day == easter(day.year) - timedelta(days=4)


@lru_cache(maxsize=8)
def _holidays(year: int) -> frozenset[date]:
    moved = easter(year)
    return frozenset([date(year, *fixed) for fixed in _FIXED] + [moved + timedelta(days=days) for days in _AFTER_EASTER])
