"""A county's sheet goes out, comes back, and shows: as those who keep the contacts do it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.contacts.cli import main
from bot.contacts.desk import county_named, service_named
from bot.contacts.freshness import findings
from bot.contacts.kinds import Places
from bot.contacts.staff_text import StaffError, both
from tests.unit.contacts.staff import TODAY, filled_in, listed, rows

OT = {"Telefon – riktig": "57 30 00 00", "Nettside – riktig": "https://www.vestlandfylke.no/ot"}


def test_the_sheet_there_and_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet, local = tmp_path / "sheet.csv", tmp_path / "lokalt"
    bare = next(each for each in findings(rows(), TODAY) if each.row.get("tjeneste") == "ot" and both("uten_knapp") in each.reasons)
    county, name = bare.counties[0], bare.row["navn"]
    assert main(["check", "--county", county, "--sheet", str(sheet)]) == 0
    told = capsys.readouterr().out
    assert re.search(rf"^{county} .* – \d+ rader å se på$", told, re.MULTILINE)
    assert f"ingenting å trykke på: {name}" in told
    filled_in(sheet, name, OT)
    assert main(["import", str(sheet), "--local", str(local)]) == 0
    assert capsys.readouterr().out.endswith("Ingenting er skrevet. Legg til --write for å skrive.\n")
    assert not local.exists()
    assert main(["import", str(sheet), "--local", str(local), "--write"]) == 0
    assert str(local / "contacts" / "fylkestjenester.csv") in capsys.readouterr().out
    assert (
        main(
            ["show", next(row["nummer"] for row in rows()["kommuner.csv"] if row["fylkesnummer"] == county), "--local", str(local), "--nn"]
        )
        == 0
    )
    assert "  [Ring 57 30 00 00] tel:57300000\n" in capsys.readouterr().out
    assert main(["check", "--county", county, "--local", str(local)]) == 0
    assert name not in capsys.readouterr().out
    assert main(["import", str(sheet), "--local", str(local), "--write"]) == 0
    assert capsys.readouterr().out.endswith("Det er ingenting å skrive.\n")


def test_the_table_of_a_county(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--table", "--county", "Oslo", "--nn"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[2].startswith("| 03 Oslo | landet · ring landet | veg inn · ring veg inn |")
    assert main(["check", "--table", "--sheet", "a.csv"]) == 2


def test_one_refused_row_and_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = listed(tmp_path / "l.csv", "Tjeneste;Kommune;Navn;Telefon", "OT;Bodø;OT Bodø;75650001", "OT;Narvik;Kari Nordmann;91234567")
    assert main(["import", str(sheet), "--local", str(tmp_path / "lokalt"), "--write"]) == 1
    told = capsys.readouterr().out
    assert "Rad 3: avvist. 91 23 45 67 er en mobil" in told
    assert told.endswith("Ingenting er skrevet. Rett radene som er avvist først.\n")
    assert not (tmp_path / "lokalt").exists()


def test_writing_needs_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VEIVALG_LOKALT", raising=False)
    sheet = listed(tmp_path / "l.csv", "Kommune,Navn,Tlf", "Bodø,OT Bodø,75650001")
    assert main(["import", str(sheet), "--service", "ot", "--nn"]) == 0
    assert main(["import", str(sheet), "--service", "ot", "--write", "--nn"]) == 1
    assert "Sei kva mappe det skal skrivast i" in capsys.readouterr().err


def test_names_on_the_command_line() -> None:
    places = Places(rows()["kommuner.csv"])
    assert county_named("vestland", places, "nb") == "46"
    assert county_named(None, places, "nb") is None
    assert service_named("Oppfølgingstjenesten", "nb") == "ot"
    assert service_named(None, "nb") is None
    with pytest.raises(StaffError, match="Velg ett av: 03 Oslo"):
        county_named("Hordaland", places, "nb")
    with pytest.raises(StaffError, match="er ikkje ei teneste"):
        service_named("bowling", "nn")
