"""Chat Norwegian is brought nearer to standard bokmål, for comparison only."""

from __future__ import annotations

import pytest

from bot.language.normalise import fold, standard, tidy


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Æ vil itj på skuuulen meir!!!", "jeg vil ikke på skolen mer"),
        ("korsn får æ læreplass?", "hvordan får jeg læreplass ?"),
        ("kva er KVP", "hva er kvp"),
        ("tjener 10000 i mnd", "tjener 10000 i måned"),
        ("", ""),
    ],
)
def test_standard(text: str, plain: str) -> None:
    assert standard(text) == plain


@pytest.mark.parametrize("ways", [("få", "faa", "fa"), ("lærling", "laerling", "lerling"), ("søke", "soeke", "soke")])
def test_missing_letters_meet_when_folded(ways: tuple[str, ...]) -> None:
    assert len({fold(way) for way in ways}) == 1


def test_tidy_survives_anything() -> None:
    assert tidy("h\u200be\u00adi \ud800\x00 ﬁn") == "hei ? fin"
