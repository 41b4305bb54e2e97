"""Deadlines that answers state, as calendar files (RFC 5545)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from bot.app import Parts
from bot.content import FACETS, Library, Topic
from bot.content.figures import REFERENCE
from bot.content.phrases import Phrases
from bot.settings import Malform

PREFIX = "frist."
"""Figures that are a day the person must have done something by; each has a phrase of the same name."""

MONTHS = ("januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember")
_DAY = re.compile(r"(\d{1,2})\. (\w+)")


@dataclass(frozen=True)
class Deadline:
    """The next time a yearly deadline falls."""

    figure: str
    day: date

    def title(self, say: Phrases, malform: Malform) -> str:
        """What the deadline is for."""
        return say(f"kalender_{self.figure.removeprefix(PREFIX)}", malform)

    def shown(self, library: Library, malform: Malform) -> str:
        """The day in words, with its year: `1. mars 2027`."""
        return f"{library.figures.show(self.figure, malform, self.day)} {self.day.year}"


def next_deadline(library: Library, figure: str, today: date) -> Deadline:
    """The next day of a yearly deadline, today included.

    Raises:
        KeyError: no such deadline, or it has no value yet.
        ValueError: its value is not a day of the year such as «1. mars».
    """
    if not figure.startswith(PREFIX):
        raise KeyError(figure)
    shown = library.figures.show(figure, "nb", today)
    match = _DAY.fullmatch(shown)
    if match is None or match.group(2) not in MONTHS:
        raise ValueError(f"{figure} is «{shown}», not a day of the year")
    month, day = MONTHS.index(match.group(2)) + 1, int(match.group(1))
    this_year = date(today.year, month, day)
    return Deadline(figure, this_year if this_year >= today else date(today.year + 1, month, day))


def deadlines_stated(topic: Topic, facet: str | None) -> tuple[str, ...]:
    """The deadlines that the wording of an answer (or of one facet) names, in the order it names them."""
    texts = topic.facets.get(facet, {}) if facet else topic.short
    named = REFERENCE.findall(texts.get("nb", ""))
    return tuple(dict.fromkeys(key for key in named if key.startswith(PREFIX)))


def every_statement(library: Library) -> dict[str, tuple[str, ...]]:
    """`topic` or `topic.facet` → the deadlines stated there, for the chat page."""
    found = {
        f"{topic.id}.{facet}" if facet else topic.id: deadlines_stated(topic, facet)
        for topic in library
        for facet in (None, *FACETS)
        if facet is None or facet in topic.facets
    }
    return {place: figures for place, figures in found.items() if figures}


def calendar_file(parts: Parts, deadline: Deadline, malform: Malform, address: str, made: datetime | None = None) -> str:
    """One all-day event, with a reminder two weeks and two days before, at nine in the morning.

    Args:
        address: a page that says more.
        made: when the file was made; now when not given.
    """
    source = parts.library.figures[deadline.figure].source
    stamp = (made or datetime.now(timezone.utc)).strftime("%Y%m%dT%H%M%SZ")
    title = deadline.title(parts.phrases, malform)
    title = title[:1].upper() + title[1:]  # in a calendar it stands alone
    about = parts.phrases("kalender_om", malform, source.title, address)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Veivalg//Frister//NO",
        "BEGIN:VEVENT",
        f"UID:{deadline.figure}-{deadline.day.year}@veivalg",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{deadline.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{deadline.day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(title)}",
        f"DESCRIPTION:{_escaped(about)}",
        f"URL:{address}",
        "TRANSP:TRANSPARENT",
    ]
    for trigger in ("-P13DT15H", "-P1DT15H"):
        lines += ["BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{_escaped(title)}", f"TRIGGER:{trigger}", "END:VALARM"]
    lines += ["END:VEVENT", "END:VCALENDAR"]
    return "".join(folded + "\r\n" for line in lines for folded in _fold(line))


def _escaped(text: str) -> str:
    return re.sub(r"([\\;,])", r"\\\1", text).replace("\n", "\\n")


def _fold(line: str) -> list[str]:
    """Lines of at most 75 bytes, each but the first begun by a space; never cut inside a letter."""
    parts, current = [], ""
    for letter in line:
        if len((current + letter).encode()) > 75:
            parts.append(current)
            current = " "
        current += letter
    return [*parts, current]
