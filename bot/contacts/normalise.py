"""Reading a message word by word, keeping where each word stands, and comparing names loosely."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

MAX_CHARS = 2000
"""Longer messages are read at both ends only; nobody says where they live in the middle of 100 kB."""

_LETTERS = r"(?:[^\W\d_][\u0300-\u036f]*)+"
"""Letters, their marks as characters of their own too: an «å» copied from a Mac's file name is «a» and a ring (U+030A)."""
_WORD = re.compile(rf"[0-9]+|{_LETTERS}(?:['’]{_LETTERS})*")
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")
_FOREIGN = str.maketrans({"ä": "æ", "ö": "ø", "ü": "u", "đ": "d", "ŋ": "n", "ŧ": "t", "ð": "d"})
_FOLDS = [str.maketrans({"æ": ae, "ø": oe, "å": aa}) for ae, oe, aa in itertools.product(("e", "a", "ae"), ("o", "oe"), ("a", "aa"))]


@dataclass(frozen=True)
class Word:
    """One word or number of a message."""

    text: str
    low: str
    """Lower case, with foreign letters and marks made Norwegian."""
    start: int
    end: int
    capital: bool
    """Starts with a capital that says something: not the first word, not in an all-capitals text."""
    first: bool
    """The first word of a sentence."""
    before: str
    """What stands between this word and the one before."""


def lower(text: str) -> str:
    """Lower case with one form of each letter: ä → æ, ö → ø, marks gone except on å."""
    text = unicodedata.normalize("NFC", text).casefold().translate(_FOREIGN)
    if text.isascii():
        return text
    kept = []
    for char in text:
        if char in "æøå":
            kept.append(char)
        else:
            kept.extend(c for c in unicodedata.normalize("NFD", char) if not unicodedata.combining(c))
    return "".join(kept)


def folds(name: str) -> set[str]:
    """The ways a lower-case name is written without æ, ø and å; empty when it has none of them."""
    if name.isascii():
        return set()
    return {name.translate(table) for table in _FOLDS}


def key(name: str) -> str:
    """The form a name is looked up by: lower-case words with single spaces; hyphens and dots are spaces."""
    return " ".join(lower(match.group()) for match in _WORD.finditer(name))


def words(text: str) -> list[Word]:
    """The words and numbers of a text, in order; of a very long text, those at its two ends."""
    if len(text) > MAX_CHARS:
        half = MAX_CHARS // 2
        text = text[:half] + " " * (len(text) - 2 * half) + text[-half:]
    letters = [char for char in text[: MAX_CHARS // 2] if char.isalpha()]
    shouting = len(letters) > 3 and sum(char.isupper() for char in letters) > 0.7 * len(letters)
    starts = [match.group()[0] for match in _WORD.finditer(text[:MAX_CHARS]) if match.group()[0].isalpha()]
    shouting |= len(starts) > 4 and sum(char.isupper() for char in starts) > 0.8 * len(starts)
    found: list[Word] = []
    end = 0
    for match in _WORD.finditer(text):
        before = text[end : match.start()]
        first = not found or any(mark in before for mark in ".!?\n:")
        word = match.group()
        capital = word[:1].isupper() and not first and not shouting
        found.append(Word(word, _DRAWN_OUT.sub(r"\1", lower(word)), match.start(), match.end(), capital, first, before))
        end = match.end()
    return found


def deletions(word: str) -> Iterator[str]:
    """The word itself and every form of it with one letter less."""
    yield word
    for i in range(len(word)):
        yield word[:i] + word[i + 1 :]


def one_edit_apart(a: str, b: str) -> bool:
    """True when one letter added, removed, replaced, or two neighbours swapped, makes `a` into `b`."""
    if a == b:
        return False
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) > 1:
        return False
    i = 0
    while i < len(a) and a[i] == b[i]:
        i += 1
    if len(a) < len(b):
        return a[i:] == b[i + 1 :]
    return a[i + 1 :] == b[i + 1 :] or (a[i : i + 2] == b[i : i + 2][::-1] and a[i + 2 :] == b[i + 2 :])
