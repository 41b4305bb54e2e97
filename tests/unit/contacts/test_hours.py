"""Opening hours in a table: days and times, refused when they cannot be meant."""

from __future__ import annotations

from datetime import time

import pytest

from bot.contacts.hours import Slot, read_hours


def test_days_may_be_a_span_or_a_list() -> None:
    assert read_hours("tor-fre 09:00-15:00") == (Slot(3, time(9), time(15)), Slot(4, time(9), time(15)))
    assert read_hours("fre 10:00-12:00;man,ons 12:00-14:30") == (
        Slot(0, time(12), time(14, 30)),
        Slot(2, time(12), time(14, 30)),
        Slot(4, time(10), time(12)),
    )


def test_a_day_may_have_a_break() -> None:
    assert [slot.start.hour for slot in read_hours("man 09:00-11:00;man 12:00-15:00")] == [9, 12]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "er ikke åpningstider"),
        ("man-fre", "er ikke åpningstider"),
        ("man-fre 9-15", "er ikke åpningstider"),
        ("mon-fre 09:00-15:00", "er ikke ukedager"),
        ("fre-man 09:00-15:00", "er ikke ukedager"),
        ("man- 09:00-15:00;tir 25:00-26:00", "er ikke et klokkeslett"),
        ("man 15:00-09:00", "stenger før det åpner"),
        ("man-fre 09:00-15:00;ons 14:00-16:00", "går over i hverandre"),
    ],
)
def test_what_cannot_be_meant_is_refused(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        read_hours(text)
