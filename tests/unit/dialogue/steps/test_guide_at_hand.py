"""An open question of a guide is answered first."""

from __future__ import annotations

from bot.language.danger import Danger
from tests.talk import Talk
from tests.unit.dialogue.guided import answered, begun


def test_the_answer_is_given_anew_when_corrected_afterwards(talk: Talk) -> None:
    answered(talk)
    talk.say("nei, jeg mente 1996")
    assert talk.text.startswith("Rettet: født i 1996.")
    assert "rett_ungdom" not in talk.topics
    assert any(message.type == "contact" for message in talk.messages)


def test_no_thanks_after_the_answer_changes_nothing(talk: Talk) -> None:
    answered(talk)
    before = talk.state.guide
    talk.say("nei takk", "nei", 0.9)
    assert talk.state.guide == before


def test_what_is_no_answer_is_said_kindly_and_asked_again(talk: Talk) -> None:
    begun(talk)
    talk.say("bla bla")
    assert talk.text.startswith("Det skjønte jeg ikke som svar.")
    assert talk.fact == "vgo"


def test_an_answer_that_is_offered_is_not_guessed_to_be_a_crisis(talk: Talk) -> None:
    begun(talk)
    for said in ("gikk ut av vg2 i fjor", "ja", "2003"):
        talk.say(said)
    assert talk.fact == "opphold"
    talk.say("jeg har lov til å bo her", danger=Danger("akutt", "utrygt_hjem"))
    assert talk.fact == "jobb_eller_skole"


def test_a_crisis_ends_the_guide(talk: Talk) -> None:
    begun(talk)
    talk.say("jeg orker ikke leve mer", danger=Danger("akutt", "selvmord"))
    assert talk.state.guide is None
    assert talk.fact is None
