"""Each way of writing worse does what it says, and the same each time."""

from __future__ import annotations

import pytest

from bot.evaluation.robustness import WAYS, rewritten

TEXTS = ["Hva er kvalifiseringsprogrammet, og får jeg penger?", "kvp"] * 20


@pytest.mark.parametrize("way", WAYS)
def test_the_same_each_time(way: str) -> None:
    assert rewritten(TEXTS, way) == rewritten(TEXTS, way)
    assert (rewritten(TEXTS, way) == TEXTS) == (way == "as written")


def test_what_each_way_does() -> None:
    assert all(text.isupper() and text.endswith("!") for text in rewritten(TEXTS, "shouted"))
    assert rewritten(TEXTS[:1], "no punctuation") == ["hva er kvalifiseringsprogrammet og får jeg penger"]
    assert rewritten(TEXTS[:1], "without æøå") == ["hva er kvalifiseringsprogrammet, og far jeg penger?"]
    assert all(old in new for old, new in zip(TEXTS, rewritten(TEXTS, "greeting and thanks around"), strict=True))
    assert set(rewritten(TEXTS[1::2], "typos")) == {"kvp"}, "a short word is left"
    assert any(new != old for old, new in zip(TEXTS, rewritten(TEXTS, "typos"), strict=True))
