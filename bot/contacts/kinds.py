"""What each kind of contact is kept in, and which of its values people see: one place for the list, the sheet and the import."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.contacts.card import SHOWN
from bot.contacts.nav_card import SEEN_OFFICE
from bot.contacts.normalise import key
from bot.contacts.tables import PPT, SERVICES

Row = dict[str, Any]
"""One checked row of a contact file."""


@dataclass(frozen=True)
class Kind:
    """One contact file, as those who keep the contacts see it."""

    file: str
    services: tuple[str, ...]
    """What a row of it can be about, as the sheet calls it (`tjenester` in data/contacts/sheet.yml)."""
    fields: Mapping[str, str]
    """What may be corrected: the sheet's name of it, and our column."""
    dates: Mapping[str, tuple[str, ...]]
    """Each column with a date, and the fields it dates."""
    statuses: Mapping[str, str] = field(default_factory=dict)
    """The column that says how a field is known, where each has its own."""

    def value(self, row: Row, name: str) -> str | None:
        """What we have for a field."""
        column = self.fields.get(name)
        return row[column] if column else None

    def shown(self, row: Row, name: str) -> bool:
        """Whether people see the field: there is a value, and somebody has seen it."""
        if not self.value(row, name):
            return False
        if name in self.statuses:
            return row[self.statuses[name]] in SHOWN
        if self.file == "inntak.csv" and name in ("telefon", "epost"):
            return bool(row["kontakt_status"] != "uverifisert")
        if self.file == "lokale_tilbud.csv" and name == "nettside":
            return bool(row["status"] == "bekreftet")
        if self.file == "reserver.csv":
            return bool(row["vises"]) and row["status"] in SHOWN
        return self.file != "kontor.csv" or row["status"] in SEEN_OFFICE


KINDS: tuple[Kind, ...] = (
    Kind(
        "fylkestjenester.csv",
        (*SERVICES[1:], PPT),
        {"navn": "navn", "telefon": "telefon", "nettside": "url", "epost": "epost", "merknad_nb": "merknad_nb", "merknad_nn": "merknad_nn"},
        {"sett": ("telefon", "nettside", "epost")},
        {"telefon": "telefon_status", "nettside": "url_status", "epost": "epost_status"},
    ),
    Kind(
        "inntak.csv",
        ("inntak",),
        {"telefon": "telefon", "nettside": "inntak_url", "epost": "epost", "forside": "forside_url"},
        {"kontakt_dato": ("telefon", "epost"), "inntak_sjekket": ("nettside",), "forside_sjekket": ("forside",)},
    ),
    Kind(
        "kontor.csv",
        ("nav",),
        {"navn": "navn", "telefon": "telefon", "nettside": "url", "adresse": "adresse", "apningstid": "apningstid"},
        {"sett": ("navn",), "url_sett": ("nettside",), "adresse_sett": ("adresse", "apningstid")},
    ),
    Kind(
        "lokale_tilbud.csv",
        ("tilbud",),
        {"navn": "navn", "nettside": "kilde_url", "ansvarlig": "ansvarlig", "hva_nb": "hva_nb", "hva_nn": "hva_nn"},
        {"kjent_aar": ("ansvarlig", "hva_nb", "hva_nn")},
    ),
    Kind("skoler.csv", ("skole",), {"navn": "navn", "nettside": "nettsted", "adresse": "adresse"}, {"sett": ("nettside", "adresse")}),
    Kind("reserver.csv", ("nasjonal",), {"nettside": "url"}, {"sett": ("nettside",)}),
)
"""Every kind, in the order people look for help."""

BY_FILE: Mapping[str, Kind] = {kind.file: kind for kind in KINDS}
BY_SERVICE: Mapping[str, Kind] = {service: kind for kind in KINDS for service in kind.services}
BYDEL = 6
"""How many digits the number of a bydel has; the first four are those of its municipality."""
NATIONAL = "reserver.csv"
"""The file that belongs to no county."""


def service_of(kind: Kind, row: Row) -> str:
    """What a row is about, as the sheet calls it."""
    return str(row["tjeneste"]) if kind.file == "fylkestjenester.csv" else kind.services[0]


def municipalities_of(kind: Kind, row: Row) -> tuple[str, ...]:
    """The numbers of the municipalities a row is for; none when it is for a whole county or for all."""
    if kind.file in ("kontor.csv", "skoler.csv"):
        return (row["kommune"],)
    listed = row.get("kommuner") if kind.file == "fylkestjenester.csv" else row.get("omrade")
    return tuple(number for number in (listed or "").split(";") if len(number) == 4)


class Places:
    """Counties and municipalities by number and by name, from the checked rows of kommuner.csv."""

    def __init__(self, kommuner: list[Row]) -> None:
        """Remember them.

        Args:
            kommuner: the rows of kommuner.csv.
        """
        self.county_of = {row["nummer"]: row["fylkesnummer"] for row in kommuner}
        self.name = {row["nummer"]: row["navn"] for row in kommuner} | {row["fylkesnummer"]: row["fylke"] for row in kommuner}
        self.counties = tuple(sorted(set(self.county_of.values())))
        self._counties = {key(self.name[number]): number for number in self.counties}
        self._municipalities: dict[str, list[str]] = {}
        for row in kommuner:
            for name in {key(row["navn"]), *(key(part) for part in row["offisielt_navn"].split(" – "))}:
                self._municipalities.setdefault(name, []).append(row["nummer"])

    def county(self, text: str) -> str | None:
        """The number of a county, given as «46», «46 Vestland», «Vestland» or «Vestland fylkeskommune»; None for no county."""
        words = key(text).replace(" fylkeskommune", "").replace(" fylke", "").split()
        if words and words[0].isdigit():
            number = words[0].zfill(2)
            return number if number in self.counties else None
        return self._counties.get(" ".join(words))

    def municipalities(self, text: str) -> tuple[str, ...]:
        """The numbers a text can mean: «1806», «1806 Narvik», «Narvik kommune», «030101 Oslo – Gamle Oslo»; none for none of today."""
        words = key(text).removesuffix(" kommune").split()
        if words and words[0].isdigit():
            number = words[0].zfill(4)
            number = number[:4] if len(number) == BYDEL else number
            return (number,) if number in self.county_of else ()
        return tuple(self._municipalities.get(" ".join(words), ()))

    def counties_of(self, kind: Kind, row: Row) -> tuple[str, ...]:
        """The counties a row belongs to; none for what is national."""
        if kind.file in ("fylkestjenester.csv", "inntak.csv"):
            return (row["fylkesnummer"],)
        if kind.file == "lokale_tilbud.csv":
            return tuple(dict.fromkeys(self.county_of.get(number, number) for number in row["omrade"].split(";")))
        return tuple(self.county_of[number] for number in municipalities_of(kind, row))

    def municipality_labels(self, kind: Kind, row: Row) -> tuple[str, ...]:
        """The municipalities a row is for, in words that `municipalities` reads; for an office of a bydel, that bydel."""
        if kind.file == "kontor.csv" and row["bydelsnummer"]:
            return (f"{row['bydelsnummer']} {self.name[row['kommune']]} – {row['bydel']}",)
        return tuple(self.label(number) for number in municipalities_of(kind, row))

    def label(self, number: str) -> str:
        """«1806 Narvik», «46 Vestland»."""
        return f"{number} {self.name[number]}"
