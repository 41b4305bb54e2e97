"""The sheet that goes to a county: what we have, when it was seen, and an empty column for what is right beside each."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from bot.contacts import card_text
from bot.contacts.freshness import Finding, row_name
from bot.contacts.kinds import NATIONAL, Kind, Places, Row, service_of
from bot.contacts.sheet_words import have_title, right_title, service_title, title
from bot.contacts.staff_text import StaffError

ANSWERS = ("svar", "dato", "tjenestemobil")
TO_FILL_IN = "FFF2CC"
"""The colour of the cells that wait for an answer."""
WIDTH = 28


def write_sheet(path: Path, found: Iterable[Finding], places: Places, malform: str) -> int:
    """Write the sheet.

    Args:
        path: a file that ends in .csv (for a Norwegian Excel: semicolons, UTF-8 with a mark) or .xlsx.
        found: the rows, each with what it lacks; what is national is left out, since no county answers for it.
        places: the names of municipalities and counties.
        malform: «nb» or «nn».

    Returns:
        how many rows were written.

    Raises:
        StaffError: the ending is another.
        OSError: the file cannot be written.
    """
    rows = [each for each in found if each.kind.file != NATIONAL]
    if path.suffix.lower() not in (".csv", ".xlsx"):
        raise StaffError("fil_type", path.name, malform=malform)
    fields = _fields(rows)
    heading = [title(column, malform) for column in ("fylke", "kommune", "tjeneste", "mangler", "sett")]
    for name in fields:
        heading += [have_title(name, malform), right_title(name, malform)]
    heading += [title(column, malform) for column in ANSWERS]
    lines = [_line(each, fields, places, malform) for each in rows]
    if path.suffix.lower() == ".csv":
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file, delimiter=";", lineterminator="\r\n").writerows([heading, *lines])
    else:
        _write_excel(path, heading, lines)
    return len(lines)


def _fields(rows: list[Finding]) -> tuple[str, ...]:
    """The fields that some row of the sheet has, in the order of the kinds."""
    return tuple(dict.fromkeys(name for each in rows for name in each.kind.fields))


def _line(each: Finding, fields: tuple[str, ...], places: Places, malform: str) -> list[str]:
    kind, row = each.kind, each.row
    cells = [
        ", ".join(places.label(number) for number in each.counties),
        ", ".join(places.municipality_labels(kind, row)),
        service_title(service_of(kind, row), malform),
        "; ".join(reason[malform] for reason in each.reasons),
        "; ".join(dict.fromkeys(_dates(kind, row, malform))),
    ]
    for name in fields:
        have = row_name(kind, row, places, malform) if name == "navn" else kind.value(row, name) or ""
        cells += [_harmless(have), ""]
    return [*cells, *("" for _ in ANSWERS)]


def _dates(kind: Kind, row: Row, malform: str) -> Iterator[str]:
    """When it was seen, in words: a spreadsheet would make «2026-08» a date of its own."""
    yield from (card_text.when(str(row[column]))[malform] for column in kind.dates if row[column])


def _harmless(text: str) -> str:
    """The text, so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "@") else text


def _write_excel(path: Path, heading: list[str], lines: list[list[str]]) -> None:
    from openpyxl import Workbook  # only who asks for Excel waits for it
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    book = Workbook()
    page = book.active
    page.append(heading)
    for line in lines:
        page.append(line)
    for index in range(1, len(heading) + 1):
        page.column_dimensions[get_column_letter(index)].width = WIDTH
        page.cell(1, index).font = Font(bold=True)
        if all(not line[index - 1] for line in lines):
            for row in range(1, len(lines) + 2):
                page.cell(row, index).fill = PatternFill("solid", fgColor=TO_FILL_IN)
                page.cell(row, index).number_format = "@"  # text: «01» stays «01»
        page.cell(1, index).alignment = Alignment(wrap_text=True, vertical="top")
    page.freeze_panes = "D2"
    book.save(path)
