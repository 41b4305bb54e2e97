"""What the conversation is about makes a short message likelier to be about it: «og hvis jeg er syk da?» names no topic."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.turn import Toolkit, Turn

LIFT = 500.0
"""How many times likelier the topic at hand is for a message of no words; read off 46 conversations (docs/understanding.md)."""
HALF = 8.0
"""Words with which half of that is left: who starts on something else says what."""


def context(turn: Turn, tools: Toolkit) -> Turn:
    heard, tema = turn.heard, turn.state.tema
    listed = dict(heard.ranking)
    if heard.pressed or heard.steers or heard.second or tema not in listed or tema in tools.roles.asides:
        return turn
    listed[tema] *= 1 + LIFT * 0.5 ** (len(heard.said.words) / HALF)
    every = sum(listed.values()) + max(0.0, 1 - sum(dict(heard.ranking).values()))
    ranking = tuple(sorted(((topic, share / every) for topic, share in listed.items()), key=lambda item: -item[1]))
    return replace(turn, heard=replace(heard, intent=ranking[0][0], confidence=ranking[0][1], ranking=ranking))
