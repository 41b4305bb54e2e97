"""What people say around what they came to say: it must not change how they are understood."""

from __future__ import annotations

import random
from collections.abc import Sequence

AROUND = (
    "hei", "hallo", "heisann", "god kveld", "heia dere", "hei der", "god morgen", "hei på dere", "hei eg lurer på noko", "hei jeg lurer på noe",
    "hei, kan jeg spørre om noe?", "kan eg spørje om ein ting?", "hei, fikk tips om denne siden", "noen der?", "lurte på en ting", "hei igjen",
    "første gang jeg skriver her", "hi there", "hi, i have a question", "good evening", "hei hei", "halla", "haj", "god dag",
    "takk", "tusen takk", "takk for hjelpen", "takk på førehand", "takk for svaret", "mvh", "ha en fin dag", "ha det fint", "takk skal dere ha",
    "håper det går an å få svar", "setter pris på svar", "svar når dere kan", "thanks", "thank you so much", "glad for svar", "klem",
    "skriver fra mobilen", "sorry for skrivefeil", "beklager lang tekst", "låner pc-en til søstera mi", "skriver fort nå", "har dårlig dekning",
    "er lærling", "går på folkehøgskole", "går vg1", "har fri i dag", "er på vei hjem", "har friminutt", "sitter på toget", "det regner her",
    "er 17 år", "fyller 18 til våren", "har sommerferie", "har eksamen i mai", "er litt forkjøla", "eg går på yrkesfag", "bur heime enno",
    "jobber deltid på butikk", "æ går på elektro", "har hund", "skal på trening etterpå", "er ferdig på jobb nå", "vet ikke hvor jeg skal skrive dette",
)  # fmt: skip
"""Greetings, thanks and asides that mean nothing for the question, nor for danger."""
_JOINTS = (". ", " ", "\n", ", ", "! ")


def surrounded(text: str, rng: random.Random, others: Sequence[str] = ()) -> str:
    """The text with something before or after it.

    Args:
        text: what somebody came to say.
        rng: where chance comes from.
        others: harmless messages that may stand there too, as often as a greeting or an aside.
    """
    around = rng.choice(others) if others and rng.random() < 0.5 else rng.choice(AROUND)
    joint = rng.choice(_JOINTS)
    return around + joint + text if rng.random() < 0.5 else text + joint + around
