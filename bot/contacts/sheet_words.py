"""What the columns and services of the sheet are called, by us and by a county (data/contacts/sheet.yml)."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.contacts.normalise import key
from bot.contacts.staff_text import WRITTEN
from bot.settings import ROOT
from bot.yaml_lines import ContentError, read_yaml

WORDS = ROOT / "data" / "contacts" / "sheet.yml"
CONTEXT = ("fylke", "kommune", "tjeneste", "mangler", "sett", "svar", "dato", "tjenestemobil", "person")
"""The columns that are about the row; every other is something that can be corrected."""


@lru_cache(maxsize=1)
def words(path: Path = WORDS) -> dict[str, Any]:
    """The file, checked.

    Raises:
        ContentError: a name lacks a language, or two columns or services have the same name.
    """
    document = read_yaml(path)
    for part in ("kolonner", "tjenester"):
        owners: dict[str, str] = {}
        for name, given in document.value[part].items():
            if not all(given.get(code) for code in WRITTEN):
                raise ContentError(f"{path}:{document.line((part, name))}: {name} needs {', '.join(WRITTEN)}")
            for spelling in _spellings(given, name):
                if owners.setdefault(spelling, name) != name:
                    raise ContentError(f"{path}:{document.line((part, name))}: «{spelling}» is {owners[spelling]} already")
    return document.value  # type: ignore[no-any-return]


def title(column: str, malform: str) -> str:
    """The heading of a column."""
    return str(words()["kolonner"][column][malform])


def titles(column: str) -> dict[str, str]:
    """The heading of a column in both languages."""
    return {code: title(column, code) for code in WRITTEN}


def have_title(column: str, malform: str) -> str:
    """The heading over what we have: «Telefon – vi har»."""
    return str(words()["vi_har"][malform].format(title(column, malform)))


def right_title(column: str, malform: str) -> str:
    """The heading over the empty column beside it: «Telefon – riktig»."""
    return str(words()["riktig"][malform].format(title(column, malform)))


def service_title(service: str, malform: str) -> str:
    """What a service is called."""
    return str(words()["tjenester"][service][malform])


@lru_cache(maxsize=1)
def headings() -> dict[str, tuple[str, str]]:
    """Every heading that is understood, as `normalise.key` gives it: which column, and «har», «riktig» or «» for either."""
    found: dict[str, tuple[str, str]] = {}
    for column, given in words()["kolonner"].items():
        for spelling in _spellings(given, column):
            found[spelling] = (column, "")
        for code in WRITTEN:
            found[key(have_title(column, code))] = (column, "har")
            found[key(right_title(column, code))] = (column, "riktig")
    return found


@lru_cache(maxsize=1)
def services() -> dict[str, str]:
    """Every name of a service that is understood, as `normalise.key` gives it."""
    return {spelling: name for name, given in words()["tjenester"].items() for spelling in _spellings(given, name)}


def _spellings(given: dict[str, Any], name: str) -> set[str]:
    return {key(text) for text in (name, *(given[code] for code in WRITTEN), *given["ogsaa"])}
