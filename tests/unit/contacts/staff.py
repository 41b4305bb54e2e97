"""A county's lists, for the tests of those who keep the contacts."""

from __future__ import annotations

import csv
from datetime import date
from functools import lru_cache
from pathlib import Path

from bot.contacts.changes import Change, changes
from bot.contacts.importer import DATA_DIR, Rows
from bot.contacts.local import read_with_local
from bot.contacts.sheet_reading import read_sheet

TODAY = date(2026, 11, 29)


@lru_cache(maxsize=1)
def rows() -> Rows:
    """Our own contact rows; not to be changed."""
    return read_with_local(DATA_DIR, None)


def listed(path: Path, *lines: str, encoding: str = "utf-8") -> Path:
    """A file with these lines, written as given."""
    path.write_bytes(("\n".join(lines) + "\n").encode(encoding))
    return path


def changed(folder: Path, *lines: str, county: str | None = None, service: str | None = None) -> list[Change]:
    """What comes of a list with these lines."""
    return changes(read_sheet(listed(folder / "list.csv", *lines)), rows(), TODAY, county, service)


def filled_in(sheet: Path, row: str, answers: dict[str, str]) -> None:
    """Fill in the row of a sheet of ours whose name begins like this, by heading."""
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file, delimiter=";"))
    heading = lines[0]
    found = next(line for line in lines if line[heading.index("Navn – vi har")].startswith(row))
    for name, text in answers.items():
        found[heading.index(name)] = text
    with sheet.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows(lines)
