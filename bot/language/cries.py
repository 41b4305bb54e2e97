"""The net under everything: messages so short that no classifier should have the last word (data/language/cries.tsv)."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from bot.language.danger import Danger, Level
from bot.language.lexicon import folded, rows
from bot.language.normalise import fold
from bot.language.utterance import Utterance
from bot.settings import ROOT

CRIES = ROOT / "data" / "language" / "cries.tsv"
MOST_WORDS = 12

_ALARM = frozenset("🔪🩸🔫💉💊🪢⚰🆘🚨")
_TEARS = frozenset("😭😢💔🥺😞😔😿")
_EMOJI = re.compile(r"[\U0001F000-\U0001FAFF\u2600-\u27BF\u2B00-\u2BFF\uFE0F\u200d\s]+")


@lru_cache(maxsize=1)
def _patterns(path: Path = CRIES) -> tuple[tuple[Level, str, re.Pattern[str]], ...]:
    return tuple((row["level"], row["kind"], re.compile(folded(row["pattern"]))) for row in rows(path))  # type: ignore[misc]


def read_cry(said: Utterance) -> Danger | None:
    """What a message, or a clause of one, tells that is nothing but a cry, an emergency number, emoji or a question for a way to die."""
    if said.tidy and _EMOJI.fullmatch(said.tidy):
        if _ALARM & set(said.tidy):
            return Danger("akutt", "ukjent")
        return Danger("tung", "trist") if _TEARS & set(said.tidy) else None
    if len(said.tidy.split()) > MOST_WORDS:
        return None
    for form in (said.lower, said.standard):
        plain = re.sub(r"[^\w ]+", "", fold(form)).strip()
        for level, kind, pattern in _patterns():
            if pattern.fullmatch(plain):
                return Danger(level, kind)
    return None
