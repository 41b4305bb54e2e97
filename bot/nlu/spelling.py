"""Mends slips of the thumb before a message is read: a word nobody writes that is one letter from one that many write.

What people write on purpose – dialect, nynorsk, chat, names – stands in the corpora and is left alone. How much it mends and
what it costs: docs/decisions/0011-spelling.md.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST = 4
"""Letters of a word that may be mended: among shorter ones everything is near everything."""
KNOWN = 2
"""From this many times on a word is one that people write."""
COMMON = 3
"""From this many times on a word may be what was meant."""
LIKELIER = 10
"""How many times as usual the word meant must be as the one written."""
MOST_UNKNOWN = 0.4
"""The share of words that may be unknown in a message that is mended."""
CLEARLY = 3
"""How many times as usual as the next best."""

_WORD = re.compile(r"[^\W\d_]+")


class Speller:
    """Knows how often each word is written, and which one was meant."""

    def __init__(self) -> None:
        self._count: dict[str, int] = {}
        self._common: list[str] = []

    def fit(self, texts: Iterable[str]) -> None:
        """Count the words of texts as people write them."""
        self._know(Counter(word.lower() for text in texts for word in _WORD.findall(text)))

    def _know(self, count: Mapping[str, int]) -> None:
        self._count = {word: times for word, times in count.items() if times >= KNOWN}
        self._common = [word for word, times in self._count.items() if times >= COMMON and len(word) >= SHORTEST - 1]

    def parts(self) -> tuple[dict[str, np.ndarray], dict[str, Any]]:
        """What was learnt, as arrays and values to be stored."""
        return {"times": np.array(list(self._count.values()), np.int32)}, {"words": list(self._count)}

    def restore(self, arrays: Mapping[str, np.ndarray], values: Mapping[str, Any]) -> None:
        """Take back what `parts` gave."""
        self._know(dict(zip(values["words"], arrays["times"].tolist(), strict=True)))

    def mended(self, text: str) -> str:
        """The text with its slips mended; a mended word is in lower case. Where most words are unknown, it is another language."""
        words = [word for word in _WORD.findall(text.lower()) if len(word) >= SHORTEST]
        unknown = {word for word in words if word not in self._count}
        if len(unknown) > max(1, len(words) * MOST_UNKNOWN):
            return text
        meant = {word: other for word in unknown if (other := self._meant(word))}
        return _WORD.sub(lambda found: meant.get(found.group(0).lower(), found.group(0)), text) if meant else text

    def _meant(self, word: str) -> str | None:
        near = process.extract(word, self._common, scorer=OSA.distance, score_cutoff=1, limit=None)
        meant = sorted((other for other, _, _ in near if other[0] == word[0]), key=lambda other: -self._count[other])
        if not meant or self._count[meant[0]] < LIKELIER:
            return None
        unclear = len(meant) > 1 and self._count[meant[0]] < CLEARLY * self._count[meant[1]]
        return None if unclear else meant[0]
