"""Norway's clock: laws and rates change at midnight there, wherever the server stands."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

NORWAY = ZoneInfo("Europe/Oslo")


def norwegian(moment: datetime) -> date:
    """The date in Norway at a moment.

    Args:
        moment: with its time zone.
    """
    return moment.astimezone(NORWAY).date()


def now() -> datetime:
    """The time in Norway now."""
    return datetime.now(NORWAY)


def today() -> date:
    """The date in Norway now."""
    return datetime.now(NORWAY).date()
