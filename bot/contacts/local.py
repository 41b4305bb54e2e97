"""Local contacts laid over ours: offices, services and offers that a municipality or county keeps itself.

They are in `contacts/*.csv` of a folder of local knowledge, in the form of our own files. A row with the key of
one of ours takes its place; any other is added, before ours. Ours is never edited.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.contacts.importer import ContactDataError, Rows, cross_check, read_contacts, read_table
from bot.contacts.tables import TABLES
from bot.settings import local_folders

KEYS = {
    "kontor.csv": ("kommune", "bydelsnummer"),
    "fylkestjenester.csv": ("fylkesnummer", "tjeneste", "kommuner"),
    "inntak.csv": ("fylkesnummer",),
    "lokale_tilbud.csv": ("navn", "omrade"),
    "skoler.csv": ("organisasjonsnummer",),
    "alias.csv": ("navn", "tidligere_nummer", "kommune"),
}
"""The files a local folder may have, and the columns that tell which of our rows a local row replaces."""

_STEP = 1_000_000
"""Local rows are numbered below zero, a million to a folder: every number stays unique, and local rows come first."""


def local_contact_files(root: Path | None) -> tuple[Path, ...]:
    """Every contact file of the local folders."""
    return tuple(path for folder in local_folders(root) for path in sorted((folder / "contacts").glob("*.csv")))


def read_with_local(folder: Path, root: Path | None) -> Rows:
    """Read and check our contact files with the local ones laid over them.

    Raises:
        ContactDataError: a row is wrong; each line begins with the path of its file.
    """
    rows = read_contacts(folder)
    folders = local_folders(root)
    errors: list[str] = []
    for index, place in enumerate(folders):
        errors.extend(_lay_over(rows, place / "contacts", -_STEP * (index + 1)))
    errors.extend(_where(line, folders) for line in cross_check(rows))
    if errors:
        raise ContactDataError(errors)
    return rows


def _lay_over(rows: Rows, folder: Path, start: int) -> Iterator[str]:
    tables = {table.file: table for table in TABLES}
    for path in sorted(folder.glob("*.csv")):
        if path.name not in KEYS:
            yield f"{path}:1: kan ikke endres lokalt; bare {', '.join(KEYS)}"
            continue
        errors: list[str] = []
        local = [{**row, "rad": start + row["rad"]} for row in read_table(path, tables[path.name], errors)]
        yield from (f"{folder}/{error}" for error in errors)
        replaced = {key_of(path.name, row) for row in local}
        rows[path.name] = local + [row for row in rows[path.name] if key_of(path.name, row) not in replaced]


def key_of(file: str, row: dict[str, Any]) -> tuple[Any, ...]:
    """What tells which of our rows a local row replaces."""
    return tuple(row[name] for name in KEYS[file])


def _where(error: str, folders: tuple[Path, ...]) -> str:
    """The error with the local file it is in, when it is in one."""
    match = re.match(r"(\w+\.csv):-(\d+): ", error)
    if match is None:
        return error
    index, line = divmod(-int(match.group(2)), _STEP)
    return f"{folders[-index - 1] / 'contacts' / match.group(1)}:{line}: {error[match.end() :]}"
