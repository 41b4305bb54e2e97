"""Who does not dare to ring is heard, and shown where to write first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue import Reply, State
from bot.dialogue.writing import rather_writes, writes
from bot.language.danger import Danger
from bot.language.utterance import Utterance
from tests.parts import PARTS
from tests.unit.dialogue.turns import heard, said

NARVIK = State(kommune="1806", spurt_sted=True)


def reply_to(text: str, topic: str, state: State = NARVIK, **found: object) -> Reply:
    return PARTS.assistant.turn(replace(heard(text, topic), **found), state)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "tør ikke ringe", "æ tørr ikke ringe, korsn kan æ skrive", "vil ikke ringe", "kan jeg skrive i stedet", "æ får angst av å ringe. ka gjør æ",
        "eg vil ikkje ringje", "jeg er redd for å ringe dem", "kan jeg slippe å ringe", "jeg har telefonskrekk", "I don't dare to call", "can i text instead",
    ],
)  # fmt: skip
def test_who_would_rather_write(text: str) -> None:
    assert rather_writes(Utterance(text))


@pytest.mark.parametrize(
    "text",
    [
        "hvem kan jeg ringe",
        "ingen vil ringe meg tilbake",
        "kan jeg skrive søknaden selv",
        "hvordan skriver jeg en cv",
        "nav svarer ikke når jeg ringer",
    ],
)
def test_who_does_not_say_so(text: str) -> None:
    assert not rather_writes(Utterance(text))


def test_ways_to_write_come_first_and_numbers_last() -> None:
    reply = reply_to("æ må få tak i et menneske. æ tørr ikke ringe, korsn kan æ skrive", "snakk_med_menneske")
    first, contact = reply.messages[0], next(message for message in reply.messages if message.type == "contact")
    assert first.help
    assert {line["way"] for line in first.help} == {"write"}
    assert "113" not in said(reply)
    assert [card["phone"] for card in contact.contacts] == [None] * len(contact.contacts)
    assert contact.contacts[0]["write"] or contact.contacts[0]["email"]
    assert any("55 55 33 33" in str(card["then"]) for card in contact.contacts), "the number is there, folded"
    assert contact.say is None


def test_it_holds_for_the_rest_of_the_talk_until_a_number_is_asked_for() -> None:
    after = reply_to("tør ikke ringe", "kvp", act="tor_ikke").state
    assert writes(after)
    later = reply_to("hvem kan hjelpe meg", "finn_kontakt", after)
    assert all(card["phone"] is None for message in later.messages for card in message.contacts)
    asked = reply_to("hva er nummeret", "utenfor_tema", after)
    assert not writes(asked.state)
    assert "55 55 33 33" in said(asked)


def test_what_is_remembered_is_no_fact_that_is_told_back() -> None:
    after = reply_to("tør ikke ringe", "kvp", act="tor_ikke").state
    assert "skriver" not in said(reply_to("hva har jeg fortalt deg", "kvp", after, act="sa_jeg"))


def test_the_words_to_use_are_those_of_the_topic() -> None:
    reply = reply_to("tør ikke ringe", "utenfor_tema", replace(NARVIK, tema="kvp"), act="tor_ikke")
    assert PARTS.library.answer("kvp", "nb", PARTS.today()).say in said(reply)  # type: ignore[operator]


def test_what_weighs_comes_after_where_to_write_and_its_lines_begin_with_writing() -> None:
    heavy = Danger("tung", "angst", sure=True)
    reply = reply_to("æ får angst av å ringe. ka gjør æ", "utenfor_tema", act="tor_ikke", danger=heavy)
    assert reply.messages[0].help[0]["way"] == "write"
    assert [line["way"] for line in reply.messages[-1].help] == sorted((line["way"] for line in reply.messages[-1].help), reverse=True)


def test_a_message_that_may_be_serious_gets_one_short_line() -> None:
    reply = reply_to("tør ikke ringe kan jeg skrive i stedet", "utenfor_tema", act="tor_ikke", danger=Danger(suspicious=True))
    assert "113" not in said(reply)
