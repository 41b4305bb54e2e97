"""Which contacts somebody should look at: older than their limit, or with nothing to press."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.contacts import card_text
from bot.contacts.importer import Rows
from bot.contacts.kinds import KINDS, NATIONAL, Kind, Places, Row, service_of
from bot.contacts.sheet_words import service_title, titles
from bot.contacts.staff_text import WRITTEN, both, say
from bot.settings import ROOT
from bot.yaml_lines import ContentError, read_yaml

LIMITS = ROOT / "data" / "contacts" / "freshness.yml"
Said = dict[str, str]
"""The same words in «nb» and «nn»."""


@dataclass(frozen=True)
class Finding:
    """One row, and why somebody should look at it."""

    kind: Kind
    row: Row
    counties: tuple[str, ...]
    """The numbers of its counties; none when it is for the whole country."""
    reasons: tuple[Said, ...]
    """At least one, in a form that is the same for rows that lack the same."""


@lru_cache(maxsize=1)
def limits(path: Path = LIMITS) -> dict[tuple[str, str], dict[str, Any]]:
    """The limit of each file and date: `maaneder`, and the reason in «nb» and «nn».

    Raises:
        ContentError: a date has no limit, or a limit no reason.
    """
    document = read_yaml(path)
    found = {(file, column): limit for file, columns in document.value.items() for column, limit in columns.items()}
    for kind in KINDS:
        for column in kind.dates:
            limit = found.get((kind.file, column))
            if not limit or not isinstance(limit.get("maaneder"), int) or not all(limit.get(code) for code in WRITTEN):
                raise ContentError(f"{path}:{document.line((kind.file, column))}: {kind.file} {column} needs maaneder, nb and nn")
    return found


def findings(rows: Rows, today: date, county: str | None = None) -> Iterator[Finding]:
    """What somebody should look at, kind by kind.

    Args:
        rows: every contact file, local ones laid over ours.
        today: what ages are counted to.
        county: only the rows of the county with this number.
    """
    places = Places(rows["kommuner.csv"])
    for kind in KINDS:
        for row in rows[kind.file]:
            counties = places.counties_of(kind, row)
            if county is not None and county not in counties:
                continue
            reasons = tuple(_reasons(kind, row, today))
            if reasons:
                yield Finding(kind, row, counties, reasons)


def looked_at(rows: Rows, county: str | None = None) -> int:
    """How many rows there are to look at, those that are never shown by design left out."""
    places = Places(rows["kommuner.csv"])
    return sum(
        1 for kind in KINDS for row in rows[kind.file] if not _left_out(kind, row) and county in (None, *places.counties_of(kind, row))
    )


def _left_out(kind: Kind, row: Row) -> bool:
    """What nobody is meant to see: a national page that was not chosen, a service that the county does not have."""
    return (kind.file == NATIONAL and not row["vises"]) or row.get("finnes") == "nei"


def _reasons(kind: Kind, row: Row, today: date) -> Iterator[Said]:
    if _left_out(kind, row):
        return
    if kind.file == "kontor.csv" and not kind.shown(row, "telefon"):
        yield both("ubekreftet", row["status"])
        return
    yield from _nothing_to_press(kind, row)
    for name, column in kind.statuses.items():
        if kind.value(row, name) and not kind.shown(row, name):
            yield both("ikke_vist", titles(name), row[column])
    for column, fields in kind.dates.items():
        if kind.file != "lokale_tilbud.csv" and not any(kind.shown(row, name) for name in fields):
            continue
        seen = row[column]
        if not seen:
            yield both("uten_dato", both(f"dato_{column}"))
        elif months_since(str(seen), today) > limits()[kind.file, column]["maaneder"]:
            yield both("for_gammel", both(f"dato_{column}"), card_text.when(str(seen)))


def _nothing_to_press(kind: Kind, row: Row) -> Iterator[Said]:
    phone, page, mail = (kind.shown(row, name) for name in ("telefon", "nettside", "epost"))
    if not (phone or page or mail):
        yield both("uten_knapp")
        return
    if "telefon" in kind.fields and not phone:
        yield both("uten_telefon")
    if not page:
        yield both("uten_nettside")


def months_since(seen: str, today: date) -> int:
    """Whole months from the beginning of a year, month or day that is written `2026`, `2026-10` or `2026-10-05`."""
    year, month = int(seen[:4]), int(seen[5:7] or 1)
    return (today.year - year) * 12 + today.month - month


def row_name(kind: Kind, row: Row, places: Places, malform: str) -> str:
    """What a row is called in a list: its own name, else whose it is.

    Args:
        kind: the kind of the row.
        row: one checked row.
        places: the names of municipalities and counties.
        malform: «nb» or «nn», for what has no name.
    """
    if kind.file == "inntak.csv":
        return str(row["eier"])
    if kind.file == "kontor.csv" and not row["navn"]:
        return say("nav_i", malform, row["bydel"] or places.name[row["kommune"]])
    return str(row["navn"] or service_title(service_of(kind, row), malform))
