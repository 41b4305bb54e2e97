"""Writes what a county told into the local folder, over our files and never in them: all of it, or nothing."""

from __future__ import annotations

import csv
import io
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from bot.contacts.changes import WRITES, Change
from bot.contacts.importer import ContactDataError, Rows, read_table
from bot.contacts.kinds import Row
from bot.contacts.local import key_of, read_with_local
from bot.contacts.staff_text import StaffError
from bot.contacts.tables import TABLES, written
from bot.settings import local_folders

_TABLES = {table.file: table for table in TABLES}


def local_files(changed: Iterable[Change], rows: Rows, folder: Path | None) -> dict[str, str]:
    """What the local contact files become.

    A local row takes the place of every row of ours with its key, so the others with that key are written beside it.

    Args:
        changed: what comes of each row of the sheet.
        rows: every contact file, local ones laid over ours.
        folder: the local folder that is written in; None when there is none yet.

    Returns:
        the content of each file that changes, by its name.

    Raises:
        StaffError: a file that is there already cannot be read.
    """
    files: dict[str, list[Change]] = {}
    for change in changed:
        if change.outcome in WRITES and change.kind is not None:
            files.setdefault(change.kind.file, []).append(change)
    return {file: _content(file, found, rows, folder / "contacts" / file if folder else None) for file, found in files.items()}


def _content(file: str, changed: list[Change], rows: Rows, path: Path | None) -> str:
    instead = {change.old["rad"]: change.new for change in changed if change.old is not None}
    new = [change.new for change in changed if change.old is None]
    touched = {key_of(file, row) for change in changed for row in (change.old, change.new) if row is not None}
    group = [instead.get(row["rad"], row) for row in rows[file] if key_of(file, row) in touched]
    errors: list[str] = []
    kept = [row for row in read_table(path, _TABLES[file], errors) if key_of(file, row) not in touched] if path and path.is_file() else []
    if errors:
        raise StaffError("avvist_rad", "; ".join(errors))
    table = _TABLES[file]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.columns)
    for row in [*kept, *new, *group]:
        if row is not None:
            writer.writerow([written(table, name, row[name]) for name in table.columns])
    return text.getvalue()


def try_out(files: Mapping[str, str], changed: Iterable[Change], ours: Path, folder: Path | None) -> None:
    """Read everything as the server would with these files in place, in a copy.

    Args:
        files: the content of each local file.
        changed: what comes of each row of the sheet.
        ours: the folder of our files.
        folder: the local folder that would be written in; None when there is none yet.

    Raises:
        ContactDataError: the files do not fit with the rest.
        StaffError: another local folder would hide what is written.
    """
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place)
        for local in local_folders(folder):
            if folder and (local / "contacts").is_dir():
                shutil.copytree(local / "contacts", copy / local.relative_to(folder) / "contacts")
        (copy / "contacts").mkdir(exist_ok=True)
        for name, content in files.items():
            (copy / "contacts" / name).write_text(content, encoding="utf-8")
        try:
            rows = read_with_local(ours, copy)
        except ContactDataError as error:
            raise ContactDataError([line.replace(str(copy), str(folder or "")) for line in error.errors]) from None
    for change in changed:
        if change.outcome in WRITES and change.kind is not None and change.new is not None:
            wanted = _bare(change.new)
            if not any(_bare(row) == wanted for row in rows[change.kind.file]):
                raise StaffError("skjult", change.name)


def _bare(row: Row) -> Row:
    return {name: value for name, value in row.items() if name != "rad"}


def write(files: Mapping[str, str], folder: Path) -> tuple[Path, ...]:
    """Write the files; when one cannot be written, those before it are as they were.

    Args:
        files: the content of each local file.
        folder: the local folder; made when missing.

    Returns:
        what was written.

    Raises:
        OSError: the folder cannot be written; nothing has changed.
    """
    (folder / "contacts").mkdir(parents=True, exist_ok=True)
    paths = {folder / "contacts" / name: content for name, content in files.items()}
    before = {path: path.read_bytes() if path.is_file() else None for path in paths}
    drafts = {path: path.with_suffix(".draft") for path in paths}
    try:
        for path, content in paths.items():
            drafts[path].write_text(content, encoding="utf-8")
        for path, draft in drafts.items():
            draft.replace(path)
    except OSError:
        for path, content_before in before.items():
            drafts[path].unlink(missing_ok=True)
            if content_before is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(content_before)
        raise
    return tuple(paths)
