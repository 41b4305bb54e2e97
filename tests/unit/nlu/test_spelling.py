"""Slips of the thumb are mended; what people write on purpose is left alone."""

from __future__ import annotations

import pytest

from bot.nlu.spelling import COMMON, LIKELIER, Speller

TEXTS = (
    *["jeg vil bli lærling i kommunen og søke læreplass"] * 12,
    *["eg vil ikkje gå på skulen, korleis søkjer eg"] * 12,
    *["æ bor på Nøtterøy", "æ e på Nøtterøy"],
)


@pytest.fixture(scope="module")
def speller() -> Speller:
    found = Speller()
    found.fit(TEXTS)
    return found


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("vil bli lærlnig", "vil bli lærling"),
        ("søke lærepllass?", "søke læreplass?"),
        ("i KOMMUENN nå", "i kommunen nå"),
        ("korlies søkjer eg", "korleis søkjer eg"),
    ],
)
def test_a_letter_lost_doubled_or_exchanged_is_mended(speller: Speller, written: str, meant: str) -> None:
    assert speller.mended(written) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Nøtterøy",  # seen, if seldom
        "lærar og lærer",  # two letters away
        "skå",  # too short to say
        "blærling",  # another first letter is another word
        "gitar, kebab og 112!",
        "chcę pracować w kommuen proszę",  # another language
        "",
        "🔪",
    ],
)
def test_other_words_stay_as_they_are(speller: Speller, text: str) -> None:
    assert speller.mended(text) == text


def test_what_could_be_two_words_stays() -> None:
    speller = Speller()
    speller.fit([*["kommunen"] * LIKELIER, *["kommunes"] * LIKELIER])
    assert speller.mended("kommune") == "kommune"


def test_a_word_must_be_common_to_be_meant() -> None:
    speller = Speller()
    speller.fit(["læreplass"] * COMMON)
    assert speller.mended("lærepass") == "lærepass"


def test_what_was_learnt_is_stored_and_taken_back(speller: Speller) -> None:
    other = Speller()
    other.restore(*speller.parts())
    assert other.mended("lærlnig") == "lærling"
