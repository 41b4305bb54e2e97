"""The sheet that goes to a county opens in a Norwegian spreadsheet, and comes back."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot.contacts.changes import changes
from bot.contacts.freshness import findings
from bot.contacts.kinds import Places
from bot.contacts.sheet import write_sheet
from bot.contacts.sheet_reading import read_sheet
from bot.contacts.staff_text import StaffError
from tests.unit.contacts.staff import TODAY, filled_in, rows

PLACES = Places(rows()["kommuner.csv"])


def test_a_norwegian_excel_opens_it(tmp_path: Path) -> None:
    found = list(findings(rows(), TODAY, "46"))
    assert write_sheet(tmp_path / "v.csv", found, PLACES, "nb") == len(found)
    content = (tmp_path / "v.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfFylke;Kommune;Tjeneste;Hva mangler;Sist sett;Navn")
    lines = list(csv.reader(content.decode("utf-8-sig").splitlines(), delimiter=";"))
    heading = lines[0]
    assert heading.index("Telefon – riktig") == heading.index("Telefon – vi har") + 1
    assert {line[heading.index("Telefon – riktig")] for line in lines[1:]} == {""}
    stord = next(line for line in lines if line[heading.index("Navn – vi har")] == "Nav Stord")
    assert stord[:5] == ["46 Vestland", "4614 Stord", "Nav-kontor", "nettsiden sist sett i april 2023", "mai 2025; april 2023"]
    assert stord[heading.index("Telefon – vi har")] == "55 55 33 33"


@pytest.mark.parametrize("name", ["v.csv", "v.xlsx"])
@pytest.mark.parametrize("malform", ["nb", "nn"])
def test_it_comes_back_as_it_went(tmp_path: Path, name: str, malform: str) -> None:
    found = [each for each in findings(rows(), TODAY) if each.counties]
    write_sheet(tmp_path / name, found, PLACES, malform)
    sheet = read_sheet(tmp_path / name)
    assert sheet.ours
    assert sheet.unread == ()
    assert len(sheet.rows) == len(found)
    assert {change.outcome for change in changes(sheet, rows(), TODAY)} == {"ubesvart"}


@pytest.mark.parametrize("county", Places(rows()["kommuner.csv"]).counties)
def test_every_row_that_is_answered_is_found_again(tmp_path: Path, county: str) -> None:
    found = list(findings(rows(), TODAY, county))
    write_sheet(tmp_path / "s.csv", found, PLACES, "nb")
    text = (tmp_path / "s.csv").read_text(encoding="utf-8-sig")
    (tmp_path / "s.csv").write_text(
        "\n".join(line[: line.rindex(";;")] + "stemmer;;" if i else line for i, line in enumerate(text.splitlines()))
    )
    answered = changes(read_sheet(tmp_path / "s.csv"), rows(), TODAY)
    assert [str(change.refused) for change in answered if change.refused] == []
    assert {id(change.old) for change in answered} == {id(each.row) for each in found}


def test_an_excel_sheet_keeps_numbers_as_text(tmp_path: Path) -> None:
    write_sheet(tmp_path / "v.xlsx", findings(rows(), TODAY, "03"), PLACES, "nb")
    page = load_workbook(tmp_path / "v.xlsx").active
    heading = [cell.value for cell in page[1]]
    assert page.cell(2, heading.index("Telefon – riktig") + 1).number_format == "@"
    assert page.cell(2, 1).value == "03 Oslo"


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    each = next(findings(rows(), TODAY, "46"))
    each.row["navn"], kept = "=1+1", each.row["navn"]
    try:
        write_sheet(tmp_path / "v.csv", [each], PLACES, "nb")
    finally:
        each.row["navn"] = kept
    assert ";'=1+1;" in (tmp_path / "v.csv").read_text(encoding="utf-8-sig")
    assert read_sheet(tmp_path / "v.csv").rows[0].had["navn"] == "=1+1"


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StaffError, match=r"må slutte på \.csv eller \.xlsx"):
        write_sheet(tmp_path / "v.ods", [], PLACES, "nb")
    write_sheet(tmp_path / "v.csv", findings(rows(), TODAY, "46"), PLACES, "nb")
    filled_in(tmp_path / "v.csv", "Nav Stord", {"Telefon – riktig": "53 00 00 00"})
    assert [row.said for row in read_sheet(tmp_path / "v.csv").rows if row.said] == [{"telefon": "53 00 00 00"}]
