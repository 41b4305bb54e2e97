"""Whether a message is only small talk (data/language/small_talk.tsv): a stock line answers nothing else.

A greeting in front of a question is no greeting, and «nei, han slår meg» is no «no».
"""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from pathlib import Path

from bot.language.normalise import fold, standard
from bot.language.utterance import Utterance
from bot.settings import ROOT

WORDS = ROOT / "data" / "language" / "small_talk.tsv"
KINDS = frozenset({"hilsen", "takk", "farvel", "ja", "nei"})
MOST_WORDS = 10


@lru_cache(maxsize=1)
def _words(path: Path = WORDS) -> dict[str, frozenset[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return {row["kind"]: frozenset(re.findall(r"\w+", fold(f"{row['words']} {standard(row['words'])}"))) for row in rows}


_TOGETHER = (("hilsen", "takk"), ("takk", "farvel"), ("ja", "takk"), ("nei", "takk"), ("ja", "farvel"), ("nei", "farvel"))
_NOT_WELL = re.compile(r"\bikke (?:\w+ )?(?:bra|greit|fint|ok|okei|god|godt)\b")


_PARTS = re.compile(r"\b(?:ha det|hade|hadet|farvel|adjo|snakkes|bye|goodbye|gjensyn|sees|see you)\b")
_THANKS = re.compile(r"\b(?:t[ak]+k+|thanks?|thx|tusend)\b")


def courtesy(said: Utterance) -> str | None:
    """`farvel` or `takk`, for small talk that says so in a word: «nei det var alt, ha det bra» is no «no»."""
    if not only_small_talk(said):
        return None
    written = fold(said.lower)  # as written: in standard words «ha det» is «har det»
    return "farvel" if _PARTS.search(written) else "takk" if _THANKS.search(written) else None


def only_small_talk(said: Utterance) -> bool:
    """Whether every word of a message belongs to greeting, thanking, parting, or a yes or no."""
    words = re.findall(r"\w+", said.folded)
    if not words:
        return True
    if len(words) > MOST_WORDS or _NOT_WELL.search(" ".join(words)):
        return False
    known = _words()
    return any(all(word in known[first] or word in known[second] for word in words) for first, second in _TOGETHER)
