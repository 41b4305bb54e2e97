"""Topics that hurt when they are brought up by mistake: prison, drugs, a police certificate.

«Blikket til sensor. Da rister hele meg» is no question about withdrawal. Such a topic needs a word of its own in the message
(data/language/delicate.tsv), or a classifier that is certain.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from bot.language.lexicon import folded, rows
from bot.language.normalise import fold
from bot.language.utterance import Utterance
from bot.settings import ROOT

LEXICON = ROOT / "data" / "language" / "delicate.tsv"
MAX_CHARS = 1000


@lru_cache(maxsize=1)
def _patterns(path: Path = LEXICON) -> dict[str, re.Pattern[str]]:
    return {row["topic"]: re.compile(rf"\b(?:{folded(row['pattern'])})\b") for row in rows(path)}


def delicate() -> frozenset[str]:
    """Every topic that needs a word of its own."""
    return frozenset(_patterns())


def unnamed(said: Utterance) -> frozenset[str]:
    """The delicate topics that no word of a message names; its first 1 000 characters are read."""
    plain = f"{fold(said.lower[:MAX_CHARS])} · {said.folded[:MAX_CHARS]}"
    return frozenset(topic for topic, words in _patterns().items() if not words.search(plain))
