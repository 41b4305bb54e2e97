"""Situations that change what helps, whatever the danger is: abroad already, at work, a phone that is watched.

Words tell them well enough (data/language/situations.tsv): nothing hangs on them but which true sentence is said.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from bot.language.danger import CIRCUMSTANCES
from bot.language.lexicon import folded, rows
from bot.language.normalise import fold
from bot.language.utterance import Utterance
from bot.settings import ROOT

SITUATIONS = ROOT / "data" / "language" / "situations.tsv"
MAX_CHARS = 1000


@lru_cache(maxsize=1)
def _patterns(path: Path = SITUATIONS) -> tuple[tuple[str, re.Pattern[str], re.Pattern[str] | None], ...]:
    return tuple(
        (
            row["situation"],
            re.compile(rf"\b(?:{folded(row['pattern'])})\b"),
            re.compile(rf"\b(?:{folded(row['unless'])})\b") if row["unless"] else None,
        )
        for row in rows(path)
    )


def situations() -> frozenset[str]:
    """Every situation that can be told, by words or as the danger model hears it."""
    return frozenset(name for name, _, _ in _patterns()) | set(CIRCUMSTANCES)


def read_situations(said: Utterance) -> frozenset[str]:
    """The situations that a message tells of; its first 1 000 characters are read."""
    plain = f"{fold(said.lower[:MAX_CHARS])} · {said.folded[:MAX_CHARS]}"  # as written, and in standard words
    return frozenset(name for name, words, unless in _patterns() if words.search(plain) and not (unless and unless.search(plain)))
