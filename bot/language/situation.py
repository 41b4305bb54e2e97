"""What a message tells about the person besides its question: age, and the language they want."""

from __future__ import annotations

import re
from datetime import date

from bot.language.normalise import standard, tidy
from bot.settings import Malform

_AGE = re.compile(
    r"\b(?:(?:jeg|nå|er|blir|ble|fyller|fylte|bare|snart|på|og|age|am|i'm|im|e)\s+)(\d{2})(?:\s*år|\s*åring|\b(?!\s*(?:kr|prosent|%|timer|uker|måneder|dager|mai|januar|februar|mars|april|juni|juli|august|september|oktober|november|desember|000|ganger|stk|min|elever|plasser|poeng)))"
    r"|(?<!i )(?<!over )(?<!snart )\b(\d{2})\s*(?:-|–)?\s*(?:år gammel|åring|år gamal|år\b(?=\s*(?:,|\.|og|$))|yo\b|years? old)"
)
_YOUNG, _OLD = 13, 67
_OF_SOMEBODY_ELSE = re.compile(
    r"\b(?:han|hannj|hain|hun|ho|hu|hen|he|she|\w*bror|\w*broren|\w*brodern|\w*søster|\w*søsteren|\w*søstera|sønn|sønnen|datter|dattera|datteren|venn|vennen|venninna"
    r"|kompis|kompisen|kamerat|kameraten|kjæreste|kjæresten|typen|dama|mor|moren|mora|far|faren|mamma|pappa|eleven|lærlingen|gutten|jenta|barnet|ungen)"
    r"(?: (?:min|mi|mitt|vår|hans|hennes|som|som er))*\s*(?:på\s*)?$"
)
"""What stands before an age that is another's: «han er 19», «lillebroren min er 15»."""

_MALFORM: tuple[tuple[Malform, re.Pattern[str]], ...] = (
    ("nn", re.compile(r"\b(?:på|bruk\w*|skriv\w*|svar\w*|ha|snakk\w*|prat\w*|byt\w*|kan du|vil ha|heller)\b[^.?!]{0,25}\bnynorsk|^nynorsk(?: takk| plis| please)?[.!?]*$")),
    ("nb", re.compile(r"\b(?:på|bruk\w*|skriv\w*|svar\w*|ha|snakk\w*|prat\w*|byt\w*|kan du|vil ha|heller)\b[^.?!]{0,25}\bbokmål|^bokmål(?: takk| plis)?[.!?]*$|\bin norwegian\b")),
    ("en", re.compile(r"\b(?:på|bruk\w*|skriv\w*|svar\w*|snakk\w*|prat\w*|byt\w*)\b[^.?!]{0,25}\bengelsk\b(?! (?:eksamen|karakter|fag))|^(?:in )?english(?: please| pls)?[.!?]*$|\b(?:in|speak|write|do you (?:speak|know)|answer in) english\b")),
)


def read_age(text: str, on: date) -> int | None:
    """The age the person gives, in whole years, or None.

    A year of birth («født i 2004») counts as the age reached this year. Numbers that tell something
    else – weeks, kroner, dates – do not count.
    """
    plain = tidy(text).lower()
    born = re.search(r"\b(?:født|fødd|fodt|born|årgang|kull)\D{0,12}((?:19|20)\d{2})\b", plain)
    if born:
        age = on.year - int(born.group(1))
        return age if _YOUNG <= age <= _OLD else None
    for form in (plain, standard(text)):  # punctuation tells in the one, dialect is read in the other
        for match in _AGE.finditer(form):
            age = int(match.group(1) or match.group(2))
            if _OF_SOMEBODY_ELSE.search(form[: match.start()]):
                continue
            if _YOUNG <= age <= _OLD:
                return age
    return None


def read_asked_malform(text: str) -> Malform | None:
    """The language the person asks to be answered in, or None."""
    plain = tidy(text).lower()
    return next((malform for malform, pattern in _MALFORM if pattern.search(plain)), None)
