"""A place is kept, asked back when several share its name, and answered when it was awaited or is all that was said."""

from __future__ import annotations

import pytest

from bot.dialogue import State
from tests.talk import Talk


@pytest.fixture
def asked(talk: Talk) -> Talk:
    talk.say("hva er kvp?", "kvp")
    assert talk.state.venter == "kommune"
    return talk


def test_the_place_that_was_awaited_is_answered_with_its_card(asked: Talk) -> None:
    asked.say("Narvik")
    assert (asked.state.kommune, asked.state.venter) == ("1806", None)
    assert asked.messages[0].type == "contact"


def test_a_name_that_several_share_is_asked_back_and_a_button_settles_it(asked: Talk) -> None:
    asked.say("Våler")
    assert asked.state.venter == "kommune"
    asked.press("Innlandet")
    assert asked.state.kommune == "3419"
    assert asked.messages[0].contacts


def test_what_is_no_place_is_asked_for_again(asked: Talk) -> None:
    first = asked.question
    asked.say("langt oppe")
    assert asked.state.venter == "kommune"
    assert asked.question != first


def test_another_question_lets_go_of_the_place(asked: Talk) -> None:
    asked.say("hvordan blir jeg lærling?", "laerling")
    assert asked.state.venter is None
    assert asked.topics == ["laerling"]


def test_a_place_in_a_new_question_is_kept_and_the_question_answered(asked: Talk) -> None:
    asked.say("jeg bor i Narvik, hvordan blir jeg lærling?", "laerling")
    assert asked.state.kommune == "1806"
    assert asked.topics == ["laerling"]


def test_a_place_and_nothing_else_shows_whom_to_contact_there(talk: Talk) -> None:
    talk.say("jeg bor i Narvik")
    assert "Narvik" in talk.messages[0].text
    assert talk.messages[-1].contacts


def test_somebody_who_does_not_know_the_district_gets_what_there_is(talk: Talk) -> None:
    talk.state = State(kommune="0301", venter="bydel", venter_tjeneste="nav", tema="kvp")
    talk.say("aner ikke")
    assert (talk.state.bydel, talk.state.venter) == ("-", None)
    assert talk.messages[0].contacts


@pytest.mark.parametrize(("answer", "number"), [("den i innlandet", "3419"), ("østfold", "3114")])
def test_the_county_settles_which_of_several_places_is_meant(asked: Talk, answer: str, number: str) -> None:
    asked.say("våler")
    asked.say(answer)
    assert asked.state.kommune == number
    assert asked.messages[0].contacts
    assert asked.state.steder == ()


def test_a_county_that_none_of_them_is_in_settles_nothing(asked: Talk) -> None:
    asked.say("våler")
    asked.say("troms")
    assert asked.state.kommune is None
    assert asked.state.venter == "kommune"


def test_with_whom_somebody_lives_is_nothing_besides_the_place(talk: Talk) -> None:
    talk.say("bor hos mora mi i horten")
    assert talk.state.kommune == "3901"
    assert any(message.contacts for message in talk.messages)


def test_a_question_is_no_place_that_was_not_recognised(asked: Talk) -> None:
    asked.say("until when?")
    assert "postnummer" not in asked.text
    assert "postcode" not in asked.text


def test_where_somebody_else_lives_is_no_answer_by_itself(talk: Talk) -> None:
    messages = talk.say("mamma bor i horten")
    assert not any(message.contacts for message in messages)
