"""The ways in which a message may be disturbed without meaning anything else."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.nlu.danger_corpus import Told
from bot.nlu.slips import slip

SEED = 20261127
BEFORE = ("Hei, har et spørsmål.", "Jeg går på vgs.", "Hallo i luka!", "Vet ikke om dere kan svare på dette.", "Hei jeg er ny her.")
AFTER = ("Takk for svar.", "Går på vg2.", "På forhånd takk!", "Sitter på bussen nå.", "Håper noen svarer.")


DISTURBANCES: dict[str, Callable[[str, random.Random], str]] = {
    "a neutral sentence before": lambda text, rng: f"{rng.choice(BEFORE)} {text}",
    "a neutral sentence after": lambda text, rng: f"{text}. {rng.choice(AFTER)}",
    "shouted": lambda text, rng: text.upper() + "!",
    "one typo": slip,
}


def disturbed(messages: Sequence[Told], way: str) -> list[Told]:
    """Every message disturbed that way; the same each time."""
    rng = random.Random(SEED)  # noqa: S311 – slips of the thumb, not secrets
    return [replace(message, text=DISTURBANCES[way](message.text, rng)) for message in messages]
