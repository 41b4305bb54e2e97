"""How understanding stands up to the ways people write: each held-out utterance, written worse."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable

from bot.language.normalise import fold
from bot.nlu.slips import slip_word

SEED = 20261123


def _typo(text: str, rng: random.Random) -> str:
    """One slip of the thumb in each of a third of the longer words: two letters swapped, one lost or doubled."""
    words = text.split()
    for index, word in enumerate(words):
        if len(word) >= 4 and rng.random() < 0.34:
            words[index] = slip_word(word, rng)
    return " ".join(words)


def _shout(text: str, rng: random.Random) -> str:
    return text.upper() + "!" * rng.randrange(1, 4)


def _bare(text: str, rng: random.Random) -> str:
    """Without punctuation and capitals."""
    return "".join(char for char in text.lower() if char.isalnum() or char.isspace())


def _polite(text: str, rng: random.Random) -> str:
    """Between a greeting and thanks."""
    greeting = rng.choice(("hei, ", "hallo! ", "hei du, jeg lurer på noe. ", "god dag "))
    return greeting + text + rng.choice(("", " takk", " på forhånd takk", " mvh"))


WAYS: dict[str, Callable[[str, random.Random], str]] = {
    "as written": lambda text, rng: text,
    "typos": _typo,
    "without æøå": lambda text, rng: fold(text),
    "typos, without æøå": lambda text, rng: fold(_typo(text, rng)),
    "no punctuation": _bare,
    "shouted": _shout,
    "greeting and thanks around": _polite,
}


def rewritten(texts: Iterable[str], way: str) -> list[str]:
    """Every text written that way; the same each time."""
    rng = random.Random(SEED)  # noqa: S311 – slips of the thumb, not secrets
    return [WAYS[way](text, rng) for text in texts]
