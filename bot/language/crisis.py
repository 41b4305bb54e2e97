"""Finds a crisis in a message by a reviewed lexicon (data/language/crisis.tsv), whatever else it says.

The lexicon is made so that nothing is missed; a false alarm gets an answer that does no harm. Messages
are compared in the standard form without æøå, so spelling, dialect and nynorsk meet the same patterns;
a spaced-out or disguised word is found in a squeezed form.
"""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from pathlib import Path

from bot.language.normalise import fold, standard, tidy
from bot.settings import ROOT

LEXICON = ROOT / "data" / "language" / "crisis.tsv"

_LEET = str.maketrans({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i"})
_SPACED = re.compile(r"\b(?:\w[\W_]+){3,}\w\b")
_HARMLESS = re.compile(
    r"do(?:r|de|y|yr)? av (?:latter|varme|sult snart|kjedsomhet|flauhet|skam|nysgjerrighet)|ihjel av latter|kjeder? (?:meg|vettet)(?: \w+)? ihjel|"
    r"drepe tid\w*|dodstrott|dodssliten|dodskul|slar? meg (?:til ro|pa|ned|sammen)|slatt opp|slar? av|kutte\w* (?:ut|i|ned)|"
    r"sjefen (?:min )?(?:slar|slo) (?:fast|opp)|i (?:spill\w*|spel\w*|serien|filmen|boka)|kutta meg pa (?:kniven|papir)"
)


@lru_cache(maxsize=2)
def _patterns(path: Path = LEXICON) -> tuple[tuple[str, re.Pattern[str]], ...]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple((row["kind"], re.compile(rf"\b(?:{row['pattern']})")) for row in rows)


def read_crisis(text: str) -> str | None:
    """The kind of crisis a message tells of, or None.

    Args:
        text: one message; its first 2000 characters are read.

    Returns:
        `selvmord`, `selvskading`, `vold`, `overgrep` or `akutt`.
    """
    text = tidy(text[:2000])
    forms = {_comparable(text), _comparable(text.lower().translate(_LEET))}
    joined = _SPACED.sub(lambda match: re.sub(r"[\W_]+", "", match.group(0)), text)
    if joined != text:
        forms.add(_comparable(joined))
    for form in forms:
        clean = _HARMLESS.sub(" ", form)
        for kind, pattern in _patterns():
            if pattern.search(clean):
                return kind
    return None


def _comparable(text: str) -> str:
    plain = fold(standard(text)).replace("-", " ").replace("'", "")
    return plain.replace("hverandre", "kverandre")
