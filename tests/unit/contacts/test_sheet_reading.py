"""A list is read however a spreadsheet wrote it, and told of in one sentence when it cannot be."""

from __future__ import annotations

import datetime
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from bot.contacts.sheet_reading import MAX_ROWS, read_sheet
from bot.contacts.staff_text import StaffError
from tests.thorough import examples
from tests.unit.contacts.staff import listed

HEADING = "Tlf;Navn på tjenesten;Kommune"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_encodings_and_delimiters(tmp_path: Path, encoding: str, delimiter: str) -> None:
    lines = [HEADING.replace(";", delimiter), delimiter.join(("53 00 00 00", '"Tjenesten på Ål"', "Ål"))]
    row = read_sheet(listed(tmp_path / "l.csv", *lines, encoding=encoding)).rows[0]
    assert row.said == {"telefon": "53 00 00 00", "navn": "Tjenesten på Ål"}
    assert row.about == {"kommune": "Ål"}


def test_excel_with_numbers_and_dates(tmp_path: Path) -> None:
    book = Workbook()
    for line in (
        ["Kommune", "Telefon", "Dato sjekket", "Navn"],
        [301, 53000000.0, datetime.datetime(2026, 11, 3), " OT  Oslo "],
        [None] * 4,
    ):
        book.active.append(line)
    book.save(tmp_path / "l.xlsx")
    row = read_sheet(tmp_path / "l.xlsx").rows[0]
    assert (row.about, row.said) == ({"kommune": "301", "dato": "2026-11-03"}, {"telefon": "53000000", "navn": "OT Oslo"})


def test_rows_have_the_numbers_of_the_spreadsheet(tmp_path: Path) -> None:
    sheet = read_sheet(listed(tmp_path / "l.csv", "sep=;", "Navn;Hobby", ";", '"OT\nher";x', "NAV;;;y"))
    assert [(row.line, row.said["navn"], row.too_long) for row in sheet.rows] == [(3, "OT her", False), (4, "NAV", True)]
    assert sheet.unread == ("Hobby",)
    assert not sheet.ours


@pytest.mark.parametrize(("name", "content", "told"), [
    ("x.csv", b"", "ingen rader"),
    ("x.csv", b"Navn;Telefon\n", "ingen rader"),
    ("x.csv", b"Navn;Tlf;Telefon\nA;1;2\n", "«Tlf» og «Telefon» er den samme"),
    ("x.csv", b"Hobby;Farge\nA;1\n", "Kolonnen «Navn» mangler"),
    ("x.csv", b'Navn;Tlf\n"A;1\n', "kan ikke leses"),
    ("x.csv", b"Navn;Tlf\nA\0;1\n", "kan ikke leses"),
    ("x.csv", b"Navn\n" + b"A\n" * (MAX_ROWS + 1), "for stor"),
    ("x.csv", b"a" * 5_000_001, "for stor"),
    ("x.xlsx", b"PK not at all", "kan ikke leses"),
    ("x.ods", b"x", "må slutte på"),
])  # fmt: skip
def test_a_file_that_cannot_be_used_is_told_of(tmp_path: Path, name: str, content: bytes, told: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(StaffError) as error:
        read_sheet(tmp_path / name)
    assert told in str(error.value)
    assert "\n" not in str(error.value)


def test_what_is_not_there_or_hides_something_large(tmp_path: Path) -> None:
    with pytest.raises(StaffError, match="finnes ikke"):
        read_sheet(tmp_path / "no.csv")
    with zipfile.ZipFile(tmp_path / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b"0" * 101_000_000)
    with pytest.raises(StaffError, match="for stor"):
        read_sheet(tmp_path / "bomb.xlsx")
    with zipfile.ZipFile(tmp_path / "other.xlsx", "w") as packed:
        packed.writestr("hello.txt", b"hello")
    with pytest.raises(StaffError, match="kan ikke leses"):
        read_sheet(tmp_path / "other.xlsx")


def test_a_hostile_workbook_costs_no_more_than_another(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["Navn", "Telefon"])
    book.active["XFD1048576"] = "far away"
    book.active["A2"] = "OT"
    book.save(tmp_path / "plain.xlsx")
    with pytest.raises(StaffError, match="for stor"):  # a million empty rows are not read to the end
        read_sheet(tmp_path / "plain.xlsx")
    bomb = (
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
        + "".join(f'<!ENTITY {new} "{f"&{old};" * 40}">' for old, new in zip("abcdef", "bcdefg", strict=True))
        + "]>"
    )
    with zipfile.ZipFile(tmp_path / "plain.xlsx") as old, zipfile.ZipFile(tmp_path / "hostile.xlsx", "w") as new:
        for item in old.namelist():
            content = old.read(item)
            if item == "xl/worksheets/sheet1.xml":
                content = bomb.encode() + content.replace(
                    b"</sheetData>", b"<row><c t='inlineStr'><is><t>&g;</t></is></c></row></sheetData>"
                )
            new.writestr(item, content)
    with pytest.raises(StaffError):
        read_sheet(tmp_path / "hostile.xlsx")


def test_merged_cells_over_the_whole_page_are_no_trouble(tmp_path: Path) -> None:
    book = Workbook()
    for line in (["Navn", "Telefon"], ["OT", "53000000"]):
        book.active.append(line)
    book.save(tmp_path / "plain.xlsx")
    with zipfile.ZipFile(tmp_path / "plain.xlsx") as old, zipfile.ZipFile(tmp_path / "merged.xlsx", "w") as new:
        for item in old.namelist():
            content = old.read(item).replace(
                b"</sheetData>", b"</sheetData><mergeCells count='1'><mergeCell ref='A3:XFD1048576'/></mergeCells>"
            )
            new.writestr(item, content)
    assert [row.said for row in read_sheet(tmp_path / "merged.xlsx").rows] == [{"navn": "OT", "telefon": "53000000"}]


@settings(max_examples=examples(200), suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(content=st.binary(max_size=300), heading=st.booleans())
def test_whatever_is_in_it_is_read_or_refused(tmp_path: Path, content: bytes, heading: bool) -> None:
    (tmp_path / "l.csv").write_bytes((f"{HEADING}\n".encode() if heading else b"") + content)
    try:
        rows = read_sheet(tmp_path / "l.csv").rows
    except StaffError:
        return
    assert all(row.line >= 2 for row in rows)
