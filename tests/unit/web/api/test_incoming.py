"""What a person wrote, as the rest of the assistant sees it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.crisis import read_crisis
from bot.language.utterance import Utterance
from bot.privacy.mask import KINDS, mask
from bot.web.api.incoming import asks_to_erase, made_safe
from tests.parts import PARTS
from tests.thorough import examples


@pytest.mark.parametrize(
    ("malform", "words"),
    [
        ("nb", ("navn", "telefonnummer", "ikke lagret", "trenger det ikke")),
        ("nn", ("namn", "telefonnummer", "ikkje lagra", "treng det ikkje")),
        ("en", ("a name", "a phone number", "not stored", "do not need")),
    ],
)
def test_the_person_is_told_what_was_hidden_and_why(malform: str, words: tuple[str, ...]) -> None:
    text, notices, masked = made_safe("jeg heter Kari, tlf 412 34 567. hva er kvp?", malform, 1000, PARTS.phrases)
    assert text == "jeg heter …, tlf …. hva er kvp?"
    assert set(masked) == {"navn", "telefon"}
    assert [notice["type"] for notice in notices] == ["notice"]
    assert notices[0]["malform"] == malform
    for word in words:
        assert word in notices[0]["text"]
    assert "Kari" not in notices[0]["text"]


def test_there_is_a_word_for_everything_that_can_be_hidden() -> None:
    secrets = {
        "fødselsnummer": "fnr 010135 50027",
        "fødselsdato": "født 12.03.2008",
        "telefon": "tlf 41234567",
        "e-post": "a.b@c.no",
        "adresse": "bor i Storgata 3",
        "kontonummer": "KID 12345678",
        "nummer": "nr 1234567890123",
        "navn": "jeg heter Kari",
        "brukernavn": "snap: kari_99",
        "passord": "passord: Abc12345",
    }
    assert set(secrets) == set(KINDS)
    for kind, text in secrets.items():
        assert mask(text).found == (kind,), text
        for malform in ("nb", "nn", "en"):
            _, notices, _ = made_safe(text, malform, 1000, PARTS.phrases)
            assert "{" not in notices[0]["text"]
            assert "maskert" not in notices[0]["text"]


def test_nothing_is_said_when_nothing_was_hidden() -> None:
    assert made_safe("hva er kvp? ring 116 111", None, 1000, PARTS.phrases) == ("hva er kvp? ring 116 111", [], ())


@settings(max_examples=examples(300), deadline=None)
@given(st.text(max_size=200))
def test_no_text_is_a_command_to_rasa(text: str) -> None:
    safe, *_ = made_safe(text, None, 1000, PARTS.phrases)
    assert safe.strip()
    assert not safe.startswith("/")


@pytest.mark.parametrize(
    "text", ["/restart", " /restart", "//restart", "/ /restart", "\u200b/restart", "／restart", '/kvp{"a": 1}', "\n/session_start"]
)
def test_commands_lose_their_slash(text: str) -> None:
    assert not made_safe(text, None, 1000, PARTS.phrases)[0].startswith("/")


def test_a_long_text_is_bounded_and_the_person_is_told() -> None:
    text, notices, _ = made_safe("hei " * 1000, "nb", 1000, PARTS.phrases)
    assert len(text) <= 1003
    assert notices[-1]["text"] == PARTS.phrases("forkortet", "nb")


@pytest.mark.parametrize("place", [0, 1500, 2500, 3600])
def test_a_crisis_is_kept_wherever_it_stands_in_a_long_text(place: int) -> None:
    filler = "jeg lurer på skole og jobb. " * 140
    text = filler[:place] + " jeg vil ikke leve lenger. " + filler[place:]
    safe, *_ = made_safe(text[:5000], None, 1000, PARTS.phrases)
    assert len(safe) <= 1003
    assert read_crisis(Utterance(safe))


@pytest.mark.parametrize(
    "text",
    [
        "slett samtalen",
        "Slett samtalen.",
        "slett samtalen min",
        "kan du slette samtalen?",
        "slette chatten",
        "slett alt",
        "sletta samtalen",
        "kan du slette denne samtalen",
        "slett alt jeg har skrevet",
        "delete the conversation",
        "please delete everything",
        "fjern samtalen",
        "jeg vil slette samtalen",
        "slett meldingene mine",
        "slett historikken",
        "SLETT SAMTALEN NÅ",
    ],
)
def test_asking_to_erase(text: str) -> None:
    assert asks_to_erase(text)


@pytest.mark.parametrize(
    "text",
    [
        "blir vg1 slettet om jeg venter",
        "hva skjer hvis jeg sletter samtalen",
        "kan nav slette gjelda mi",
        "slett",
        "hvordan sletter jeg meg på vigo",
        "ikke slett samtalen",
        "slettet",
        "kan jeg slette et fag",
        "slett gjelden min",
        "når slettes samtalen",
    ],
)
def test_not_asking_to_erase(text: str) -> None:
    assert not asks_to_erase(text)


def test_the_notice_names_no_number_or_name() -> None:
    _, notices, _ = made_safe("jeg heter Kari Nordmann 01013550027", "nb", 1000, PARTS.phrases)
    assert not re.search(r"\d|Kari|Nordmann", notices[0]["text"])
