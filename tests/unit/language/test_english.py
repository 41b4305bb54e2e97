"""English is heard by its words, and nothing Norwegian is taken for it."""

from __future__ import annotations

import pytest

from bot.language.english import FILE, is_english, learn, odds, words
from bot.language.malform import detect_malform
from bot.language.utterance import Utterance


@pytest.mark.parametrize(
    "text",
    ["laxatives. whole box. my fingers cramp like claws", "no contract and no payslip", "baby drank dishwasher liquid", "I'm 16, he's 30"],
)
def test_few_english_words_are_english(text: str) -> None:
    assert detect_malform(Utterance(text)) == "en"


@pytest.mark.parametrize(
    "text", ["ok", "nope", "job", "syk student null inntekt", "it-lærling i kommunen?", "æ har itj kontrakt", "chill, fikset"]
)
def test_norwegian_and_single_words_are_not(text: str) -> None:
    assert detect_malform(Utterance(text)) != "en"


def test_odds_are_learnt_from_messages() -> None:
    table = learn([(True, "they hit me"), (True, "they left"), (True, "they came")] + [(False, "de slo meg")] * 3)
    assert table["they"] > 0 > table["slo"]
    assert "hit" not in table  # seen once


def test_the_table_is_there_and_bounded() -> None:
    assert FILE.exists()
    assert len(odds()) > 5000
    assert all(-4 <= value <= 4 for value in odds().values())
    assert is_english(words("the boss keeps my passport"))
