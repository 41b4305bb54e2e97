"""A number that is asked for is given, or it is asked where, or said that we do not have it."""

from __future__ import annotations

import pytest

from bot.dialogue import Reply, State
from bot.dialogue.message import payload
from bot.dialogue.steps.number import asks_for_number, asks_whom_to_ring
from bot.dialogue.understanding import Understanding
from bot.language.utterance import Utterance
from tests.parts import PARTS
from tests.unit.dialogue.turns import heard, said

ABSENT = State(tema="fravaer_karakterer", temaer=("fravaer_karakterer",), spurt_sted=True)


def reply_to(text: str, topic: str = "utenfor_tema", state: State = ABSENT) -> Reply:
    return PARTS.assistant.turn(heard(text, topic), state)


@pytest.mark.parametrize(
    "text",
    ["hva er nummeret", "nummer til borg vgs", "kva er nummeret til OT?", "har du telefonnummeret til nav", "what is the phone number"],
)
def test_a_number_is_asked_for(text: str) -> None:
    assert asks_for_number(Utterance(text))


@pytest.mark.parametrize(
    "text", ["de har ikke nummeret mitt", "noen ringte fra ukjent nummer", "hva er saksnummeret", "hva er et d-nummer", "fødselsnummer"]
)
def test_another_number_is_not_theirs_to_ring(text: str) -> None:
    assert not asks_for_number(Utterance(text))


@pytest.mark.parametrize("text", ["hvem kan jeg ringe", "hvem skal jeg ringe", "kven kan eg ringje?", "hvem ringer jeg", "who can i call"])
def test_whom_to_ring_is_asked(text: str) -> None:
    assert asks_whom_to_ring(Utterance(text))


def test_the_number_fits_the_topic_and_it_is_asked_where() -> None:
    reply = reply_to("hva er nummeret")
    assert "22 99 37 00" in said(reply), "Elevorganisasjonen answers in the whole country"
    assert (reply.state.venter, reply.state.tema) == ("kommune", "fravaer_karakterer")


def test_where_the_place_is_known_the_cards_come_along() -> None:
    reply = reply_to("hva er nummeret", state=State(tema="kvp", kommune="1806", spurt_sted=True))
    assert "55 55 33 33" in reply.messages[0].text
    assert reply.messages[-1].type == "contact"
    assert reply.state.venter is None


def test_whom_the_topic_says_to_contact_is_told_first() -> None:
    reply = reply_to("hvem skal jeg ringe", "finn_kontakt")
    assert (reply.messages[0].topic, reply.messages[0].facet) == ("fravaer_karakterer", "kontakt")
    assert "22 99 37 00" in said(reply)


def test_we_have_no_schools_number_and_say_so() -> None:
    reply = reply_to("nummer til borg vgs", "utenfor_tema")
    assert reply.messages[0].text == PARTS.phrases("nummer_skole", "nb")
    assert all(message.part is None for message in reply.messages)


def test_an_office_that_is_named_is_the_one_whose_number_is_given() -> None:
    assert "55 55 33 33" in said(reply_to("hva er nummeret til nav", "kontakt_nav"))


def test_that_a_number_is_not_the_services_own_is_said() -> None:
    asked = reply_to("hva er nummeret til OT", "kontakt_ot", State(spurt_sted=True))
    there = PARTS.assistant.turn(heard("Førde", sure=0.1), asked.state)
    card = next(card for message in there.messages for card in message.contacts if card["phone"])
    assert card["level"] == "way_in"
    assert card["note"] in there.messages[0].text


def test_the_start_button_leads_to_a_number_and_one_question() -> None:
    reply = PARTS.assistant.turn(Understanding(payload("finn_kontakt"), "finn_kontakt", 1.0, pressed=True), State())
    assert "55 55 33 33" in reply.messages[0].text
    assert [message.type for message in reply.messages] == ["notice", "question"]


def test_after_danger_the_lines_that_were_shown_have_the_word() -> None:
    reply = reply_to("hva er nummeret", state=State(varsom=4, fare="selvmord", tema="krise"))
    assert reply.messages[0].topic == "krise"
