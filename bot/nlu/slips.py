"""A slip of the thumb, as people make it on a phone: for measuring, and for the encoder to get used to."""

from __future__ import annotations

import random


def slip_word(word: str, rng: random.Random) -> str:
    """The word with two letters exchanged, one lost or one doubled; never its first or last alone.

    Args:
        word: three letters or more.
    """
    at = rng.randrange(1, len(word) - 1)
    kind = rng.choice(("swap", "lose", "double"))
    if kind == "swap":
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + (word[at + 1 :] if kind == "lose" else word[at] + word[at:])


def slip(text: str, rng: random.Random) -> str:
    """The text with one slip in one of its words of four letters or more."""
    words = text.split(" ")
    long = [i for i, word in enumerate(words) if len(word) >= 4 and word.isalpha()]
    if long:
        at = rng.choice(long)
        words[at] = slip_word(words[at], rng)
    return " ".join(words)
