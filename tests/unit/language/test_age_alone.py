"""An age alone, whosever it is, is no danger; anything beside it may be."""

from __future__ import annotations

import pytest

from bot.language.age_alone import tells_an_age_alone


@pytest.mark.parametrize(
    "text",
    [
        "17",
        "Han er 17",
        "han e 17 år",
        "ho fyller 18 i mars",
        "sonen min er fødd i 2009",
        "2009",
        "jenta mi blei nettopp 16",
        "i'm 19",
        "Snart 18!",
        "17-åring",
    ],
)
def test_an_age_and_nothing_else(text: str) -> None:
    assert tells_an_age_alone(text)


@pytest.mark.parametrize(
    "text",
    [
        "113",
        "112",
        "116 111",
        "",
        "ja",
        "han er 17 og borte",
        "fyller aldri 18",
        "æ blir ikke 18",
        "17 tabletter",
        "tok 20",
        "han er 45 og jeg er 13",
        "hun er 15 med ham",
    ],
)
def test_more_than_an_age(text: str) -> None:
    assert not tells_an_age_alone(text)
