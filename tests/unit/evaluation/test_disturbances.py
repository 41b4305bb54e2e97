"""A message is disturbed alike each time, and never beyond knowing."""

from __future__ import annotations

import random

from bot.evaluation.disturbances import DISTURBANCES, disturbed
from bot.nlu.danger_corpus import Told
from bot.nlu.slips import slip, slip_word


def told(level: str, kind: str, plain: bool = True, text: str = "det var en lang setning her") -> Told:
    return Told(level, kind, "nb", plain, False, "", text, "x")


def test_disturbed_alike_each_time_and_never_beyond_knowing() -> None:
    messages = [told("akutt", "vold", text="han slår meg hver gang"), told("ingen", "x", text="ok")]
    for way in DISTURBANCES:
        assert [m.text for m in disturbed(messages, way)] == [m.text for m in disturbed(messages, way)]
    assert disturbed(messages, "one typo")[1].text == "ok"
    rng = random.Random(1)
    for _ in range(200):
        assert abs(len(slip_word("setning", rng)) - 7) <= 1
        assert slip("ja nei du", rng) == "ja nei du"
