"""Takes out of a message what says nothing about danger: which place it names and what its numbers are.

«Levanger» shares letters with «leve», and «25» stood in a cry for help once; a classifier of n-grams learns
both. So every name of a municipality or postal town becomes one and the same place, and every number of two
digits or more the same number of that length. Emergency numbers stay: «113» means something.
"""

from __future__ import annotations

import csv
import re
from functools import lru_cache

from bot.contacts.vocabulary import COMMON, GENERIC
from bot.settings import ROOT

CONTACTS = ROOT / "data" / "contacts"
PLACE = "Bergen"
"""Any place at all; a real one, so that the embedding meets a word it knows."""
MIN_LETTERS = 4
"""Shorter names («Os», «Ål») are also words."""
EMERGENCY = frozenset({"110", "112", "113", "911", "116"})
_ALSO_WORDS = frozenset({"hørte", "stol", "grua", "leksa", "marker", "lier", "fjæra", "alver", "aure", "bjerke", "berger", "eid", "flora", "gran", "grue", "helle", "leka", "lom", "maura", "nome",
                         "otta", "rana", "ranker", "rauma", "rena", "seil", "slinda", "stokke", "sula", "vang", "vega", "valle"})  # fmt: skip
_LIVES_IN = re.compile(r"\b(b[ou]r (?:i|på)) ([^\W\d_]+)", re.IGNORECASE)
"""After this an everyday word is a place too: «bor i Sekken»."""
_NUMBER = re.compile(r"\d+")


@lru_cache(maxsize=1)
def place_names() -> frozenset[str]:
    """Every municipality, postal town and other name of one, in lower case."""
    names: set[str] = set()
    for file, column in (("kommuner.csv", "navn"), ("postnummer.csv", "poststed"), ("alias.csv", "navn")):
        with (CONTACTS / file).open(encoding="utf-8", newline="") as rows:
            names.update(row[column].split(" (")[0].lower() for row in csv.DictReader(rows))
    return frozenset(names)


def only_names_a_place(text: str) -> bool:
    """Whether a message is a place's name and nothing else, also one that is an everyday word: «Heim»."""
    return text.strip(" .,!?").lower() in place_names()


@lru_cache(maxsize=1)
def _places() -> tuple[frozenset[str], re.Pattern[str]]:
    names = place_names()
    single = {name for name in names if len(name) >= MIN_LETTERS and name.isalpha()}
    compound = sorted((name for name in names if not name.isalpha()), key=len, reverse=True)
    phrases = re.compile(rf"\b(?:{'|'.join(map(re.escape, compound))})\b", re.IGNORECASE)
    return frozenset(single - COMMON - GENERIC - _ALSO_WORDS), phrases


def _lived_in(word: str) -> bool:
    """Whether one may live there: «Plassen» is a place, «plassen» is not."""
    return word.lower() in (place_names() if word[0].isupper() else place_names() - GENERIC)


def neutral(text: str) -> str:
    """The text with places and numbers made alike; everything else stays as it is written."""
    single, phrases = _places()
    text = _LIVES_IN.sub(lambda found: f"{found[1]} {PLACE}" if _lived_in(found[2]) else found[0], phrases.sub(PLACE, text))
    text = re.sub(r"[^\W\d_]+", lambda word: PLACE if word.group(0).lower() in single else word.group(0), text)
    return _NUMBER.sub(_number, text)


def _number(match: re.Match[str]) -> str:
    digits = match.group(0)
    if digits in EMERGENCY or len(digits) == 1:
        return digits
    return "2" + "0" * (len(digits) - 1)
