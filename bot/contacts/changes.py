"""What a sheet changes, row by row: which of our rows each is about, and what it becomes. Writes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from bot.contacts.importer import Rows
from bot.contacts.kinds import BY_SERVICE, Kind, Places, Row, municipalities_of
from bot.contacts.new_rows import changed_row, gone_row, new_row
from bot.contacts.normalise import key
from bot.contacts.sheet_reading import Sheet, SheetRow
from bot.contacts.sheet_values import answer_in, bydel_in, day_in, place_in, refuse_persons, service_in, values_in
from bot.contacts.staff_text import StaffError

Outcome = Literal["ny", "endret", "bekreftet", "borte", "uendret", "ubesvart", "avvist"]
WRITES: tuple[Outcome, ...] = ("ny", "endret", "bekreftet", "borte")
"""The outcomes that something is written for."""


@dataclass(frozen=True)
class Change:
    """What comes of one row of a sheet.

    Attributes:
        line: its number in the spreadsheet.
        outcome: what comes of it.
        name: what it is called, in the row itself.
        kind: what kind of contact it is; None when it was refused before that was known.
        old: our row; None when there was none.
        new: what it becomes; None when nothing is written.
        refused: why it is refused.
    """

    line: int
    outcome: Outcome
    name: str
    kind: Kind | None = None
    old: Row | None = None
    new: Row | None = None
    refused: StaffError | None = None


@dataclass(frozen=True)
class _Read:
    """One row, understood: what it is about and what it says."""

    row: SheetRow
    kind: Kind
    service: str
    county: str
    municipalities: tuple[str, ...]
    said: dict[str, str | None]
    answer: str | None
    day: str


def changes(sheet: Sheet, rows: Rows, today: date, county: str | None = None, service: str | None = None) -> list[Change]:
    """What comes of every row of a sheet.

    Args:
        sheet: what was read.
        rows: every contact file, local ones laid over ours.
        today: the day the county told us, where a row does not say.
        county: the number of the county the sheet is for; None when each row says.
        service: what rows without a service are about.
    """
    places = Places(rows["kommuner.csv"])
    refused: list[Change] = []
    read: list[_Read] = []
    for row in sheet.rows:
        try:
            read.append(_understood(row, places, today, county, service))
        except StaffError as error:
            refused.append(_refused(row, error))
    alone = Counter(_group(each) for each in read)
    found: list[Change] = []
    taken: dict[tuple[Any, ...], int] = {}
    for each in read:
        try:
            found.append(_change(each, rows, sheet.ours, alone[_group(each)] == 1, taken))
        except StaffError as error:
            refused.append(_refused(each.row, error))
    return sorted([*found, *refused], key=lambda change: change.line)


def _understood(row: SheetRow, places: Places, today: date, county: str | None, service: str | None) -> _Read:
    if row.too_long:
        raise StaffError("avvist_felt")
    about = service_in(row, service)
    kind = BY_SERVICE[about]
    number, municipalities = place_in(row, places, county)
    if kind.file == "kontor.csv" and len(municipalities) != 1:
        raise StaffError("avvist_en_kommune")
    said = values_in(row, kind)
    refuse_persons(row, said)
    return _Read(row, kind, about, number, municipalities, said, answer_in(row), day_in(row, today))


def _refused(row: SheetRow, error: StaffError) -> Change:
    return Change(row.line, "avvist", row.said.get("navn") or row.had.get("navn", ""), refused=error)


def _group(read: _Read) -> tuple[Any, ...]:
    return read.service, read.county, frozenset(read.municipalities)


def _change(read: _Read, rows: Rows, ours: bool, alone: bool, taken: dict[tuple[Any, ...], int]) -> Change:
    row, kind = read.row, read.kind
    name = row.had.get("navn") or row.said.get("navn") or ""
    if not read.said and read.answer is None:
        return Change(row.line, "ubesvart", name, kind)
    old = _ours(read, rows[kind.file], ours, alone)
    same_as = (kind.file, old["rad"] if old is not None else (_group(read), key(name)))
    if same_as in taken:
        raise StaffError("avvist_samme", taken[same_as])
    taken[same_as] = row.line
    if old is None:
        return Change(
            row.line, "ny", name, kind, None, new_row(kind, read.service, read.county, read.municipalities, read.said, read.day, rows)
        )
    name = name or str(old.get("navn") or old.get("eier") or "")
    if read.answer == "finnes_ikke":
        gone = gone_row(kind, old, read.day)
        return Change(row.line, "uendret" if gone == old else "borte", name, kind, old, gone)
    new = changed_row(kind, old, read.said, read.answer == "stemmer", read.day)
    if new == old:
        return Change(row.line, "uendret", name, kind, old)
    if kind.file == "lokale_tilbud.csv" and new["navn"] != old["navn"]:  # its name is what a local row replaces ours by
        raise StaffError("avvist_nytt_navn")
    same = all(new[column] == old[column] for column in kind.fields.values())
    return Change(row.line, "bekreftet" if same else "endret", name, kind, old, new)


def _ours(read: _Read, candidates: Iterable[Row], ours: bool, alone: bool) -> Row | None:
    """The row of ours that a row is about; None when it is a new one.

    Raises:
        StaffError: it must be one of ours, and is none.
    """
    here = [row for row in candidates if _fits(read, row)]
    wanted = (read.row.had if ours else read.row.said).get("navn", "")
    named = [row for row in here if wanted and key(str(row.get("navn") or "")) == key(wanted)]
    if len(named) == 1:
        return named[0]
    if read.kind.file == "inntak.csv" or (read.kind.file == "kontor.csv" and len(here) == 1):
        return here[0]
    nameless = [row for row in here if not row.get("navn")]
    if ours and wanted and len(nameless) == 1:  # the sheet called it by its service
        return nameless[0]
    if (ours and wanted) or read.kind.file == "kontor.csv":
        raise StaffError("avvist_ukjent_rad", wanted or read.row.about.get("kommune", ""))
    if read.kind.file == "skoler.csv":
        raise StaffError("avvist_ny_skole")
    if read.kind.file == "fylkestjenester.csv" and not ours and len(here) == 1 and alone:
        return here[0]  # their one row for what we have one row for, under another name
    return None


def _fits(read: _Read, row: Row) -> bool:
    """Whether one of our rows is for the place and the service that a row of the sheet names."""
    kind, municipalities = read.kind, set(municipalities_of(read.kind, row))
    if kind.file == "fylkestjenester.csv":
        return bool(row["fylkesnummer"] == read.county and row["tjeneste"] == read.service and municipalities == set(read.municipalities))
    if kind.file == "inntak.csv":
        return bool(row["fylkesnummer"] == read.county)
    if kind.file == "kontor.csv":
        return bool(row["kommune"] in read.municipalities and bydel_in(read.row) in (None, row["bydelsnummer"]))
    if kind.file == "lokale_tilbud.csv":
        return set(row["omrade"].split(";")) == (set(read.municipalities) or {read.county})
    return bool(row["kommune"] in (read.municipalities or (row["kommune"],)) and row["kommune"][:2] == read.county)
