"""A row becomes what was told, and only what was told of is new."""

from __future__ import annotations

from typing import Any

import pytest

from bot.contacts.kinds import BY_FILE, Row
from bot.contacts.new_rows import changed_row, gone_row, new_row
from bot.contacts.staff_text import StaffError
from tests.unit.contacts.staff import rows

SERVICES, INTAKE, OFFICE, OFFER = (BY_FILE[name] for name in ("fylkestjenester.csv", "inntak.csv", "kontor.csv", "lokale_tilbud.csv"))
DAY = "2026-11-29"


def first(file: str, **wanted: Any) -> Row:
    return next(row for row in rows()[file] if all(row[name] == value for name, value in wanted.items()))


def test_a_new_number_does_not_make_the_page_fresh() -> None:
    seen = {"url": "https://x.no", "url_status": "sett", "telefon": None, "telefon_status": "uverifisert", "sett": "2024"}
    old = {**first("fylkestjenester.csv", fylkesnummer="46", navn="Fagbrev på jobb"), **seen}
    new = changed_row(SERVICES, old, {"telefon": "57 30 00 00"}, right=False, day=DAY)
    assert (new["telefon"], new["telefon_status"], new["sett"]) == ("57 30 00 00", "sett", "2024")
    new = changed_row(SERVICES, old, {"telefon": "57 30 00 00"}, right=True, day=DAY)
    assert (new["url"], new["sett"], new["kilde"]) == (old["url"], DAY, "egen liste")


def test_what_was_hidden_stays_hidden_until_it_is_confirmed() -> None:
    hidden = {"telefon": "32 80 86 50", "telefon_status": "uverifisert", "url": None, "url_status": "uverifisert", "sett": None}
    old = {**first("fylkestjenester.csv", fylkesnummer="33", tjeneste="ot"), **hidden}
    new = changed_row(SERVICES, old, {"nettside": "https://bfk.no/ot"}, right=False, day=DAY)
    assert (new["telefon_status"], new["url_status"], new["sett"]) == ("uverifisert", "sett", DAY)
    assert changed_row(SERVICES, old, {}, right=True, day=DAY)["telefon_status"] == "sett"


def test_the_intake_office() -> None:
    empty = {"telefon": None, "epost": None, "telefon_til": None, "kontakt_status": "uverifisert", "kontakt_dato": None}
    old = {**first("inntak.csv", fylkesnummer="31"), **empty}
    new = changed_row(INTAKE, old, {"telefon": "69 11 70 00"}, right=False, day=DAY)
    assert (new["telefon_til"], new["kontakt_status"], new["kontakt_dato"]) == ("inntak", "kontrollert", DAY)
    assert new["inntak_sjekket"] == old["inntak_sjekket"]
    gone = changed_row(INTAKE, new, {"telefon": None}, right=False, day=DAY)
    assert (gone["telefon"], gone["telefon_til"], gone["kontakt_status"]) == (None, None, "uverifisert")


def test_an_office_that_was_guessed_is_known_when_it_is_named() -> None:
    old = first("kontor.csv", status="avledet")
    new = changed_row(OFFICE, old, {"navn": old["navn"], "adresse": "Storgata 1"}, right=False, day=DAY)
    assert (new["status"], new["sett"], new["adresse_sett"]) == ("bekreftet_kommuneside", DAY, DAY)


def test_what_is_no_more_is_not_shown() -> None:
    old = first("fylkestjenester.csv", fylkesnummer="46", navn="Fagbrev på jobb")
    gone = gone_row(SERVICES, old, DAY)
    assert (gone["finnes"], gone["url"], gone["url_status"]) == ("nei", None, "uverifisert")
    assert gone_row(OFFER, first("lokale_tilbud.csv"), DAY)["status"] == "ikke_funnet"
    with pytest.raises(StaffError):
        gone_row(OFFICE, rows()["kontor.csv"][0], DAY)


def test_a_new_offer() -> None:
    said = {
        "navn": "Jobbhuset",
        "ansvarlig": "Bodø kommune",
        "hva_nb": "Hjelp til jobb",
        "hva_nn": "Hjelp til jobb",
        "nettside": "https://x.no",
    }
    new = new_row(OFFER, "tilbud", "18", ("1806", "1804"), said, DAY, rows())
    assert (new["omrade"], new["omrade_type"], new["status"], new["kjent_aar"]) == ("1804;1806", "kommune", "bekreftet", 2026)
    assert new_row(OFFER, "tilbud", "18", (), said, DAY, rows())["omrade"] == "18"


def test_a_note_stands_in_both_languages() -> None:
    old = first("fylkestjenester.csv", fylkesnummer="46", navn="Fagbrev på jobb")
    with pytest.raises(StaffError, match="både på bokmål og nynorsk"):
        changed_row(SERVICES, old, {"merknad_nb": "Spør etter OT."}, right=False, day=DAY)
