"""Buttons that steer: another language, another place, stop, why; and those that ask."""

from __future__ import annotations

from bot.dialogue import State, Understanding
from tests.talk import Talk


def press(talk: Talk, intent: str, **entities: str) -> None:
    talk._turn(Understanding(f"/{intent}", intent, 1.0, entities=entities, pressed=True))


def test_another_language_is_confirmed_with_the_last_answer_in_it(talk: Talk) -> None:
    talk.living_in("1806").say("hva er kvp?", "kvp")
    press(talk, "dialog_malform", malform="en")
    assert [message.malform for message in talk.messages] == ["en", "en"]
    assert talk.messages[1].topic == "kvp"
    press(talk, "dialog_malform", malform="de")
    assert talk.state.malform == "en", "a language we do not have changes nothing"


def test_another_place_is_asked_for_and_then_used(talk: Talk) -> None:
    talk.living_in("1806").say("hva er kvp?", "kvp")
    press(talk, "dialog_sted")
    assert (talk.state.kommune, talk.state.venter) == (None, "kommune")
    press(talk, "dialog_sted", nummer="1804")
    assert talk.state.kommune == "1804"
    assert "Bodø" in str(talk.messages[0].title)


def test_a_district_shows_its_own_office(talk: Talk) -> None:
    talk.state = State(kommune="0301", venter="bydel", venter_tjeneste="nav")
    press(talk, "dialog_sted", bydel="030101")
    assert "Gamle Oslo" in str(talk.messages[0].contacts[0]["name"])


def test_why_leaves_what_was_asked_for_open(talk: Talk) -> None:
    talk.say("hva er kvp?", "kvp")
    press(talk, "dialog_hvorfor")
    assert talk.state.venter == "kommune"
    assert talk.messages[0].type == "notice"


def test_a_guide_is_left_by_its_button(talk: Talk) -> None:
    talk.say("hvilken rett har jeg?", "hvilken_rett")
    press(talk, "dialog_avbryt")
    assert talk.state.venter is None


def test_a_button_that_asks_is_answered_whatever_was_waited_for(talk: Talk) -> None:
    talk.say("hva er kvp?", "kvp")
    press(talk, "kvp", fasett="varighet")
    assert talk.messages[0].facet == "varighet"
    assert talk.state.venter is None
