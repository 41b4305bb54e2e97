"""Deadlines become calendar files that a calendar can read, with days taken from the figures."""

from __future__ import annotations

from datetime import date, datetime, timezone

import pytest

from bot.web.pages.calendar import PREFIX, Deadline, calendar_file, deadlines_stated, every_statement, next_deadline
from tests.parts import PARTS

FIGURES = [figure.key for figure in PARTS.library.figures if figure.key.startswith(PREFIX)]


@pytest.mark.parametrize(
    ("figure", "today", "expected"),
    [
        ("frist.vgo", date(2026, 11, 24), date(2027, 3, 1)),
        ("frist.vgo", date(2027, 3, 1), date(2027, 3, 1)),
        ("frist.vgo", date(2027, 3, 2), date(2028, 3, 1)),
        ("frist.laerekandidat", date(2027, 1, 31), date(2027, 2, 1)),
    ],
)
def test_the_next_day(figure: str, today: date, expected: date) -> None:
    assert next_deadline(PARTS.library, figure, today).day == expected


@pytest.mark.parametrize("figure", FIGURES)
def test_every_deadline_has_a_day_and_a_title(figure: str) -> None:
    deadline = next_deadline(PARTS.library, figure, date(2026, 11, 24))
    for malform in ("nb", "nn", "en"):
        assert deadline.title(PARTS.phrases, malform)
        assert str(deadline.day.year) in deadline.shown(PARTS.library, malform)


def test_what_is_no_deadline_of_the_persons_is_refused() -> None:
    with pytest.raises(KeyError):
        next_deadline(PARTS.library, "uten_laereplass.frist", date(2026, 11, 24))


def test_a_deadline_is_found_where_it_is_stated_and_nowhere_else() -> None:
    assert deadlines_stated(PARTS.library["rett_ungdom"], "frist") == ("frist.vgo", "frist.vgo_tidlig")
    assert deadlines_stated(PARTS.library["kvp"], "frist") == ()
    stated = every_statement(PARTS.library)
    assert set(FIGURES) == {figure for figures in stated.values() for figure in figures}
    for place, figures in stated.items():
        topic, _, facet = place.partition(".")
        texts = PARTS.library[topic].facets[facet] if facet else PARTS.library[topic].short
        assert all(f"{{{figure}}}" in texts["nb"] for figure in figures)


def test_the_file_reads_as_a_calendar() -> None:
    made = datetime(2026, 11, 24, 12, 0, tzinfo=timezone.utc)
    text = calendar_file(PARTS, Deadline("frist.vgo", date(2027, 3, 1)), "nn", "https://veivalg.example.no/t/rett_ungdom?m=nn", made)
    assert text.endswith("END:VCALENDAR\r\n")
    assert text.count("\n") == text.count("\r\n"), "RFC 5545 3.1: lines end in CRLF"
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n")), "and are at most 75 bytes"
    lines = text.replace("\r\n ", "").split("\r\n")
    fields = dict(line.split(":", 1) for line in lines if ":" in line and not line.startswith(("BEGIN", "END", "TRIGGER", "ACTION")))
    assert fields["DTSTART;VALUE=DATE"] == "20270301"
    assert fields["DTEND;VALUE=DATE"] == "20270302"
    assert fields["DTSTAMP"] == "20261124T120000Z"
    assert fields["SUMMARY"] == "Frist for å søkje vidaregåande"
    assert fields["URL"] == "https://veivalg.example.no/t/rett_ungdom?m=nn"
    assert [line for line in lines if line.startswith("TRIGGER")] == ["TRIGGER:-P13DT15H", "TRIGGER:-P1DT15H"]
    assert lines.count("BEGIN:VEVENT") == 1


def test_what_means_something_to_a_calendar_is_escaped() -> None:
    text = calendar_file(PARTS, Deadline("frist.vgo", date(2027, 3, 1)), "nb", "https://x.example/?a=1;b,c\\d")
    assert "a=1\\;b\\,c\\\\d" in text.replace("\r\n ", "")
