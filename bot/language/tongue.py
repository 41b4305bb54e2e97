"""Which language a message is in that is neither Norwegian nor English: by its script, its letters, its small words.

Libraries that tell languages know neither Tigrinya nor Northern Sámi, or read «hei» as Finnish; here only a few languages matter,
and a message is one of them only when much of it says so (data/language/tongues.tsv).
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bot.language.english import odds
from bot.language.malform import BOKMAL, DIALECT, NYNORSK
from bot.settings import ROOT

FILE = ROOT / "data" / "language" / "tongues.tsv"
OTHER = "annet"
"""A language in another script than ours that is not in the table."""
LATIN = "LATIN"
MOST_READ = 400
"""Characters that are read."""
SHARE = 0.3
"""Of the words of a message in Latin letters, how many must be the language's."""

_WORD = re.compile(r"[^\W\d_]+")
_OURS = BOKMAL | NYNORSK | DIALECT


@dataclass(frozen=True)
class _Signs:
    tongue: str
    script: str
    letters: frozenset[str]
    words: frozenset[str]


def tongues() -> frozenset[str]:
    """Every language that can be told."""
    return frozenset(signs.tongue for signs in _table()) | {OTHER}


@lru_cache(maxsize=1)
def _table(path: Path = FILE) -> tuple[_Signs, ...]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return tuple(_Signs(row["tongue"], row["script"], frozenset(row["letters"]), frozenset(row["words"].split())) for row in rows)


def read_tongue(text: str) -> str | None:
    """The language a message is in; None for Norwegian, English, and what cannot be told.

    Args:
        text: one message, any length; its first 400 characters are read.
    """
    text = unicodedata.normalize("NFC", text[:MOST_READ]).lower()
    scripts = Counter(_script(char) for char in text if char.isalpha())
    if not scripts:
        return None
    script, times = scripts.most_common(1)[0]
    if script == LATIN:
        return _latin(_WORD.findall(text))
    if 2 * times <= scripts.total():
        return None
    of_script = [signs for signs in _table() if signs.script == script]
    marked = [signs for signs in of_script if signs.letters & set(text)]
    plain = [signs for signs in of_script if not signs.letters]
    return next((signs.tongue for signs in (*marked, *plain)), OTHER)


def _latin(words: list[str]) -> str | None:
    english = odds()
    ours = sum(word in _OURS or english.get(word, 0.0) > 0 for word in words)
    for signs in _table():
        if signs.script != LATIN:
            continue
        theirs = sum(word in signs.words or bool(signs.letters & set(word)) for word in words)
        if theirs >= 2 and theirs > ours and theirs >= SHARE * len(words):
            return signs.tongue
    return None


@lru_cache(maxsize=2048)
def _script(char: str) -> str:
    return unicodedata.name(char, "").split(" ", maxsplit=1)[0]
