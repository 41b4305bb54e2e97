"""Masks a date of birth whose month is a word: «født 1. januar 1999», «my birthday is March 3». The year is kept: the age is needed to answer, the day is not."""

from __future__ import annotations

import re

_HINT = (
    r"(?:\bfødt|\bfødd|\bfodt|\b(?:fødselsda|bursda|gebursda)\w*|\bborn|\bbirthday|\bdate of birth|\bdob|\bf\.)"
    r"\W{0,4}(?:(?:er|var|den|på|mitt|min|is|was|on|my|the|i)\W{1,2}){0,3}"
)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:\.|st|nd|rd|th)?"
_MONTH = r"(?:jan(?:uary?)?|feb(?:ruary?)?|mars|march|mar|apr(?:il)?|mai|may|jun[ie]?|jul[iy]?|aug(?:ust)?|sept?(?:ember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|des(?:ember)?|dec(?:ember)?)\.?"
_YEAR = r"(?:(?:19|20)\d\d|['’]?\d\d)(?!\d)"
_DATE = rf"(?:{_DAY}\s*(?:of\s+)?{_MONTH}|{_MONTH}\s+{_DAY})(?!\w)(?:\s*,?\s*(?P<year{{n}}>{_YEAR}))?"
_BORN = re.compile(
    rf"(?P<before>{_HINT})(?:{_DATE.format(n=1)})|(?:{_DATE.format(n=2)})(?=\s+(?:er|ble|blei|vart|was|am)?\s*(?:jeg|eg|æ|i)?\s*(?:født|fødd|born)\b)",
    re.IGNORECASE,
)


def mask_written_dates(text: str, found: list[str]) -> str:
    """The text with `[fødselsdato]` for each day of birth, the year before it; the kind is added to `found`."""

    def replace(match: re.Match[str]) -> str:
        found.append("fødselsdato")
        year = match["year1"] or match["year2"]
        return (match["before"] or "") + (f"{year} " if year else "") + "[fødselsdato]"

    return _BORN.sub(replace, text)
