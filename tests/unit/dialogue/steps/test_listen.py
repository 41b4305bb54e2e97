"""What a message tells besides its question is kept apart."""

from __future__ import annotations

import pytest

from bot.dialogue import State
from bot.dialogue.state import GuideState
from tests.talk import TODAY, Talk


def test_somebody_elses_age_is_kept_apart(talk: Talk) -> None:
    talk.say("broren min er 15 år og vil slutte på skolen", "sluttet_pa_skolen")
    assert talk.state.age(TODAY) is None
    assert talk.state.annen is not None
    assert (talk.state.annen.role, talk.state.annen.born) == ("sosken", TODAY.year - 15)
    talk.say("han har ikke fullført vgs", "utenfor_tema")
    assert "vgo" not in talk.state.fakta
    assert talk.state.annen.role == "sosken"
    assert State.from_slots(talk.state.slots()) == talk.state


@pytest.mark.parametrize(
    "text",
    [
        "må foreldrene mine skrive under",
        "må mamma og pappa si ja",
        "kompisen min sier jeg kan ta eksamen",
        "hvilke verksted tar inn lærling",
    ],
)
def test_who_is_only_spoken_of_is_not_asked_for(talk: Talk, text: str) -> None:
    talk.say("jeg er 16", "utenfor_tema")
    talk.say(text, "sluttet_pa_skolen")
    person = talk.state.person(TODAY)
    assert (person.age, person.other) == (16, False)


def test_a_child_is_asked_for_until_the_writer_turns_out_to_be_young(talk: Talk) -> None:
    talk.say("sønnen min har sluttet på skolen", "sluttet_pa_skolen")
    talk.say("når er fristen", "omvalg")
    assert talk.state.person(TODAY).other
    talk.say("jeg er 16 og går på vg1", "omvalg")
    assert not talk.state.person(TODAY).other


def test_a_friend_is_asked_for_no_longer_than_in_that_message(talk: Talk) -> None:
    talk.say("kompisen min er syk og kan ikke jobbe", "aap")
    assert talk.state.person(TODAY).other
    talk.say("hva er kvp", "kvp")
    assert not talk.state.person(TODAY).other


def test_a_place_is_kept_whatever_answers(talk: Talk) -> None:
    talk.say("jeg er 23 og bor i Narvik. hva er forskjellen på kvp og arbeidstrening", "kvp")
    assert talk.topics == ["kvp", "arbeidstrening"]
    assert (talk.state.kommune, talk.state.age(TODAY)) == ("1806", 23)


def test_a_year_told_to_a_guide_is_no_postal_code(talk: Talk) -> None:
    talk.state = State(venter="guide", guide=GuideState("hvilken_rett", asked="fodt"))
    talk.say("2004")
    assert talk.state.kommune is None
