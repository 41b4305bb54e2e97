"""Dates and years among the digits of a text, so that they are not taken for numbers of a person."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from bot.privacy.digit_groups import Chain


def born_on(digits: str) -> bool:
    """Whether six or more digits begin with a date as identity numbers write it.

    The day is 40 higher in a D-number; the month is 40, 65 or 80 higher in synthetic and H-numbers.
    """
    day, month = int(digits[:2]), int(digits[2:4])
    day = day - 40 if day > 40 else day
    for shift in (80, 65, 40):
        if month > shift:
            month -= shift
            break
    return 1 <= day <= 31 and 1 <= month <= 12


def date_at(chain: Chain) -> int:
    """How many groups are a date, or a span of years; 0 when they are none."""
    parts = [group.digits for group in chain.groups[:3]]
    gaps = [group.gap for group in chain.groups[1:3]]
    if len(parts) == 3 and gaps[0].strip() == gaps[1].strip() and all(re.fullmatch(r"[.\-/‐-― ]{1,2}", gap) for gap in gaps):
        if _is_day(parts[2], parts[1], parts[0]) and (len(parts[2]) == 4 or gaps[0].strip()):
            return 3
        if len(parts[0]) == 4 and gaps[0] == "-" and _is_day(*parts):
            return 3
    first = parts[0]
    if re.fullmatch(r"(?:19|20)\d{6}", first) and (_is_day(first[:4], first[4:6], first[6:]) or first[4:6] in ("19", "20")):
        return 1
    if len(parts) >= 2 and re.fullmatch(r"(?:19|20)\d\d", first) and re.fullmatch(r"(?:19|20)?\d\d", parts[1]):
        span = len(parts[1]) == 4 or (gaps[0].strip() and not chain.goes_on(2))
        return 2 if span and re.fullmatch(r"\s?[-–—/]\s?|\s", gaps[0]) else 0
    return 0


def _is_day(year: str, month: str, day: str) -> bool:
    if not (len(year) in (2, 4) and len(month) <= 2 and len(day) <= 2):
        return False
    try:
        parsed = date(int(year) if len(year) == 4 else 2000 + int(year), int(month), int(day))
    except ValueError:
        return False
    return len(year) == 2 or 1900 <= parsed.year <= 2100


def are_years(chain: Chain, count: int) -> bool:
    """Whether the first so many groups are all years."""
    return all(re.fullmatch(r"(?:19|20)\d\d", group.digits) for group in chain.groups[:count])


def count_up(chain: Chain, count: int) -> bool:
    """«uke 42 43 44 45»: numbers that follow each other."""
    numbers = [int(group.digits) for group in chain.groups[:count]]
    return count > 2 and all(after - before == 1 for before, after in pairwise(numbers))
