"""Numbers in prose: every number an answer states is a reference into figures.yml."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.content.figures import REFERENCE
from bot.settings import Malform

NAMES_WITH_DIGITS = re.compile(r"\bVg[123]\b|\b(?:2\+2|0\+4|1\+3)\b|\b23/[56](?:-regelen)?\b|\b116111\.no\b")
"""Names, not numbers: school years, ways through training, the 23/5 rule, an address."""

_DIGITS = re.compile(r"\S*\d\S*")
_NORWEGIAN = (
    r"ett|eitt|én|éin|éi|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|"
    r"nitten|tjue|tretti|tredve|førti|femti|seksti|sytti|åtti|nitti|hundre|tusen|halve|halvparten|halvannet|halvannen|halvanna|halvannan|halvtanna|"
    r"dobbelt|tredje|fjerde|femte|sjette|sjuende|syvende|åttende|niende|tiende|tiande"
)
_UNITS = r"years?|months?|weeks?|days?|hours?|times?|per cent|subjects?|level|new|more"
_WORDS: dict[Malform, re.Pattern[str]] = {
    "nb": re.compile(rf"\b(?:{_NORWEGIAN})\b", re.IGNORECASE),
    "nn": re.compile(rf"\b(?:{_NORWEGIAN})\b", re.IGNORECASE),
    "en": re.compile(
        rf"\b(?:one(?= (?:{_UNITS})\b)|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|"
        r"fifty|hundred|thousand|half(?!-year)|twice|third|fourth|fifth|tenth)\b",
        re.IGNORECASE,
    ),
}


def bare_numbers(text: str) -> Iterator[str]:
    """The words of a text that hold digits; what stands in figures.yml counts as none."""
    yield from (match.group(0) for match in _DIGITS.finditer(_prose(text)))


def number_words(text: str, language: Malform) -> Iterator[str]:
    """The numbers a text writes as words: «ett», «halve», “two”."""
    yield from (match.group(0) for match in _WORDS[language].finditer(_prose(text)))


def _prose(text: str) -> str:
    return NAMES_WITH_DIGITS.sub("", REFERENCE.sub("", text))
