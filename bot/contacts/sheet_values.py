"""Every value of a sheet, checked once: phone, page, e-mail, text, place, date. What is wrong is told in one sentence."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping

from bot.contacts.kinds import BY_SERVICE, BYDEL, NATIONAL, Kind, Places
from bot.contacts.normalise import key
from bot.contacts.personal import is_mobile, is_person, is_persons_address, mobile_in
from bot.contacts.sheet_reading import SheetRow
from bot.contacts.sheet_words import service_title, services, titles, words
from bot.contacts.staff_text import WRITTEN, StaffError
from bot.contacts.tables import TABLES, BadValueError

_CHECKS = {table.file: table.columns for table in TABLES}
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)


def service_in(row: SheetRow, default: str | None) -> str:
    """Which service a row is about.

    Raises:
        StaffError: it names none that we know.
    """
    text = row.about.get("tjeneste", "")
    found = services().get(key(text)) if text else default
    if found is None or BY_SERVICE[found].file == NATIONAL:
        known = [name for name in words()["tjenester"] if BY_SERVICE[name].file != NATIONAL]
        raise StaffError("avvist_tjeneste", text, {code: ", ".join(service_title(name, code) for name in known) for code in WRITTEN})
    return found


def place_in(row: SheetRow, places: Places, default: str | None) -> tuple[str, tuple[str, ...]]:
    """The county a row is for, and the municipalities, if it names any.

    Args:
        row: the row.
        places: every county and municipality.
        default: the county the whole sheet is for; a row for another is refused.

    Raises:
        StaffError: it names none, one that is not there, or one elsewhere.
    """
    county, text = default, row.about.get("fylke", "")
    if text:
        county = places.county(text)
        if county is None:
            raise StaffError("avvist_fylke", text)
    listed = [part.strip() for part in re.split(r"[;,/]", row.about.get("kommune", "")) if part.strip()]
    listed = [
        each for part in listed for each in ([part] if places.municipalities(part) else part.split(" og "))
    ]  # «Evje og Hornnes» is one
    found = tuple(dict.fromkeys(_municipality(part, county, places) for part in listed))
    counties = {places.county_of[number] for number in found} | ({county} if county else set())
    if not counties:
        raise StaffError("avvist_uten_sted")
    wanted = default or county or min(counties)
    if counties != {wanted}:
        raise StaffError("avvist_annet_fylke", places.label(min(counties - {wanted})), places.label(wanted))
    return wanted, found


def _municipality(text: str, county: str | None, places: Places) -> str:
    found = places.municipalities(text)
    here = tuple(number for number in found if county in (None, places.county_of[number]))
    if not found:
        raise StaffError("avvist_kommune", text)
    if len(here or found) > 1:
        raise StaffError("avvist_flere_kommuner", text)
    return (here or found)[0]


def bydel_in(row: SheetRow) -> str | None:
    """The number of the bydel a row is for, when it names one."""
    found = re.match(rf"\d{{{BYDEL}}}(?!\d)", row.about.get("kommune", ""))
    return found.group() if found else None


def day_in(row: SheetRow, today: datetime.date) -> str:
    """The day the row was checked; today when it does not say.

    Raises:
        StaffError: it is no day, or one to come.
    """
    text = row.about.get("dato")
    if not text:
        return today.isoformat()
    for form in ("%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y", "%d/%m/%Y"):
        try:
            day = datetime.datetime.strptime(text, form).date()
        except ValueError:
            continue
        if datetime.date(1990, 1, 1) <= day <= today:
            return day.isoformat()
    raise StaffError("avvist_dato", text)


def answer_in(row: SheetRow) -> str | None:
    """`stemmer`, `finnes_ikke`, or None when it is not answered.

    Raises:
        StaffError: it is answered with something else.
    """
    text = row.about.get("svar", "")
    for answer, spellings in words()["svar"].items():
        if key(text) in spellings:
            return str(answer)
    if text:
        raise StaffError("avvist_svar", text)
    return None


def values_in(row: SheetRow, kind: Kind) -> dict[str, str | None]:
    """What a row says is right, in the form of our files; None for what should be taken away.

    Raises:
        StaffError: a value is wrong, or does not belong to this kind.
    """
    found: dict[str, str | None] = {}
    for name, text in row.said.items():
        column = kind.fields.get(name)
        if column is None:
            if name == "navn":  # the office that takes in pupils has no name of its own
                continue
            raise StaffError("avvist_felt_her", titles(name), {code: service_title(kind.services[0], code) for code in WRITTEN})
        if text in words()["fjern"]:
            if name in ("navn", "ansvarlig", "hva_nb", "hva_nn") or (kind.file, name) == ("skoler.csv", "adresse"):
                raise StaffError("avvist_fjern", titles(name))
            found[name] = None
            continue
        found[name] = _checked(kind, name, column, text)
    return found


def _checked(kind: Kind, name: str, column: str, text: str) -> str:
    if name == "telefon":
        value = _phone(text)
    elif name in ("nettside", "forside") and "://" not in text and _HOST.fullmatch(text):
        value = f"https://{text}"
    else:
        value = text
    try:
        _CHECKS[kind.file][column](value)
    except BadValueError:
        told = {"telefon": "avvist_telefon", "nettside": "avvist_nettside", "forside": "avvist_nettside", "epost": "avvist_epost"}.get(name)
        if told:
            raise StaffError(told, text[:60]) from None
        raise StaffError("avvist_tekst", text[:30], titles(name)) from None
    return value


def _phone(text: str) -> str:
    """A number as our files have it: «51 51 69 00», however it was written."""
    digits = re.sub(r"[\s.()-]", "", text)
    digits = re.sub(r"^(\+|00)47(?=\d{8}$)", "", digits)
    if re.fullmatch(r"8\d{7}", digits):
        return f"{digits[:3]} {digits[3:5]} {digits[5:]}"
    if re.fullmatch(r"[2-79]\d{7}", digits):
        return " ".join(digits[place : place + 2] for place in range(0, 8, 2))
    return digits if re.fullmatch(r"0\d{4}", digits) else text


def refuse_persons(row: SheetRow, said: Mapping[str, str | None]) -> None:
    """Refuse what names a private person: Veivalg sends people to services.

    Raises:
        StaffError: a name, an address or a mobile that is somebody's, or a mobile that nobody says is the service's own.
    """
    name = row.said.get("navn") or row.had.get("navn", "")
    phone = said.get("telefon") or ""
    if is_mobile(phone):
        if not name or is_person(name):
            raise StaffError("avvist_mobil_person", phone)
        if key(row.about.get("tjenestemobil", "")) not in words()["ja"]:
            raise StaffError("avvist_mobil", phone)
    for field in ("navn", "ansvarlig"):
        if is_person(said.get(field) or ""):
            raise StaffError("avvist_person", said[field])
    if is_persons_address(said.get("epost") or ""):
        raise StaffError("avvist_person_epost", said["epost"])
    for field, text in said.items():
        if field not in ("telefon", "nettside", "forside", "epost") and text and mobile_in(text):
            raise StaffError("avvist_mobil_i_tekst", titles(field))
