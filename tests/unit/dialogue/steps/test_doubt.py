"""What was not understood is said so, with whom to ring if it is serious."""

from __future__ import annotations

from bot.dialogue import State, Understanding
from tests.ours import assistant, phrases
from tests.unit.dialogue.turns import number, said


def test_what_is_not_understood_says_whom_to_ring_if_it_is_serious() -> None:
    for share in (0.05, 0.25):
        lost = Understanding("asdf qwer", "kvp", share, (("kvp", share), ("aap", 0.04)))
        reply = assistant().turn(lost, State())
        assert number("mental_helse") in said(reply)
        assert phrases()("hvis_alvorlig", "nb", "x", "y").split("x")[0] in said(reply)
