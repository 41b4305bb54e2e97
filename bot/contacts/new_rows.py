"""What a row of ours becomes when those who know have told what is right. Only what they told of gets a new date."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.contacts.importer import SOURCE, Rows
from bot.contacts.kinds import Kind, Row
from bot.contacts.nav_card import SEEN_OFFICE
from bot.contacts.sheet_words import words
from bot.contacts.staff_text import StaffError
from bot.contacts.tables import TABLES, BadValueError, written

_TABLES = {table.file: table for table in TABLES}


def changed_row(kind: Kind, old: Row, said: Mapping[str, str | None], right: bool, day: str) -> Row:
    """The row with what was told in it.

    Args:
        kind: the kind of the row.
        old: our row.
        said: what is right, by the sheet's names; None for what should be taken away.
        right: the rest is right as it stands.
        day: the day it was checked.

    Raises:
        StaffError: the row cannot be like this.
    """
    new = {**old, **{kind.fields[name]: value for name, value in said.items()}}
    told = {name for name in kind.fields if name in said or (right and kind.value(old, name))}
    _mark_known(kind, new, told)
    for column, fields in kind.dates.items():
        if told & set(fields) and all(name in told for name in fields if kind.shown(new, name)):
            new[column] = int(day[:4]) if column == "kjent_aar" else day
    if told and SOURCE in new and new != old:
        new[SOURCE] = words()["kilde"]
    return _checked(kind, new)


def _mark_known(kind: Kind, new: Row, told: set[str]) -> None:
    """Set the statuses of what was told: those who have it say so themselves."""
    for name in told & set(kind.statuses):
        new[kind.statuses[name]] = "sett" if kind.value(new, name) else "uverifisert"
    if kind.file == "fylkestjenester.csv" and told:
        new["finnes"] = "ja"
    elif kind.file == "inntak.csv" and {"telefon", "epost"} & told:
        if new["kontakt_status"] == "uverifisert":  # the other was never seen
            new.update({column: None for column in ("telefon", "epost") if column not in told})
        new["kontakt_status"] = "kontrollert" if new["telefon"] or new["epost"] else "uverifisert"
        new["telefon_til"] = (new["telefon_til"] or "inntak") if new["telefon"] else None
    elif kind.file == "kontor.csv" and "navn" in told:
        new["status"] = new["status"] if new["status"] in SEEN_OFFICE else "bekreftet_kommuneside"
        new["kan_vaere_endret"] = False
    elif kind.file == "lokale_tilbud.csv" and told:
        new["status"] = "bekreftet"


def gone_row(kind: Kind, old: Row, day: str) -> Row:
    """The row of a service or an offer that is no more.

    Args:
        kind: the kind of the row.
        old: our row.
        day: the day it was checked.

    Raises:
        StaffError: a county always has one of this kind.
    """
    if kind.file == "lokale_tilbud.csv":
        return {**old, "status": "ikke_funnet"}
    if kind.file != "fylkestjenester.csv":
        raise StaffError("avvist_finnes_ikke")
    empty = {kind.fields[name]: None for name in kind.statuses} | dict.fromkeys(kind.statuses.values(), "uverifisert")
    return {**old, **empty, "finnes": "nei", "sett": day, SOURCE: words()["kilde"]}


def new_row(
    kind: Kind,
    service: str,
    county: str,
    municipalities: tuple[str, ...],
    said: Mapping[str, str | None],
    day: str,
    rows: Rows,
) -> Row:
    """A row for what we did not have: a county's service, or a local offer.

    Args:
        kind: the kind of the row.
        service: what it is about.
        county: the number of the county.
        municipalities: the numbers of its municipalities; none when it is for the whole county.
        said: what is right, by the sheet's names.
        day: the day it was checked.
        rows: every contact file, for the name of the county.

    Raises:
        StaffError: something it must have is not there.
    """
    if not said.get("navn"):
        raise StaffError("avvist_navn")
    blank: dict[str, Any] = dict.fromkeys(_TABLES[kind.file].columns)
    if kind.file == "lokale_tilbud.csv":
        if not all(said.get(name) for name in ("ansvarlig", "hva_nb", "hva_nn")):
            raise StaffError("avvist_tilbud")
        area = ";".join(sorted(municipalities)) or county
        blank |= {"omrade_type": "kommune" if municipalities else "fylke", "omrade": area, "status": "bekreftet", "kjent_aar": int(day[:4])}
    else:
        if not (said.get("telefon") or said.get("nettside")):
            raise StaffError("avvist_uten_knapp")
        name = next(row["fylke"] for row in rows["kommuner.csv"] if row["fylkesnummer"] == county)
        blank |= {"fylkesnummer": county, "fylke": name, "tjeneste": service, "kommuner": ";".join(sorted(municipalities)) or None}
        blank |= {"finnes": "ja", **dict.fromkeys(kind.statuses.values(), "uverifisert")}
    return changed_row(kind, {"rad": 0, **blank}, said, right=False, day=day)


def _checked(kind: Kind, row: Row) -> Row:
    """The row, checked as the files are when they are read."""
    table = _TABLES[kind.file]
    if kind.file == "fylkestjenester.csv" and bool(row["merknad_nb"]) != bool(row["merknad_nn"]):
        raise StaffError("avvist_merknad")
    try:
        return {"rad": row["rad"], **table.row({name: written(table, name, row[name]) for name in table.columns})}
    except BadValueError as error:
        raise StaffError("avvist_rad", str(error)) from None
