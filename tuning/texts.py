"""The ways people disturb what they write, for the encoder to get used to."""

from __future__ import annotations

import random

from bot.language.normalise import fold
from bot.nlu.slips import slip

AROUND = (
    "hei", "hei, har et spørsmål", "hallo", "hei dere", "hei jeg lurer på noe", "god kveld", "heisann", "hei, kan jeg spørre om noe?",
    "takk for svar", "på forhånd takk", "håper noen svarer", "mvh", "ha en fin dag", "jeg går på vgs", "jeg går vg2", "er 17 år",
    "er lærling", "har sommerferie nå", "det regner her", "vet ikke om dere kan svare på dette", "ny her", "hei eg lurer på noko",
    "takk", "takk på førehand", "hi, i have a question", "thanks", "skriver fra mobilen", "sitter på bussen", "er hjemme nå",
)  # fmt: skip
"""Neutral things that people say before or after what they came to say."""


def disturbed(text: str, rng: random.Random) -> str:
    """The text, now and then with a slip of the thumb, without æøå, or with something neutral before or after it."""
    if rng.random() < 0.12:
        text = slip(text, rng)
    if rng.random() < 0.06:
        text = fold(text)
    if rng.random() < 0.12:
        around, mark = rng.choice(AROUND), rng.choice((". ", " ", "\n", ", ", "! "))
        text = around + mark + text if rng.random() < 0.5 else text + mark + around
    return text
