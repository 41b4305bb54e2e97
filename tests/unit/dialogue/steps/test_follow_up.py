"""A follow-up names no topic: it is about the one under discussion, or moves the question to another."""

from __future__ import annotations

import pytest

from bot.dialogue import State
from tests.talk import Talk


@pytest.fixture
def about_kvp(talk: Talk) -> Talk:
    talk.living_in("1806").say("hva er kvp?", "kvp")
    return talk


@pytest.mark.parametrize(("text", "facet"), [("og hvor lenge varer det?", "varighet"), ("hva får jeg i penger da?", "penger")])
def test_the_facet_of_the_topic_under_discussion(about_kvp: Talk, text: str, facet: str) -> None:
    about_kvp.say(text, "utenfor_tema", 0.1)
    assert about_kvp.topics == ["kvp"]
    assert about_kvp.messages[0].facet == facet


def test_the_same_question_of_another_topic(about_kvp: Talk) -> None:
    about_kvp.say("hvor lenge varer det?", "utenfor_tema", 0.1)
    about_kvp.say("hva med lærling da?", "laerling", 0.9)
    assert (about_kvp.messages[0].topic, about_kvp.messages[0].facet) == ("laerling", "varighet")


def test_a_question_carried_to_nothing_known_is_not_answered_with_the_old_topic(about_kvp: Talk) -> None:
    about_kvp.say("hva med blomster da?", "utenfor_tema", 0.05)
    assert "kvp" not in {message.topic for message in about_kvp.messages}


def test_whom_to_contact_about_it_is_answered_with_the_card(about_kvp: Talk) -> None:
    about_kvp.say("hvem ringer jeg?", "utenfor_tema", 0.1)
    assert about_kvp.messages[0].topic == "kvp"
    assert any(message.contacts for message in about_kvp.messages)


def test_without_a_topic_there_is_nothing_to_follow_up(talk: Talk) -> None:
    talk.state = State(spurt_sted=True)
    talk.say("hvor lenge varer det?", "utenfor_tema", 0.1)
    assert talk.messages[0].topic == "utenfor_tema"
