"""Numbers written as words become digits where they can be somebody's age."""

from __future__ import annotations

import pytest

from bot.language.number_words import in_digits


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("jeg er atten", "jeg er 18"),
        ("tjueto år", "22 år"),
        ("toogtyve", "22"),
        ("to og tyve", "22"),
        ("fem og tredve", "35"),
        ("sekstenåring", "16åring"),
        ("seksten-åring", "16-åring"),
        ("twenty-one", "21"),
        ("twenty one", "21"),
        ("sjutten", "17"),
        ("femtini", "59"),
        ("femti", "50"),
        ("ti år", "10 år"),
    ],
)
def test_in_digits(text: str, digits: str) -> None:
    assert in_digits(text) == digits


@pytest.mark.parametrize("text", ["en bror", "tiltak", "tiden", "sekstende", "to barn", "hundre"])
def test_what_is_no_such_number_stays(text: str) -> None:
    assert in_digits(text) == text
