"""What each CSV file must hold: its columns, in order, and the check of every value."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.contacts import models
from bot.contacts.hours import read_hours

SERVICES = ("nav", "ot", "karrieresenter", "fagopplaring", "voksenopplaring", "ombud")
"""The services a person can be sent to."""
PPT = "ppt"
"""The county's educational-psychological service: nobody is sent to it for its own sake, but it is a way in to OT."""

MATTERS = ("laereplass", "praksis", "realkompetanse", "prove", "skjema", "grunnskole")
"""What one page of a service is about when it is not about all of it, the way in first: a place as an apprentice, a certificate
by what one has worked with, what one can already, the test at the end, forms, lower secondary and Norwegian, which the municipality has."""
OF_THE_MUNICIPALITY = "grunnskole"
WAY_IN = "laereplass"
"""The matter of a page where somebody new begins."""


class BadValueError(ValueError):
    """One value of a row is wrong; the message is the reason, in Norwegian."""


Check = Callable[[str], Any]


@dataclass(frozen=True)
class Table:
    """One CSV file and the model its rows become."""

    file: str
    model: type[Any]
    columns: dict[str, Check]
    key: tuple[str, ...]
    """The columns that no two rows may share; () when rows may repeat."""

    def row(self, values: dict[str, str]) -> dict[str, Any]:
        """The checked values of one row.

        Raises:
            BadValueError: with the column's name and the reason.
        """
        result = {}
        for name, check in self.columns.items():
            try:
                result[name] = check(values[name])
            except BadValueError as error:
                raise BadValueError(f"{name}: {error}") from None
        return result


def text(longest: int) -> Check:
    """Text that must be there, at most `longest` characters."""

    def check(value: str) -> str:
        if not value:
            raise BadValueError("mangler")
        if len(value) > longest:
            raise BadValueError(f"er lengre enn {longest} tegn")
        return value

    return check


def optional(check: Check) -> Check:
    """The check when there is a value; None when the field is empty."""
    return lambda value: check(value) if value else None


def digits(count: int) -> Check:
    """Exactly `count` digits."""

    def check(value: str) -> str:
        if not re.fullmatch(rf"[0-9]{{{count}}}", value):
            raise BadValueError(f"«{value}» er ikke et tall på {count} siffer")
        return value

    return check


def one_of(*allowed: str) -> Check:
    """One word of a fixed vocabulary."""

    def check(value: str) -> str:
        if value not in allowed:
            raise BadValueError(f"«{value}» er ikke en av {', '.join(allowed)}")
        return value

    return check


def yes_or(no: str) -> Check:
    """`ja` or `no` as a truth value."""

    def check(value: str) -> bool:
        if value not in ("ja", no):
            raise BadValueError(f"«{value}» er verken «ja» eller «{no}»")
        return value == "ja"

    return check


def url(value: str) -> str:
    """An http(s) address of at most 300 characters."""
    if len(value) > 300 or not re.fullmatch(r"https?://[\wæøåÆØÅ-]+(\.[\wæøåÆØÅ-]+)+(:\d+)?(/[^\s<>\"]*)?", value):
        raise BadValueError(f"«{value}» er ikke en nettadresse")
    return value


def phone(value: str) -> str:
    """A Norwegian phone number, `55 55 33 33` or `116 123`."""
    if not re.fullmatch(r"\d{2} \d{2} \d{2} \d{2}|\d{3} \d{2} \d{3}|\d{3} \d{3}|\d{5}", value):
        raise BadValueError(f"«{value}» er ikke et telefonnummer")
    return value


def week(value: str) -> str:
    """Opening hours through the week: `man-fre 09:00-15:00`."""
    try:
        read_hours(value)
    except ValueError as error:
        raise BadValueError(str(error)) from None
    return value


def email(value: str) -> str:
    """An e-mail address."""
    if len(value) > 120 or not re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", value):
        raise BadValueError(f"«{value}» er ikke en e-postadresse")
    return value


def date(value: str) -> str:
    """A day, month or year: `2026-10-05`, `2026-10` or `2026`."""
    match = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", value)
    try:
        if not match:
            raise ValueError
        datetime.date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
        if not 1990 <= int(match[1]) <= 2100:
            raise ValueError
    except ValueError:
        raise BadValueError(f"«{value}» er ikke en dato") from None
    return value


def whole_number(value: str) -> int:
    """A whole number of at most four digits."""
    if not re.fullmatch(r"[0-9]{1,4}", value):
        raise BadValueError(f"«{value}» er ikke et helt tall")
    return int(value)


def year(value: str) -> int:
    """A year from 2000 to 2100."""
    if not re.fullmatch(r"20\d\d", value):
        raise BadValueError(f"«{value}» er ikke et årstall")
    return int(value)


def numbers(value: str) -> str:
    """County or municipality numbers, separated by semicolons."""
    if not re.fullmatch(r"(\d{2}|\d{4})(;(\d{2}|\d{4}))*", value):
        raise BadValueError(f"«{value}» er ikke kommune- eller fylkesnummer skilt med semikolon")
    return value


_SEEN = one_of("sett", "lenke_sett", "lenke_sjekket", "gammel", "uverifisert")

TABLES: tuple[Table, ...] = (
    Table(
        "kommuner.csv",
        models.Kommune,
        {
            "nummer": digits(4),
            "navn": text(80),
            "offisielt_navn": text(160),
            "fylkesnummer": digits(2),
            "fylke": text(80),
            "malform": one_of("bokmål", "nynorsk", "nøytral"),
            "nettsted": optional(url),
        },
        ("nummer",),
    ),
    Table(
        "alias.csv",
        models.Alias,
        {
            "navn": text(80),
            "tidligere_nummer": optional(digits(4)),
            "kommune": digits(4),
            "type": one_of("tidligere", "samisk", "kvensk", "talemål", "innbygger", "del"),
            "gyldig_til": optional(date),
            "merknad": optional(text(200)),
        },
        ("navn", "tidligere_nummer", "kommune"),
    ),
    Table("regioner.csv", models.Region, {"navn": text(80), "kommuner": numbers}, ("navn",)),
    Table(
        "postnummer.csv",
        models.Postnummer,
        {"postnummer": digits(4), "poststed": text(80), "kommune": digits(4), "kategori": one_of(*"BFGPS")},
        ("postnummer",),
    ),
    Table(
        "kontor.csv",
        models.Kontor,
        {
            "kommune": digits(4),
            "bydelsnummer": optional(digits(6)),
            "bydel": optional(text(80)),
            "enhetsnummer": optional(digits(4)),
            "navn": optional(text(120)),
            "status": one_of("sett_i_navdata", "bekreftet_kommuneside", "avledet", "usikker"),
            "kan_vaere_endret": yes_or(""),
            "sett": optional(date),
            "url": optional(url),
            "url_sett": optional(date),
            "telefon": optional(phone),
            "adresse": optional(text(200)),
            "apningstid": optional(text(200)),
            "apningstid_nn": optional(text(200)),
            "tider": optional(week),
            "adresse_sett": optional(date),
            "finner_url": url,
            "kilde": optional(text(120)),
        },
        ("kommune", "bydelsnummer"),
    ),
    Table(
        "fylkestjenester.csv",
        models.Fylkestjeneste,
        {
            "fylkesnummer": digits(2),
            "fylke": text(80),
            "tjeneste": one_of(*SERVICES[1:], PPT),
            "navn": optional(text(200)),
            "finnes": one_of("ja", "nei", "ukjent"),
            "gjelder": optional(one_of(*MATTERS)),
            "kommuner": optional(numbers),
            "url": optional(url),
            "url_status": _SEEN,
            "telefon": optional(phone),
            "telefon_status": _SEEN,
            "epost": optional(email),
            "epost_status": _SEEN,
            "sett": optional(date),
            "merknad_nb": optional(text(400)),
            "merknad_nn": optional(text(400)),
            "kilde": optional(text(120)),
        },
        (),
    ),
    Table(
        "skoler.csv",
        models.Skole,
        {
            "organisasjonsnummer": digits(9),
            "navn": text(120),
            "kommune": digits(4),
            "adresse": text(200),
            "nettsted": optional(url),
            "sett": date,
        },
        ("organisasjonsnummer",),
    ),
    Table(
        "naermeste_skole.csv",
        models.NaermesteSkole,
        {"kommune": digits(4), "organisasjonsnummer": digits(9), "km": whole_number},
        ("kommune", "organisasjonsnummer"),
    ),
    Table(
        "inntak.csv",
        models.Inntak,
        {
            "fylkesnummer": digits(2),
            "fylke": text(80),
            "eier": text(120),
            "nettsted": url,
            "forside_url": optional(url),
            "forside_sjekket": optional(date),
            "inntak_url": optional(url),
            "inntak_sjekket": optional(date),
            "telefon": optional(phone),
            "epost": optional(email),
            "telefon_til": optional(one_of("inntak", "sentralbord")),
            "kontakt_status": one_of("oppgitt_av_andre", "kontrollert", "uverifisert"),
            "kontakt_dato": optional(date),
        },
        ("fylkesnummer",),
    ),
    Table(
        "reserver.csv",
        models.Reserve,
        {
            "tjeneste": one_of(*SERVICES),
            "navn": text(160),
            "url": url,
            "telefon": optional(phone),
            "status": one_of("sett", "lenke_sett", "uverifisert"),
            "sett": optional(date),
            "vises": yes_or("nei"),
        },
        (),
    ),
    Table(
        "lokale_tilbud.csv",
        models.LokaltTilbud,
        {
            "navn": text(160),
            "omrade_type": one_of("kommune", "fylke"),
            "omrade": numbers,
            "ansvarlig": text(200),
            "hva_nb": text(500),
            "hva_nn": text(500),
            "rapportside": optional(text(10)),
            "status": one_of("bekreftet", "bekreftet_andre_steder", "sett_eldre", "ikke_funnet", "ikke_sokt"),
            "kjent_aar": year,
            "bekreftet": optional(date),
            "belegg": optional(text(500)),
            "kilde_url": optional(url),
        },
        ("navn", "omrade"),
    ),
)
"""Every file of the contact data; municipalities first, since the others point at them."""


def written(table: Table, column: str, value: Any) -> str:
    """A stored value as it stands in the CSV file."""
    if isinstance(value, bool):
        no = "nei" if (table.file, column) == ("reserver.csv", "vises") else ""
        return "ja" if value else no
    return "" if value is None else str(value)
