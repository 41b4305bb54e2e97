"""What people say around what they came to say."""

from __future__ import annotations

import random

from bot.nlu.around import AROUND, surrounded
from bot.nlu.encoder import prepared


def test_something_around_a_message_leaves_it_whole() -> None:
    rng = random.Random(1)
    for _ in range(200):
        assert "han slår meg" in surrounded("han slår meg", rng, ("hva er kvp",))


def test_what_is_measured_with_is_not_learnt() -> None:
    from bot.evaluation.disturbances import AFTER, BEFORE

    learnt = {prepared(text).rstrip("?") for text in AROUND}
    assert not learnt & {prepared(text).rstrip("?") for text in (*BEFORE, *AFTER)}
