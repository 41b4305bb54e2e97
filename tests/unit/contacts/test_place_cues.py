"""What the words around a name tell of it, one word of the table at a time."""

from __future__ import annotations

import pytest

from bot.contacts import place_cues
from bot.contacts.normalise import words
from bot.contacts.place_cues import BARE, COMES_FROM, FROM, HOME, IN, LIVES, MOVED_FROM, NEAR, OFFICE, ONCE, OPENING, TO


def at(text: str, name: str) -> tuple[list, int]:  # type: ignore[type-arg]
    found = words(text)
    return found, next(i for i, word in enumerate(found) if word.text.lower() == name.lower())


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Harstad", BARE),
        ("hva skjer. Harstad", BARE),
        ("Harstad kommune", OFFICE),
        ("jeg bor i Harstad", LIVES),
        ("jeg bor egentlig i Harstad", LIVES),
        ("jeg bodde i Harstad", ONCE),
        ("er oppvokst i Harstad", ONCE),
        ("har bodd i Harstad siden jul", HOME),
        ("uten å flytte til Harstad", TO),
        ("flytta hjem igjen til Harstad", LIVES),
        ("eg e på Harstad", HOME),
        ("har fått leilighet i Harstad", HOME),
        ("bor på hybel i Harstad", LIVES),
        ("må flytte på hybel i Harstad", IN),
        ("ingen tar lærlinger her i Harstad", HOME),
        ("bor hos mora mi i Harstad", LIVES),
        ("flytte til søstra mi i Harstad", IN),
        ("Harstad, 19 år", OPENING),
        ("hei, Harstad her", OPENING),
        ("Harstad. når åpner nav", OPENING),
        ("jobb i Harstad", IN),
        ("nav Harstad", OFFICE),
        ("kontoret i Harstad", OFFICE),
        ("flytta til Harstad", LIVES),
        ("reise til Harstad", TO),
        ("flytta fra Harstad", MOVED_FROM),
        ("jeg er fra Harstad", COMES_FROM),
        ("det er fra Harstad", FROM),
        ("utenfor Harstad", NEAR),
        ("kommunen min heter Harstad", COMES_FROM),
    ],
)
def test_how_a_name_is_anchored(text: str, cue: int) -> None:
    found, i = at(text, "Harstad")
    assert place_cues.cue_of(found, i, i) == cue


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("ikke Harstad", True),
        ("bor ikke i Harstad", True),
        ("jeg bor ikke i Harstad", True),
        ("finnes det ikke i Harstad", False),
        ("ikke sant, Harstad", False),
        ("Harstad", False),
    ],
)
def test_a_name_that_is_denied(text: str, negated: bool) -> None:
    assert place_cues.negated(*at(text, "Harstad")) is negated


@pytest.mark.parametrize(
    ("text", "other"),
    [("mora mi bor i Harstad", True), ("pappa er i Harstad", True), ("jeg bor i Harstad", False), ("mora mi, jeg bor i Harstad", False)],
)
def test_a_name_that_is_somebody_elses(text: str, other: bool) -> None:
    assert place_cues.of_someone_else(*at(text, "Harstad")) is other


@pytest.mark.parametrize(("text", "alone"), [("i harstad", True), ("det er Harstad kommune", True), ("lærling i Harstad", False)])
def test_a_name_and_little_else(text: str, alone: bool) -> None:
    found, i = at(text, "Harstad")
    assert place_cues.stands_alone(found, i, i) is alone


def test_a_code_within_a_larger_number_is_none() -> None:
    assert place_cues.part_of_number(*at("tlf 41 8514 50", "8514"))
    assert not place_cues.part_of_number(*at("bor i 8514 Narvik", "8514"))
    assert place_cues.in_a_range(*at("fra 4000 til 5000", "4000"))
    assert not place_cues.in_a_range(*at("fra 4000 til jul", "4000"))


def test_a_school_of_a_place_is_told_from_the_place() -> None:
    for text, school in (("går på Harstad vgs", True), ("Harstad videregående skole", True), ("Harstad videregående", False)):
        found, i = at(text, "Harstad")
        assert place_cues.next_is_school(found, i) is school, text
