"""Dates as people write them: «1. august 2027», “1 August 2027”."""

from __future__ import annotations

from datetime import date

from bot.settings import Malform

_MONTHS = "januar februar mars april mai juni juli august september oktober november desember".split()
_MONTHS_EN = "January February March April May June July August September October November December".split()
_FROM: dict[Malform, str] = {"nb": "Fra", "nn": "Frå", "en": "From"}


def written_date(day: date, malform: Malform) -> str:
    """The date in words; the month names are the same in bokmål and nynorsk."""
    if malform == "en":
        return f"{day.day} {_MONTHS_EN[day.month - 1]} {day.year}"
    return f"{day.day}. {_MONTHS[day.month - 1]} {day.year}"


def from_date(day: date, text: str, malform: Malform) -> str:
    """A text that is true from a date on: «Fra 1. august 2027: …»."""
    return f"{_FROM[malform]} {written_date(day, malform)}: {text}"
