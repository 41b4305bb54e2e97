"""A guess at what hurts is left out, and makes nothing else surer."""

from __future__ import annotations

from bot.dialogue.tact import without_delicate
from bot.dialogue.understanding import Understanding


def guessed(text: str, share: float) -> Understanding:
    ranking = (("rus", share), ("skolelei", 0.08))
    return without_delicate(Understanding(text=text, intent="rus", confidence=share, ranking=ranking, second="fengsel"))


def test_what_is_neither_named_nor_certain_is_left_out() -> None:
    found = guessed("blikket til sensor. da rister hele meg", 0.52)
    assert (found.intent, found.confidence) == ("skolelei", 0.08)
    assert found.second is None


def test_what_is_named_or_certain_stays() -> None:
    assert guessed("klarer ikke slutte med hasj", 0.52).intent == "rus"
    assert guessed("blikket til sensor", 0.9).intent == "rus"
