"""Reading a sheet that came back, or a county's own list: CSV as spreadsheets write it, or Excel. What it means is for `changes`."""

from __future__ import annotations

import csv
import datetime
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from bot.contacts.normalise import key
from bot.contacts.sheet_words import CONTEXT, headings, titles
from bot.contacts.staff_text import StaffError

MAX_ROWS = 5000
MAX_COLUMNS = 200
MAX_MB = 5
MAX_UNPACKED_MB = 100
"""How large an Excel file may become when it is unpacked: a small one can hide a very large one."""

Cells = list[str]


@dataclass(frozen=True)
class SheetRow:
    """One row that came back.

    Attributes:
        line: its number in the spreadsheet; the headings are row 1.
        about: what it is about: county, municipality, service, answer, date …
        had: what our sheet said that we had.
        said: what it says is right.
        too_long: it has more cells than there are headings.
    """

    line: int
    about: dict[str, str]
    had: dict[str, str]
    said: dict[str, str]
    too_long: bool = False


@dataclass(frozen=True)
class Sheet:
    """What a file holds.

    Attributes:
        rows: its rows, empty ones left out.
        ours: it is the sheet we sent, and not a list of their own.
        unread: headings that nobody knows.
    """

    rows: tuple[SheetRow, ...]
    ours: bool
    unread: tuple[str, ...]


def read_sheet(path: Path) -> Sheet:
    """Read a file.

    Raises:
        StaffError: it is not there, too large, no sheet, or its headings cannot be used.
    """
    if not path.is_file():
        raise StaffError("fil_mangler", path.name)
    if path.suffix.lower() not in (".csv", ".xlsx"):
        raise StaffError("fil_type", path.name)
    if path.stat().st_size > MAX_MB * 1_000_000:
        raise StaffError("fil_stor", path.name, MAX_ROWS, MAX_MB)
    lines = list(_excel(path) if path.suffix.lower() == ".xlsx" else _csv(path))
    if len(lines) > MAX_ROWS + 1:
        raise StaffError("fil_stor", path.name, MAX_ROWS, MAX_MB)
    if not any(any(cells) for cells in lines[1:]):
        raise StaffError("fil_tom", path.name)
    columns, unread = _columns(lines[0])
    width = max((place for place, name in enumerate(lines[0], 1) if name), default=0)
    rows = tuple(_row(line, cells, columns, width) for line, cells in enumerate(lines[1:], 2) if any(cells))
    return Sheet(rows, any(side == "riktig" for _, side in columns.values()), unread)


def _csv(path: Path) -> Iterator[Cells]:
    content = path.read_bytes()
    if b"\0" in content:
        raise StaffError("fil_uleselig", path.name)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")  # Latin-1, as Excel writes it on Windows
    if text.lower().startswith("sep="):
        text = text.partition("\n")[2]
    first = text.partition("\n")[0]
    delimiter = max(";,\t", key=first.count)
    try:
        for cells in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            yield [" ".join(cell.split()) for cell in cells]
    except csv.Error as error:
        raise StaffError("fil_uleselig", path.name) from error


def _excel(path: Path) -> Iterator[Cells]:
    """The first page of a workbook."""
    from openpyxl import load_workbook  # only who reads Excel waits for it
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(path) as packed:
            if sum(item.file_size for item in packed.infolist()) > MAX_UNPACKED_MB * 1_000_000:
                raise StaffError("fil_stor", path.name, MAX_ROWS, MAX_MB)
        book = load_workbook(path, data_only=True, read_only=True)  # row by row: no merged cells to fill, nothing drawn
        page = book.worksheets[0]
        page.reset_dimensions()  # what the file says of its size is not to be trusted
        for cells in islice(page.iter_rows(values_only=True, max_col=MAX_COLUMNS), MAX_ROWS + 2):
            yield [_as_text(cell) for cell in cells]
        book.close()
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, IndexError, SyntaxError, TypeError, AttributeError) as error:
        if isinstance(error, StaffError):
            raise
        raise StaffError("fil_uleselig", path.name) from error


def _as_text(cell: Any) -> str:
    """A cell as somebody would have written it: whole numbers without decimals, dates as 2026-11-29."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, (datetime.datetime, datetime.date)):
        return cell.isoformat()[:10]
    return " ".join(str(cell).split())


def _columns(heading: Cells) -> tuple[dict[int, tuple[str, str]], tuple[str, ...]]:
    """Which column each heading is, by its place; and the headings that nobody knows."""
    found: dict[int, tuple[str, str]] = {}
    unread = []
    for place, name in enumerate(heading):
        known = headings().get(key(name))
        if known is None:
            if name:
                unread.append(name)
            continue
        same = next((heading[other] for other, column in found.items() if column == known and known[0] != "person"), None)
        if same is not None:
            raise StaffError("kolonne_to_ganger", same, name)
        found[place] = known
    if not any(column not in ("fylke", "kommune", "tjeneste", "person", "mangler", "sett") for column, _ in found.values()):
        raise StaffError("kolonne_mangler", titles("navn"))
    return found, tuple(unread)


def _row(line: int, cells: Cells, columns: dict[int, tuple[str, str]], width: int) -> SheetRow:
    about: dict[str, str] = {}
    had: dict[str, str] = {}
    said: dict[str, str] = {}
    for place, (column, side) in columns.items():
        text = cells[place] if place < len(cells) else ""
        text = text[1:] if text[:2] in ("'=", "'+", "'@") else text
        if text:
            target = had if side == "har" else about if column in CONTEXT else said
            target[column] = f"{target[column]} {text}" if column == "person" and column in target else text
    return SheetRow(line, about, had, said, too_long=any(cells[width:]))
