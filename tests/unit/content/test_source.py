"""A source has a title, an address or none, and the day it was read."""

from __future__ import annotations

from datetime import date

import pytest

from bot.content.source import Source

GOOD = {"tittel": " Loven § 1 ", "url": "https://lovdata.no/x", "sjekket": date(2026, 11, 1)}


def test_a_source_is_read_and_given() -> None:
    assert Source.from_yaml(GOOD).as_json() == {"title": "Loven § 1", "url": "https://lovdata.no/x", "checked": "2026-11-01"}
    assert Source.from_yaml({**GOOD, "url": None}).url is None


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ("Loven § 1", "has tittel, url and sjekket"),
        ({"tittel": "x", "url": None}, "has tittel, url and sjekket"),
        ({**GOOD, "tittel": " "}, "needs a tittel"),
        ({**GOOD, "url": "http://lovdata.no/x"}, "must start with https://"),
        ({**GOOD, "sjekket": "2026-11-01"}, "must be a date"),
    ],
)
def test_what_is_no_source_is_refused(raw: object, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        Source.from_yaml(raw)
