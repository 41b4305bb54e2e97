"""What the conversation is about makes a message that leans on it likelier to be about it: «og hvis jeg er syk da?» names no topic."""

from __future__ import annotations

import math
from dataclasses import replace

from bot.dialogue.turn import Toolkit, Turn
from bot.dialogue.understanding import Understanding

STEEP, SHIFT = 1.4, 2.0
"""How the probability that a message leans counts, and how much likelier a follow-up is than the reading alone says."""
OTHER = 1.2
"""What the odds of another topic count against it: who is plainly heard to start on something else does."""
LEAST = 0.02
"""Kept from certainty, either way."""

LIFT = 500.0
"""Without an encoder: how many times likelier the topic at hand is for a message of no words."""
HALF = 8.0
"""Words with which half of that is left: who starts on something else says what."""


def context(turn: Turn, tools: Toolkit) -> Turn:
    heard, tema = turn.heard, turn.state.tema
    if heard.pressed or heard.steers or heard.second or tema is None or tema in tools.roles.asides or tema not in tools.voice.library:
        return turn
    listed = dict(heard.ranking)
    if heard.leans is None:
        listed[tema] = listed.get(tema, 0.0) * (1 + LIFT * 0.5 ** (len(heard.said.words) / HALF))
        every = sum(listed.values()) + max(0.0, 1 - sum(dict(heard.ranking).values()))
        shares = {topic: share / every for topic, share in listed.items()}
    else:
        stays = _stays(heard, heard.leans, tema)
        shares = {topic: (1 - stays) * share for topic, share in listed.items()}
        shares[tema] = shares.get(tema, 0.0) + stays
    ranking = tuple(sorted(shares.items(), key=lambda item: -item[1]))
    return replace(turn, heard=replace(heard, intent=ranking[0][0], confidence=ranking[0][1], ranking=ranking))


def _stays(heard: Understanding, leans: float, tema: str) -> float:
    """How probable it is that a message stays with the topic at hand."""
    other = max((share for topic, share in heard.ranking if topic != tema), default=0.0)
    odds = STEEP * _log_odds(leans) + SHIFT - OTHER * max(0.0, _log_odds(other))
    return 1 / (1 + math.exp(-odds))


def _log_odds(probability: float) -> float:
    bounded = min(max(probability, LEAST), 1 - LEAST)
    return math.log(bounded / (1 - bounded))
