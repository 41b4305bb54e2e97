"""The ways people disturb what they write, for the encoder to get used to."""

from __future__ import annotations

import random
from collections.abc import Sequence

from bot.language.normalise import fold
from bot.nlu.around import surrounded
from bot.nlu.slips import slip

SLIPS, FOLDED, SURROUNDED = 0.24, 0.06, 0.24
"""How often each is done."""


def disturbed(text: str, rng: random.Random, others: Sequence[str] = ()) -> str:
    """The text, now and then with a slip of the thumb, without æøå, or with something harmless before or after it.

    Args:
        text: what was written.
        rng: where chance comes from.
        others: harmless messages that may stand beside it.
    """
    if rng.random() < SLIPS:
        text = slip(text, rng)
    if rng.random() < FOLDED:
        text = fold(text)
    return surrounded(text, rng, others) if rng.random() < SURROUNDED else text
