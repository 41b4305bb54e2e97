"""How easy a Norwegian text is to read: sentences, words and LIX.

LIX is words per sentence plus the percentage of words longer than six letters
(C. H. Björnsson, Läsbarhet, 1968). Below 30 is very easy, 30–40 easy.
"""

from __future__ import annotations

import re

_SENTENCE_END = re.compile(r"(?<=[.!?:])[»”\"]?\s+(?=[A-ZÆØÅ«{0-9])")
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")


def sentences(text: str) -> list[str]:
    """The sentences of a text; a colon ends one, as LIX counts it."""
    return [part for part in _SENTENCE_END.split(text.strip()) if _WORD.search(part)]


def words(text: str) -> list[str]:
    """The words of a text; a hyphenated word is one."""
    return _WORD.findall(text)


def lix(text: str) -> float:
    """The LIX of a text; 0 for an empty one."""
    all_words = words(text)
    if not all_words:
        return 0.0
    long_words = sum(len(word) > 6 for word in all_words)
    return len(all_words) / max(1, len(sentences(text))) + 100 * long_words / len(all_words)
