"""Opening hours as a table holds them, «man,ons 12:00-14:00;fre 10:00-12:00», read into times of the week."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from functools import lru_cache
from itertools import pairwise

DAYS = ("man", "tir", "ons", "tor", "fre", "lor", "son")
"""The days of the week as the tables write them, in the order of `date.weekday()`."""
_PART = re.compile(r"(?P<days>\S+) (?P<start>\d\d:\d\d)-(?P<end>\d\d:\d\d)")


@dataclass(frozen=True, order=True)
class Slot:
    """One stretch of a week in which it is open; never past midnight."""

    weekday: int
    """0 for Monday."""
    start: time
    end: time


@lru_cache(maxsize=256)
def read_hours(text: str) -> tuple[Slot, ...]:
    """The times of the week, in order.

    Args:
        text: days and times, several with `;`: `man-fre 09:00-15:00`.

    Raises:
        ValueError: it cannot be read, closes before it opens, or two stretches overlap; the reason is in Norwegian.
    """
    slots = sorted(slot for part in text.split(";") for slot in _slots(part.strip()))
    for before, after in pairwise(slots):
        if before.weekday == after.weekday and after.start < before.end:
            raise ValueError(f"«{text}» har tider som går over i hverandre")
    return tuple(slots)


def _slots(part: str) -> list[Slot]:
    match = _PART.fullmatch(part)
    if match is None:
        raise ValueError(f"«{part}» er ikke åpningstider som «man-fre 09:00-15:00»")
    start, end = _time(match["start"]), _time(match["end"])
    if end <= start:
        raise ValueError(f"«{part}» stenger før det åpner")
    return [Slot(day, start, end) for days in match["days"].split(",") for day in _days(days)]


def _days(text: str) -> range:
    first, _, last = text.partition("-")
    if first not in DAYS or (last or first) not in DAYS or DAYS.index(last or first) < DAYS.index(first):
        raise ValueError(f"«{text}» er ikke ukedager; de heter {', '.join(DAYS)}")
    return range(DAYS.index(first), DAYS.index(last or first) + 1)


def _time(text: str) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError:
        raise ValueError(f"«{text}» er ikke et klokkeslett") from None
