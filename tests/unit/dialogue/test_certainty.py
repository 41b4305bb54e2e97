"""The steps from answering to handing over, on both sides of each threshold."""

from __future__ import annotations

import pytest

from bot.dialogue import Understanding
from bot.dialogue.certainty import CLOSE, MAYBE, RIVAL, SURE, candidates, certainty, close_rival


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


def test_a_runner_up_is_a_close_rival_from_a_quarter_and_half_of_the_best() -> None:
    def rival(best: float, other: float, leave_out: frozenset[str] = frozenset(), **more: bool) -> str | None:
        return close_rival(Understanding("", "kvp", best, (("kvp", best), ("aap", other)), **more), leave_out)

    assert rival(0.5, 0.25) == "aap"
    assert rival(0.52, 0.25) is None
    assert rival(0.4, 0.24) is None
    assert rival(0.5, 0.4, frozenset({"aap"})) is None
    assert rival(0.5, 0.4, frozenset({"kvp"})) is None
    assert rival(0.5, 0.4, pressed=True) is None
    assert close_rival(Understanding("", "kvp", 1.0), frozenset()) is None
