"""From CSV to the database and back: every row checked, then all rows replaced in one transaction."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import delete, insert, inspect, select
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.engine.reflection import Inspector
from sqlalchemy.orm import Session

from bot.contacts.database import alone
from bot.contacts.models import Base, Innlesing
from bot.contacts.tables import TABLES, BadValueError, Table, written
from bot.errors import OperatorError
from bot.settings import ROOT

DATA_DIR = ROOT / "data" / "contacts"
"""Where the contact data lives in the project."""

OWN = "egen"
"""The source of rows that an operator imported: what the project ships does not replace them."""

SOURCE = "kilde"
"""The column that says where a row is known from."""
MAY_LACK = frozenset({SOURCE, "apningstid_nn", "tider", "bekreftet", "gjelder", "telefon"})
"""Columns that a file may leave out: the source, and what files written before there were such columns do not tell."""

Rows = dict[str, list[dict[str, Any]]]
"""For each file name, its checked rows; each row has `rad`, its line number in the file."""


class ContactDataError(OperatorError, ValueError):
    """The contact data is wrong; nothing was imported.

    Attributes:
        errors: one line for each fault, «fil.csv:linje: grunn».
    """

    def __init__(self, errors: list[str]) -> None:
        super().__init__("\n".join(errors))
        self.errors = errors


def read_contacts(folder: Path = DATA_DIR) -> Rows:
    """Read and check every file in `folder`.

    Raises:
        ContactDataError: a file is missing or a row is wrong; all faults are named.
    """
    errors: list[str] = []
    rows: Rows = {}
    for table in TABLES:
        rows[table.file] = list(read_table(folder / table.file, table, errors))
    errors.extend(cross_check(rows))
    if errors:
        raise ContactDataError(errors)
    return rows


def import_contacts(
    engine: Engine, folder: Path = DATA_DIR, read: Callable[[Path], Rows] | None = None, source: str = OWN, again: bool = True
) -> dict[str, int]:
    """Replace all contact data with the files in `folder`: all of it, or nothing.

    Args:
        read: reads and checks the files; default is `read_contacts`, another may add local rows.
        source: what is remembered of where the rows come from, at most 64 characters.
        again: also when the database was filled from this source already.

    Returns:
        for each file name, the number of rows imported; nothing when it was not done again.

    Raises:
        ContactDataError: a file or row is wrong; the database is as it was.
        sqlalchemy.exc.SQLAlchemyError: the database failed; it is as it was.
    """
    rows = (read or read_contacts)(folder)
    with alone(engine) as connection:
        if not again and filled_from(connection) in (source, OWN):  # another process was first
            return {}
        _prepare_tables(connection)
        for table in reversed(TABLES):
            connection.execute(delete(table.model))
        for table in TABLES:
            if rows[table.file]:
                connection.execute(insert(table.model.__table__), rows[table.file])
        connection.execute(delete(Innlesing))
        connection.execute(insert(Innlesing.__table__), {"rad": 1, "kilde": source})
    return {name: len(found) for name, found in rows.items()}


def filled_from(connection: Connection) -> str | None:
    """What the database was last filled from; None when it was not, or has tables of an older form."""
    found = inspect(connection)
    if not found.has_table(Innlesing.__tablename__) or _older(found):
        return None
    return connection.execute(select(Innlesing.kilde)).scalar()  # type: ignore[no-any-return]


def export_contacts(session: Session, folder: Path) -> dict[str, int]:
    """Write the database to CSV files in `folder` (made when missing), in the form that is imported.

    Returns:
        for each file name, the number of rows written.

    Raises:
        OSError: the folder cannot be written.
        sqlalchemy.exc.SQLAlchemyError: the database has no contact data.
    """
    folder.mkdir(parents=True, exist_ok=True)
    counts = {}
    for table in TABLES:
        found = session.execute(select(table.model).order_by(table.model.rad)).scalars().all()
        with (folder / table.file).open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(table.columns)
            for row in found:
                writer.writerow([written(table, name, getattr(row, name)) for name in table.columns])
        counts[table.file] = len(found)
    return counts


def _prepare_tables(connection: Connection) -> None:
    """Make the tables; those of an older form are dropped, since every row is imported anew."""
    if _older(inspect(connection)):
        Base.metadata.drop_all(connection)
    Base.metadata.create_all(connection)


def _older(found: Inspector) -> bool:
    """Whether some table there has other columns than ours."""
    return any(
        {column["name"] for column in found.get_columns(table.name)} != {column.name for column in table.columns}
        for table in Base.metadata.tables.values()
        if found.has_table(table.name)
    )


def read_table(path: Path, table: Table, errors: list[str]) -> Iterator[dict[str, Any]]:
    """The checked rows of one file; its faults are added to `errors`."""
    try:
        content = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        errors.append(f"{table.file}:1: filen finnes ikke i {path.parent}")
        return
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        errors.append(f"{table.file}:{line}: filen er ikke UTF-8")
        return
    reader = csv.reader(content.splitlines(keepends=True), strict=True)
    seen: dict[tuple[str, ...], int] = {}
    names = list(table.columns)
    try:
        header = next(reader, [])
        if header == [name for name in names if name in header or name not in MAY_LACK]:
            names = header
        if header != names:
            errors.append(f"{table.file}:1: kolonnene skal være {','.join(names)}, ikke {','.join(header)}")
            return
        for fields in reader:
            line = reader.line_num
            if len(fields) != len(names):
                errors.append(f"{table.file}:{line}: raden har {len(fields)} felt, ikke {len(names)}")
                continue
            values = {**dict.fromkeys(MAY_LACK, ""), **{name: field.strip() for name, field in zip(names, fields, strict=True)}}
            try:
                row = table.row(values)
            except BadValueError as error:
                errors.append(f"{table.file}:{line}: {error}")
                continue
            key = tuple(values[name] for name in table.key)
            if key and key in seen:
                errors.append(f"{table.file}:{line}: samme {' og '.join(table.key)} står på linje {seen[key]}")
                continue
            seen[key] = line
            yield {"rad": line, **row}
    except csv.Error as error:
        errors.append(f"{table.file}:{reader.line_num}: {error}")


def cross_check(rows: Rows) -> Iterator[str]:
    """Faults that only show when the files are seen together."""
    kommuner = {row["nummer"]: row for row in rows["kommuner.csv"]}
    fylker = {row["fylkesnummer"]: row["fylke"] for row in rows["kommuner.csv"]}
    if kommuner:
        yield from _wrong_places(rows, kommuner, fylker)
        yield from _wrong_offices(rows)
        yield from _wrong_services(rows, kommuner)
        yield from _wrong_schools(rows)
        yield from _wrong_offers(rows, kommuner, fylker)
        yield from _left_out(rows, kommuner)


def _wrong_places(rows: Rows, kommuner: Mapping[str, Any], fylker: Mapping[str, str]) -> Iterator[str]:
    for row in rows["kommuner.csv"]:
        if row["fylke"] != fylker[row["fylkesnummer"]]:
            yield f"kommuner.csv:{row['rad']}: fylke {row['fylkesnummer']} har to navn"
    within = ("alias.csv", "postnummer.csv", "kontor.csv", "skoler.csv", "naermeste_skole.csv", "regioner.csv")
    for file, row in ((table, row) for table in within for row in rows[table]):
        for number in str(row.get("kommune") or row.get("kommuner")).split(";"):
            if number not in kommuner:
                yield f"{file}:{row['rad']}: kommune {number} finnes ikke"
    for name in ("fylkestjenester.csv", "inntak.csv"):
        for row in rows[name]:
            if fylker.get(row["fylkesnummer"]) != row["fylke"]:
                yield f"{name}:{row['rad']}: fylke {row['fylkesnummer']} {row['fylke']} finnes ikke"


def _wrong_offices(rows: Rows) -> Iterator[str]:
    for row in rows["kontor.csv"]:
        bydel = row["bydelsnummer"]
        if bool(bydel) != bool(row["bydel"]) or (bydel and not bydel.startswith(row["kommune"])):
            yield f"kontor.csv:{row['rad']}: bydelsnummer og bydel passer ikke sammen"
        if row["status"] != "usikker" and not row["navn"]:
            yield f"kontor.csv:{row['rad']}: navn mangler"


def _wrong_services(rows: Rows, kommuner: Mapping[str, Any]) -> Iterator[str]:
    for row in rows["fylkestjenester.csv"]:
        if bool(row["merknad_nb"]) != bool(row["merknad_nn"]):
            yield f"fylkestjenester.csv:{row['rad']}: merknaden mangler på bokmål eller nynorsk"
        for number in filter(None, (row["kommuner"] or "").split(";")):
            if number not in kommuner:
                yield f"fylkestjenester.csv:{row['rad']}: kommune {number} finnes ikke"


def _wrong_schools(rows: Rows) -> Iterator[str]:
    known = {row["organisasjonsnummer"]: row["kommune"] for row in rows["skoler.csv"]}
    with_school = set(known.values())
    for row in rows["naermeste_skole.csv"]:
        if row["organisasjonsnummer"] not in known:
            yield f"naermeste_skole.csv:{row['rad']}: skole {row['organisasjonsnummer']} finnes ikke i skoler.csv"
        elif row["kommune"] in with_school:
            yield f"naermeste_skole.csv:{row['rad']}: kommune {row['kommune']} har sin egen skole"


def _wrong_offers(rows: Rows, kommuner: Mapping[str, Any], fylker: Mapping[str, str]) -> Iterator[str]:
    for row in rows["lokale_tilbud.csv"]:
        known: Mapping[str, Any] = kommuner if row["omrade_type"] == "kommune" else fylker
        for number in row["omrade"].split(";"):
            if number not in known:
                yield f"lokale_tilbud.csv:{row['rad']}: {row['omrade_type']} {number} finnes ikke"


def _left_out(rows: Rows, kommuner: Mapping[str, Any]) -> Iterator[str]:
    with_office = {row["kommune"] for row in rows["kontor.csv"]}
    with_county = {row["fylkesnummer"] for row in rows["inntak.csv"]}
    for number, row in kommuner.items():
        if with_office and number not in with_office:
            yield f"kommuner.csv:{row['rad']}: kommune {number} har ingen rad i kontor.csv"
        if with_county and row["fylkesnummer"] not in with_county:
            yield f"kommuner.csv:{row['rad']}: fylke {row['fylkesnummer']} har ingen rad i inntak.csv"
