"""Reads facts out of free text: answers to a question, and what a message tells in passing.

What a choice may be answered with stands in data/guides/answers.tsv, in the standard form of
bot/language/normalise.py; the first pattern that fits wins. A row marked `told` is certain enough to count in passing,
too. Years and numbers are read here.
"""

from __future__ import annotations

import csv
import re
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from bot.guides.model import UNSURE_VALUES, Fact, Value
from bot.language.person import mine, read_person
from bot.language.utterance import Utterance
from bot.settings import ROOT

ANSWERS = ROOT / "data" / "guides" / "answers.tsv"

YES = re.compile(
    r"^(?:jo|ja|jada|joda|jepp|yes|yep|yeah|jup|stemmer|riktig|det har jeg|det er jeg|det gjør jeg|selvfølgelig|klart|mm|åja|sure|selvsagt)\b"
)
# «no» is «nå» in the standard form; as a whole answer it is the English word.
NO = re.compile(
    r"^(?:nei|neida|nope|nah|næ|niks|ikke|aldri|det har jeg ikke|det er jeg ikke|har ikke|er ikke|not|nå$|nå i\b|nå not)\b|^jeg (?:har|er|gjorde|fikk) (?:det )?ikke\b"
)
UNSURE = re.compile(
    r"\b(?:vet ikke|usikker|aner ikke|ane ikke|ingen anelse|kanskje|husker ikke|tror det|not sure|dont know|don't know|do not know|maybe|vil ikke (?:si|svare)|rather not)\b"
)

_MYSELF = re.compile(r"\b(?:jeg|er|har|fikk|får|sluttet|gikk|går|droppet|hoppet|aldri|jobber|mangler|bestått|i|i'm)\b")
_SUPPOSING = re.compile(r"\bhvis\b")
_YEAR = re.compile(r"\b(19[5-9]\d|20[0-2]\d)\b")
_SHORT_YEAR = re.compile(r"(?:^|\b(?:i|født|fødd|fra|mente|born in) |')'?(\d{2})(?:-?modell|'?er)?$")

_WORDS = {word: number for number, word in enumerate("null ett to tre fire fem seks sju åtte ni ti elleve tolv".split())}
_WORDS |= {"et": 1, "en": 1, "syv": 7, "halvannet": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_COUNT = rf"(\d{{1,2}}|{'|'.join(_WORDS)})"
_NUMBER = re.compile(rf"\b{_COUNT}\b")
_MONTHS_OF = re.compile(rf"\b{_COUNT} (?:mån[ae]d|month)")
_NONE = re.compile(r"\b(?:ingen|ikke noe|aldri|none|(?<!og )ett? halvt år|half a year|noen (?:måneder|uker)|uker?)\b")
_SINCE = re.compile(r"\bsiden (20\d\d)\b|\bsince (20\d\d)\b")
_YEARS_OF_WORK = re.compile(
    rf"\b(?:jobbet|arbeidet|jobb|praksis|erfaring|worked)\b[^\d?]{{0,25}}?\b{_COUNT}(?: \d)? (?:år|years?)\b"
    rf"|\b{_COUNT} (?:års?|years? of) (?:med )?(?:praksis|erfaring|jobb|arbeid|practice|experience|work)\w*"
)


YOUNGEST = 13
"""The youngest who are believed to answer: lower secondary school begins the year one turns 13."""


class _Row(NamedTuple):
    value: str
    told: bool
    pattern: re.Pattern[str]


@lru_cache(maxsize=4)
def answers(path: Path = ANSWERS) -> dict[str, tuple[_Row, ...]]:
    """What may be said to each choice, in the order in which it is tried."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return {
        fact: tuple(_Row(r["value"], r["told"] == "ja", re.compile(r["pattern"])) for r in rows if r["fact"] == fact)
        for fact in dict.fromkeys(row["fact"] for row in rows)
    }


def read_answer(fact: Fact, said: Utterance, on: date) -> Value | None:
    """The answer free text gives to the question about one fact, or None when it is not understood."""
    told = read_content(fact, said, on)
    if told is not None or fact.kind != "choice":
        return told
    if UNSURE.search(said.standard):
        return next((value for value in UNSURE_VALUES if value in fact.options), None)
    if "ja" in fact.options and YES.search(said.standard):
        return "ja"
    if "nei" in fact.options and NO.search(said.standard):
        return "nei"
    return None


def read_content(fact: Fact, said: Utterance, on: date) -> Value | None:
    """As `read_answer`, but not from a bare yes, no or «don't know», which could answer anything."""
    if fact.kind == "year":
        return _year(said, on, fact.low, fact.high)
    if fact.kind == "number":
        return _number(said.standard, fact.low, fact.high, on)
    if (value := fact.named(said.plain)) is not None:
        return value
    return next((row.value for row in answers().get(fact.id, ()) if row.value in fact.options and row.pattern.search(said.standard)), None)


def read_facts(said: Utterance, born: int | None = None) -> dict[str, Value]:
    """Facts that a message tells for certain of the one who writes, of whatever guide.

    Args:
        said: the message; what it tells of somebody else does not count.
        born: the writer's year of birth, if the message tells it.
    """
    own = mine(said)
    plain = own.standard
    if not plain or _SUPPOSING.search(plain) or (said.asks and len(said.words) < 5):
        return {}
    facts: dict[str, Value] = {}
    if years := _YEARS_OF_WORK.search(plain):
        facts["praksis"] = _count(years.group(1) or years.group(2))
    if born is not None:
        facts["fodt"] = born
    if _MYSELF.search(plain):
        for fact, rows in answers().items():
            for row in rows:
                if row.pattern.search(plain):
                    if row.told:
                        facts[fact] = row.value
                    break
    return facts


def _year(said: Utterance, on: date, low: int, high: int) -> int | None:
    """The year of birth in an answer to the question about it: a year, an age, «04», «fyller 19 i mars»."""
    plain = said.lower.rstrip(" .!")
    latest = min(high, on.year - YOUNGEST)  # who writes is no small child: a later year is a slip
    born = read_person(said, on).born
    if born is not None:
        told_as_age = str(on.year - born) in plain
        return _within(born, low, high if told_as_age else latest)
    if found := _YEAR.search(plain):
        return _within(int(found.group(1)), low, latest)
    if plain.isdigit() and YOUNGEST <= int(plain) <= on.year - 2000:  # «16» is an age; «11» and «04» are years
        return _within(on.year - int(plain), low, high)
    short = _SHORT_YEAR.search(plain)
    if short and int(short.group(1)) <= on.year - 2000 - 10:  # «04»; a number between is an age
        return _within(2000 + int(short.group(1)), low, latest)
    if short and int(short.group(1)) >= 50:
        return _within(1900 + int(short.group(1)), low, high)
    alone = re.fullmatch(r"\D{0,12}(\d{2})\D{0,12}", plain)
    return _within(on.year - int(alone.group(1)), low, high) if alone else None


def _within(number: int, low: int, high: int) -> int | None:
    return number if low <= number <= high else None


def _number(plain: str, low: int, high: int, on: date) -> int | None:
    if since := _SINCE.search(plain):
        return max(low, min(high, on.year - int(since.group(1) or since.group(2))))
    if months := _MONTHS_OF.search(plain):
        return max(low, min(high, _count(months.group(1)) // 12))
    if _NONE.search(plain):
        return max(low, 0)
    found = _NUMBER.search(plain)
    return min(_count(found.group(1)), high) if found else None


def _count(text: str) -> int:
    return int(text) if text.isdigit() else _WORDS[text]
