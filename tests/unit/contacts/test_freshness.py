"""What is older than its limit, or has nothing to press, is found."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.contacts.freshness import findings, limits, looked_at, months_since, row_name
from bot.contacts.importer import Rows
from bot.contacts.kinds import BY_FILE, KINDS, Places
from tests.unit.contacts.staff import TODAY, rows


def reasons(file: str, today: date = TODAY, **values: Any) -> list[str]:
    """What is found for the first row of a file with these values instead of its own."""
    row = {**rows()[file][0], **values}
    only: Rows = {kind.file: [row] if kind.file == file else [] for kind in KINDS} | {"kommuner.csv": rows()["kommuner.csv"]}
    return [reason["nb"] for found in findings(only, today) for reason in found.reasons]


SEEN = {"finnes": "ja", "url": "https://x.no", "url_status": "sett", "telefon": "55 55 33 33", "telefon_status": "sett", "sett": "2026-10"}


@pytest.mark.parametrize(("values", "told"), [
    ({}, []),
    ({"sett": "2024"}, ["oppføringen sist sett i 2024"]),
    ({"sett": None}, ["oppføringen uten dato"]),
    ({"telefon": None, "telefon_status": "uverifisert"}, ["uten telefon"]),
    ({"telefon_status": "gammel"}, ["uten telefon", "Telefon vises ikke (gammel)"]),
    ({"url": None, "url_status": "uverifisert"}, ["uten nettside"]),
    ({"url_status": "gammel", "telefon_status": "gammel"}, ["ingenting å trykke på", "Telefon vises ikke (gammel)", "Nettside vises ikke (gammel)"]),
    ({"url_status": "gammel", "telefon_status": "gammel", "finnes": "nei"}, []),
])  # fmt: skip
def test_a_countys_service(values: dict[str, Any], told: list[str]) -> None:
    assert reasons("fylkestjenester.csv", **{**SEEN, **values}) == told


def test_other_kinds() -> None:
    assert reasons("kontor.csv", status="avledet") == ["ikke bekreftet, vises ikke (avledet)"]
    assert reasons("kontor.csv", url_sett="2023-04") == ["nettsiden sist sett i april 2023"]
    assert reasons("reserver.csv", vises=False, sett="2001") == []
    assert reasons("reserver.csv", vises=True, sett="2001") == ["oppføringen sist sett i 2001"]
    assert reasons("lokale_tilbud.csv", status="bekreftet", kilde_url="https://x.no", kjent_aar=2020) == ["tilbudet sist sett i 2020"]
    assert reasons("skoler.csv", nettsted=None) == ["ingenting å trykke på"]


def test_the_limit_is_the_last_month_that_is_fresh() -> None:
    months = limits()["fylkestjenester.csv", "sett"]["maaneder"]
    assert months == 12
    assert reasons("fylkestjenester.csv", date(2026, 10, 31), **{**SEEN, "sett": "2025-10-01"}) == []
    assert reasons("fylkestjenester.csv", date(2026, 11, 1), **{**SEEN, "sett": "2025-10-31"}) == ["oppføringen sist sett i oktober 2025"]
    assert months_since("2024", TODAY) == 34


def test_a_county_is_looked_at_alone() -> None:
    found = list(findings(rows(), TODAY, "46"))
    assert found
    assert all("46" in each.counties for each in found)
    assert len(found) <= looked_at(rows(), "46") < looked_at(rows())
    assert {each.kind.file for each in findings(rows(), TODAY) if not each.counties} == {"reserver.csv"}


def test_what_has_no_name_is_called_by_whose_it_is() -> None:
    places = Places(rows()["kommuner.csv"])
    assert (
        row_name(BY_FILE["kontor.csv"], {**rows()["kontor.csv"][0], "navn": None, "bydel": None, "kommune": "1806"}, places, "nb")
        == "Nav i Narvik"
    )
    assert row_name(BY_FILE["fylkestjenester.csv"], {"navn": None, "tjeneste": "ombud"}, places, "nn") == "Elev- og lærlingombod"
    assert row_name(BY_FILE["inntak.csv"], {"eier": "Vestland fylkeskommune"}, places, "nn") == "Vestland fylkeskommune"
