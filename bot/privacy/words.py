"""The word lists that tell names from ordinary words (data/privacy)."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from bot.settings import ROOT

FOLDER = ROOT / "data" / "privacy"


@lru_cache(maxsize=1)
def first_names() -> frozenset[str]:
    """First names that are not ordinary words as well, in lower case."""
    return frozenset(name for name in _read(FOLDER / "first_names.txt") if not name.endswith("?"))


@lru_cache(maxsize=1)
def doubtful_names() -> frozenset[str]:
    """First names that are ordinary words too («Per», «Anna»): names only when written as one, beside another."""
    return frozenset(name.rstrip("?") for name in _read(FOLDER / "first_names.txt") if name.endswith("?"))


@lru_cache(maxsize=1)
def ordinary_words() -> frozenset[str]:
    """Words that may follow a name without being part of it, in lower case."""
    return _read(FOLDER / "ordinary_words.txt")


def _read(path: Path) -> frozenset[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
