"""What is said to a guide besides an answer: stop, go on, why, a correction."""

from __future__ import annotations

import pytest

from tests.talk import Talk
from tests.unit.dialogue.guided import answered, begun


@pytest.mark.parametrize(
    "said", ["nei, jeg mente 2004", "2004, jeg skrev feil", "nei, 2004", "sorry 2004", "I meant 2004", "jeg er 22, det var feil"]
)
def test_a_year_is_corrected_while_another_thing_is_asked(talk: Talk, said: str) -> None:
    begun(talk)
    talk.say("gikk ut av vg2 i fjor, og er 19")
    asked = talk.fact
    talk.say(said)
    assert talk.text.startswith(("Rettet: født i 2004.", "Corrected: born in 2004."))
    assert talk.fact == asked


def test_a_bare_no_is_an_answer_and_no_correction(talk: Talk) -> None:
    begun(talk)
    for said in ("gikk ut av vg2 i fjor", "ja", "2003", "jeg har lov til å bo her"):
        talk.say(said)
    assert talk.fact == "jobb_eller_skole"
    talk.say("nei")
    assert talk.state.guide is not None
    assert talk.state.fakta["grunnskole"] == "ja"
    assert talk.state.fakta["jobb_eller_skole"] == "nei"


def test_an_answer_that_begins_with_no_is_no_correction_of_something_else(talk: Talk) -> None:
    talk.say("veier til fagbrev", "fagbrev_oversikt")
    talk.press("Finn en vei til fagbrev")
    talk.press("Begynt, men ikke fullført")
    replies = {"bestatt": "alt", "fodt": "2004", "praksis": "0", "onsker_vei": "jobb", "arbeid": "nei", "registrert": "nei"}
    while talk.fact != "tilrettelegging":
        talk.say(replies[talk.fact or ""])
    talk.say("nei, ingenting spesielt")
    assert not talk.text.startswith("Rettet")
    assert talk.state.guide is not None
    assert (talk.state.fakta["bestatt"], talk.state.fakta["tilrettelegging"]) == ("vg2", "nei")


def test_an_answer_may_put_something_else_right_in_passing(talk: Talk) -> None:
    begun(talk)
    for said in ("gikk ut av vg2 i fjor", "ja", "2003", "jeg har lov til å bo her"):
        talk.say(said)
    talk.say("nei, jeg går på videregående nå")
    assert not talk.text.startswith("Rettet")
    assert talk.messages[0].title == "Du er i gang"


def test_a_choice_is_corrected_in_words(talk: Talk) -> None:
    answered(talk)
    talk.say("jeg mente at jeg har fagbrev")
    assert talk.text.startswith("Rettet: har fagbrev eller annen yrkeskompetanse.")
    assert talk.topics[0] == "studiekompetanse"


@pytest.mark.parametrize("said", ["hvorfor spør du?", "kvifor spør du om det", "hvorfor det?", "why do you ask?", "hva betyr det?"])
def test_why_is_answered_and_the_question_repeated(talk: Talk, said: str) -> None:
    begun(talk)
    talk.say("dropped out")
    asked = talk.fact
    talk.say(said)
    assert talk.messages[0].type == "notice"
    assert talk.fact == asked
    assert talk.messages[1].type == "question"


def test_to_have_left_school_is_not_to_leave_the_guide(talk: Talk) -> None:
    begun(talk)
    talk.say("slutta på vgs i fjor")
    assert talk.fact == "grunnskole"
