"""Lexicons of patterns (data/language/*.tsv), read and made comparable once."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from bot.language.normalise import fold

_LITERAL = re.compile(r"\\.|[a-zæøå]+")


def rows(path: Path) -> list[dict[str, str]]:
    """The lines of a lexicon by their column names.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def folded(pattern: str) -> str:
    """A pattern whose letters are folded as a message is (`fold`); what the backslash makes special is left."""
    return _LITERAL.sub(lambda part: part.group(0) if part.group(0)[0] == "\\" else fold(part.group(0)), pattern)
