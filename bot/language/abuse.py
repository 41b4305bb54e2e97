"""Finds insults thrown at the assistant (data/language/insults.tsv), so that it can stay calm and brief.

Swearing about a situation is no insult («faen, jeg fikk ikke læreplass»), and neither is what somebody
says of themselves, of their boss, or of what others call them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from bot.language.lexicon import folded, rows
from bot.language.normalise import fold
from bot.language.utterance import Utterance
from bot.settings import ROOT

LEXICON = ROOT / "data" / "language" / "insults.tsv"
MAX_CHARS = 500
WORD_ALONE = "the word alone"

_TOLD = re.compile(
    r"\b(?:kaller|kalla|kalte|kalt|kallar|sier|sa|seier|sjefen|lereren|mamma|pappa|broren|han|hun|ho|de) "
    r"(?:\w+ ){0,3}(?:meg|oss|er|at|jeg)\b"
    r"|(?:\bjeg|\beg|^e|\bi am|\bim|\bkjenner meg|\bfoler meg) (?:\w+ ){0,2}(?:er |e )?(?:en |ein |sa |helt )*"
    r"(?:idiot|dum|teit|taper|ubrukelig|verdilos|stupid|useless)"
)
"""What is said of oneself, or told of others."""


@lru_cache(maxsize=2)
def _patterns(path: Path = LEXICON) -> tuple[re.Pattern[str], re.Pattern[str]]:
    insults = rows(path)
    anywhere = "|".join(folded(row["pattern"]) for row in insults if not row["comment"].startswith(WORD_ALONE))
    alone = "|".join(folded(row["pattern"]) for row in insults if row["comment"].startswith(WORD_ALONE))
    return re.compile(rf"\b(?:{anywhere})"), re.compile(rf"(?:din |ditt |du |jevla |your? )*(?:{alone})")


def is_insult(said: Utterance) -> bool:
    """Whether a message throws an insult at the assistant; its first 500 characters are read."""
    plain = re.sub(r"[^\w ]+", "", fold(said.lower[:MAX_CHARS])).strip()
    anywhere, alone = _patterns()
    if alone.fullmatch(plain):
        return True
    return anywhere.search(_TOLD.sub(" ", plain)) is not None
