"""Dates as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from bot.content.dates import from_date, written_date


@pytest.mark.parametrize(("malform", "text"), [("nb", "1. august 2027"), ("nn", "1. august 2027"), ("en", "1 August 2027")])
def test_dates_are_written_in_words(malform: str, text: str) -> None:
    assert written_date(date(2027, 8, 1), malform) == text  # type: ignore[arg-type]


@pytest.mark.parametrize(("malform", "text"), [
    ("nb", "Fra 1. august 2027: Nytt."), ("nn", "Frå 1. august 2027: Nytt."), ("en", "From 1 August 2027: Nytt."),
])  # fmt: skip
def test_what_begins_later_says_when(malform: str, text: str) -> None:
    assert from_date(date(2027, 8, 1), "Nytt.", malform) == text  # type: ignore[arg-type]
