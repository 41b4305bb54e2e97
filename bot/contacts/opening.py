"""Whether somebody answers or can be visited now, and when next: only what the hours we have seen let one say.

Nothing is said on days when many close early, nor from hours that were seen long ago.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.clock import NORWAY
from bot.contacts import card_text as words
from bot.contacts.card_text import Text
from bot.contacts.hours import read_hours
from bot.contacts.public_holidays import is_public_holiday, is_uncertain

LONGEST_KNOWN = timedelta(days=365)
"""Hours seen longer ago than this may have changed."""
DAYS_AHEAD = 6
"""How far ahead a day of the week names one day only."""


@dataclass(frozen=True)
class Opening:
    """What can be said of now."""

    text: Text
    until: datetime
    """From then on it is no longer true."""

    def as_json(self, malform: str) -> dict[str, str]:
        """The sentence in a language, and the moment it ends, in Norwegian time."""
        return {"text": self.text[malform], "until": self.until.isoformat()}


def opening(what: str, hours: str, seen: str | None, now: datetime) -> Opening | None:
    """Whether it is open now; None where that cannot be told.

    Args:
        what: `telefon`, or `kontor` for coming without an appointment.
        hours: times of the week, `man-fre 09:00-15:00`.
        seen: when the hours were last seen, `2026-08-13` or `2026-08`.
        now: with its time zone.

    Raises:
        ValueError: the hours cannot be read.
    """
    now = now.astimezone(NORWAY)
    today = now.date()
    if seen is None or today - _first_day(seen) > LONGEST_KNOWN or is_uncertain(today):
        return None
    midnight = _at(today + timedelta(days=1), time())
    for start, end in _stretches(hours, today):
        if start <= now < end:
            return Opening(words.text(f"{what}_apen", words.clock(end.time())), end)
    upcoming = _next(hours, now)
    if upcoming is None:
        return Opening(words.text(f"{what}_stengt"), midnight)
    day = words.day_ahead(upcoming.weekday(), (upcoming.date() - today).days)
    return Opening(words.text(f"{what}_apner", day, words.clock(upcoming.time())), min(upcoming, midnight))


def _next(hours: str, now: datetime) -> datetime | None:
    """When it opens next; None when that is far off, or a day comes first of which nothing is known."""
    for ahead in range(DAYS_AHEAD + 1):
        day = now.date() + timedelta(days=ahead)
        if is_uncertain(day):
            return None
        for start, _ in _stretches(hours, day):
            if start > now:
                return start
    return None


def _stretches(hours: str, day: date) -> Iterator[tuple[datetime, datetime]]:
    if is_public_holiday(day):
        return
    for slot in read_hours(hours):
        if slot.weekday == day.weekday():
            yield _at(day, slot.start), _at(day, slot.end)


def _at(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, NORWAY)


def _first_day(seen: str) -> date:
    year, month, day = ([int(part) for part in seen.split("-")] + [1, 1])[:3]
    return date(year, month, day)
