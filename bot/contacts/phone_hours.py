"""When numbers that many cards share are answered (data/contacts/telefontider.yml)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bot.contacts.hours import read_hours
from bot.settings import ROOT
from bot.yaml_lines import ContentError, read_yaml

PHONE_HOURS = ROOT / "data" / "contacts" / "telefontider.yml"


@dataclass(frozen=True)
class PhoneHours:
    """When a number is answered, and when that was seen."""

    hours: str
    seen: str


def phone_hours(phone: str | None) -> PhoneHours | None:
    """When a number is answered; None when nobody has seen it.

    Raises:
        ContentError: the file cannot be used.
    """
    return load_phone_hours().get(phone or "")


@lru_cache(maxsize=1)
def load_phone_hours(path: Path = PHONE_HOURS) -> dict[str, PhoneHours]:
    """The hours of every number we know them of.

    Raises:
        ContentError: a number lacks its hours, its date or its source, or the hours cannot be read.
    """
    document = read_yaml(path)
    found = {}
    for phone, row in document.value.items():
        where = f"{path}:{document.line((phone,))}: {phone}"
        if not isinstance(row, dict) or set(row) != {"tider", "sett", "kilde"}:
            raise ContentError(f"{where} must have exactly tider, sett, kilde")
        try:
            read_hours(row["tider"])
        except ValueError as error:
            raise ContentError(f"{where}: {error}") from None
        found[phone] = PhoneHours(row["tider"], str(row["sett"]))
    return found
