"""The steps from answering to handing over, on both sides of each threshold."""

from __future__ import annotations

import pytest

from bot.dialogue import Understanding
from bot.dialogue.certainty import CLOSE, MAYBE, RIVAL, SURE, candidates, certainty


def heard(best: float, rival: float = 0.0, intent: str = "kvp", pressed: bool = False) -> Understanding:
    return Understanding("x", intent, best, ((intent, best), ("aap", rival)), pressed=pressed)


@pytest.mark.parametrize(
    ("understanding", "step"),
    [
        (heard(SURE), "sure"),
        (heard(SURE - 0.01), "close"),
        (heard(0.6, RIVAL * 0.6), "close"),
        (heard(0.6, RIVAL * 0.6 - 0.01), "sure"),
        (heard(CLOSE), "close"),
        (heard(CLOSE - 0.01), "maybe"),
        (heard(MAYBE), "maybe"),
        (heard(MAYBE - 0.01), "lost"),
        (heard(CLOSE - 0.01, intent="utenfor_tema"), "lost"),
        (heard(0.0, pressed=True), "sure"),
        (Understanding("x", "kvp", SURE), "sure"),
    ],
)
def test_the_step_a_message_is_at(understanding: Understanding, step: str) -> None:
    assert certainty(understanding) == step


def test_the_likeliest_worth_offering_come_in_their_order() -> None:
    ranking = (("kvp", 0.3), ("hilsen", 0.25), ("aap", 0.2), ("ot", 0.1), ("jobb", 0.05))
    found = Understanding("x", "kvp", 0.3, ranking)
    assert candidates(found, frozenset({"hilsen"})) == ("kvp", "aap", "ot")
    assert candidates(found, frozenset({"hilsen", "kvp"}), 1) == ("aap",)
