"""Headings and services are known by the names a county uses."""

from __future__ import annotations

from bot.contacts.kinds import BY_SERVICE, KINDS
from bot.contacts.normalise import key
from bot.contacts.sheet_words import CONTEXT, have_title, headings, right_title, service_title, services, title, titles, words


def test_every_field_has_a_heading_in_both_languages() -> None:
    fields = {name for kind in KINDS for name in kind.fields}
    assert fields | set(CONTEXT) == set(words()["kolonner"])
    assert set(words()["tjenester"]) == set(BY_SERVICE)
    for code in ("nb", "nn"):
        for name in fields:
            assert headings()[key(have_title(name, code))] == (name, "har")
            assert headings()[key(right_title(name, code))] == (name, "riktig")
            assert headings()[key(title(name, code))] == (name, "")


def test_the_names_a_county_uses_are_known() -> None:
    assert headings()[key("Tlf.nr.")] == ("telefon", "")
    assert headings()[key("E-postadresse")] == ("epost", "")
    assert services()[key("PP-tjenesten")] == "ppt"
    assert services()[key("OT")] == "ot"
    assert service_title("ombud", "nn") == "Elev- og lærlingombod"
    assert titles("navn") == {"nb": "Navn", "nn": "Namn"}
