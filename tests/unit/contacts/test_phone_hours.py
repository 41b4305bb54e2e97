"""When a shared number is answered: read from the data, refused where it cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.contacts.hours import read_hours
from bot.contacts.nav_card import NAV_PHONE
from bot.contacts.phone_hours import load_phone_hours, phone_hours
from bot.yaml_lines import ContentError


def test_navs_number_is_answered_on_weekdays() -> None:
    known = phone_hours(NAV_PHONE)
    assert known is not None
    assert {slot.weekday for slot in read_hours(known.hours)} == {0, 1, 2, 3, 4}
    assert known.seen == "2026-08-13"


def test_of_other_numbers_nothing_is_said() -> None:
    assert phone_hours("22 00 00 00") is None
    assert phone_hours(None) is None


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("{tider: man 09:00-15:00, sett: 2026-08-13}", "must have exactly tider, sett, kilde"),
        ("{tider: hver dag, sett: 2026-08-13, kilde: {}}", "er ikke åpningstider"),
    ],
)
def test_what_cannot_be_used_is_refused_by_line(tmp_path: Path, row: str, reason: str) -> None:
    path = tmp_path / "telefontider.yml"
    path.write_text(f'"12 34 56 78": {row}\n', encoding="utf-8")
    with pytest.raises(ContentError, match=rf"telefontider\.yml:1: 12 34 56 78.*{reason}"):
        load_phone_hours.__wrapped__(path)
