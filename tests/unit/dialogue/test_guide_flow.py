"""A guide in conversation, without Rasa: each message comes with the topic it is understood as."""

from __future__ import annotations

import pytest

from tests.talk import Talk
from tests.unit.dialogue.guided import begun


def test_one_small_question_at_a_time_with_answers_to_press(talk: Talk) -> None:
    begun(talk)
    assert talk.fact == "vgo"
    assert [message.type for message in talk.messages] == ["answer", "notice", "question"]
    talk.press("Begynt, men ikke fullført")
    assert talk.fact == "grunnskole"
    talk.press("Ja")
    assert talk.fact is not None


def test_what_was_said_before_is_used_and_told_back(talk: Talk) -> None:
    talk.say("er 26 og fikk aldri fullført vgs", "rett_fullforing")
    talk.say("hvilken rett har jeg da", "hvilken_rett")
    assert "født i 2000; begynt, men ikke fullført" in talk.text
    assert talk.fact == "grunnskole"


def test_free_text_answers_several_questions_at_once(talk: Talk) -> None:
    begun(talk)
    talk.say("jeg fyller 19 i mars og gikk ut av vg2 i fjor")
    assert talk.state.guide is not None
    assert talk.state.fakta == {"fodt": 2008, "vgo": "pabegynt"}


def test_a_year_is_a_year_and_no_postal_code(talk: Talk) -> None:
    begun(talk)
    talk.say("2004")
    assert talk.state.guide is not None
    assert (talk.state.fakta, talk.state.kommune) == ({"fodt": 2004}, None)


def test_why_is_answered_by_a_button_for_the_place_and_when_nothing_is_asked(talk: Talk) -> None:
    talk.say("hvorfor spør du om det?")
    assert "kan endre hva du har rett til" in talk.text
    talk.say("hva er arbeidstrening?", "arbeidstrening")
    assert talk.state.venter == "kommune"
    talk.say("hvorfor spør du om det?")
    assert "hvem som hjelper der du bor" in talk.text
    assert talk.state.venter == "kommune"
    begun(talk).press("Hvorfor spør du?")
    assert "Retten avhenger av" in talk.text


@pytest.mark.parametrize("stop", ["stopp", "nei, jeg vil ikke svare mer", "avbryt", "stop", "kan vi slutte nå"])
def test_left_and_resumed(talk: Talk, stop: str) -> None:
    begun(talk)
    talk.say("gikk ut av vg2 i fjor")
    asked = talk.fact
    talk.say(stop)
    assert talk.fact is None
    talk.say("hva er kvp?", "kvp")
    assert not any("fortsette" in message.text for message in talk.messages), "who stopped is not pressed to go on"
    talk.say("fortsett")
    assert talk.fact == asked
    talk.say("stopp")
    talk.press("Fortsett spørsmålene")
    assert talk.fact == asked


def test_interrupted_by_another_question_then_offers_to_go_on(talk: Talk) -> None:
    begun(talk.living_in("1806"))
    talk.say("gikk ut av vg2 i fjor")
    asked = talk.fact
    talk.say("hva er en lærling?", "laerling")
    assert talk.topics == ["laerling"]
    assert talk.question == "Skal vi fortsette der vi var?"
    talk.say("ja", "ja")
    assert talk.fact == asked


def test_going_on_is_offered_once_and_before_the_place_is_asked_for(talk: Talk) -> None:
    begun(talk)
    talk.say("hva er kvp?", "kvp")
    assert talk.question == "Skal vi fortsette der vi var?"
    assert not any("Hvor bor du?" in message.text for message in talk.messages)
    talk.say("hva er aap?", "aap")
    assert not any(message.text == "Skal vi fortsette der vi var?" for message in talk.messages)


@pytest.mark.parametrize("text", ["ok fortsett", "kan vi gå videre"])
def test_to_go_on_is_no_stop(talk: Talk, text: str) -> None:
    begun(talk)
    asked = talk.fact
    talk.say(text, act="stopp")
    assert talk.fact == asked


def test_what_an_interruption_tells_is_kept(talk: Talk) -> None:
    begun(talk)
    talk.say("hva er kvp? jeg er 24 forresten", "kvp")
    assert talk.state.guide is not None
    assert talk.state.fakta == {"fodt": 2002}


def test_a_place_is_noted_and_the_question_repeated(talk: Talk) -> None:
    begun(talk)
    talk.say("jeg bor i Narvik")
    assert "Da bruker jeg Narvik." in talk.text
    assert talk.fact == "vgo"
    assert talk.state.kommune == "1806"


def test_a_year_one_does_not_know_may_be_rough(talk: Talk) -> None:
    begun(talk)
    talk.press("Ikke begynt")
    while talk.fact != "fodt":
        talk.press("Ja" if talk.fact == "grunnskole" else "Jeg har lov")
    talk.say("vet ikke")
    assert talk.text.startswith("Det holder om du svarer omtrent.")


def test_an_impossible_year_is_refused_in_the_persons_language(talk: Talk) -> None:
    talk.say("hvilken rett har jeg? svar på nynorsk", "hvilken_rett")
    talk.press("Ikkje byrja")
    while talk.fact != "fodt":
        talk.press("Ja" if talk.fact == "grunnskole" else "Eg har lov")
    state = talk.state
    talk.say("3004")
    assert talk.text.startswith("Det skjønte eg ikkje som svar.")
    assert talk.state.guide == state.guide


def test_the_language_can_change_in_the_middle(talk: Talk) -> None:
    begun(talk)
    asked = talk.fact
    talk.say("can you answer in english")
    assert talk.question == "What have you done in upper secondary school?"
    assert talk.fact == asked


def test_another_guide_uses_what_the_first_was_told(talk: Talk) -> None:
    talk.say("jeg har jobba 3 år på lager, er 22 og har ingen jobb nå", "fagbrev_oversikt")
    talk.press("Finn en vei til fagbrev")
    assert "3 års praksis; født i 2004; jobb i faget: nei" in talk.text
    talk.press("Begynt, men ikke fullført")
    assert talk.state.guide is not None
    assert {"praksis", "fodt", "arbeid", "vgo"} == set(talk.state.fakta)
    begun(talk)
    assert talk.fact not in ("vgo", "fodt")


def test_a_number_is_asked_with_the_numbers_that_count(talk: Talk) -> None:
    talk.say("veier til fagbrev", "fagbrev_oversikt")
    talk.press("Finn en vei til fagbrev")
    talk.press("Ikke begynt")
    while talk.fact != "praksis":
        talk.say(
            {"fodt": "1990", "onsker_vei": "vet ikke", "arbeid": "nei", "tilrettelegging": "nei", "registrert": "nei"}[talk.fact or ""]
        )
    titles = [suggestion.title for suggestion in talk.messages[-1].suggestions]
    assert titles[:6] == ["0", "1", "2", "3", "4", "5+"]
    talk.press("5+")
    assert talk.state.guide is not None
    assert talk.state.fakta["praksis"] == 5


def test_another_question_that_is_fairly_certain_interrupts_where_it_answers_nothing(talk: Talk) -> None:
    begun(talk)
    talk.say("hva tjener en elektrikerlærling", "laerling", 0.4)
    assert talk.messages[0].topic == "laerling"


@pytest.mark.parametrize("stop", ["gidder ikke mer spørsmål", "orker ikke flere spørsmål nå", "jeg vil ikke svare på mer"])
def test_who_is_tired_of_questions_is_let_go(talk: Talk, stop: str) -> None:
    begun(talk).say(stop)
    assert talk.state.venter is None
    assert any("fortsett" in suggestion.payload for message in talk.messages for suggestion in message.suggestions)


def test_not_to_know_is_met_kindly_and_a_third_miss_hands_over_with_what_was_told(talk: Talk) -> None:
    talk.say("er 26 og fikk aldri fullført vgs", "rett_fullforing")
    begun(talk)
    said = []
    for words in ("blå", "grønn", "gul"):
        talk.say(words)
        said.append(talk.messages[0].text)
    assert len(set(said)) == 3, "never the same words twice"
    assert "født i 2000" in said[-1]
    assert talk.state.venter is None
    assert any("snakk_med_menneske" in suggestion.payload for suggestion in talk.messages[-1].suggestions)


def test_a_hard_word_in_a_question_is_explained_and_the_question_asked_again(talk: Talk) -> None:
    begun(talk).say("hva mener du med vedtak?")
    assert [message.type for message in talk.messages] == ["notice", "question"]
    assert talk.messages[0].text.lower().startswith("vedtak:")


def test_a_question_says_where_it_stands_and_back_asks_the_one_before_again(talk: Talk) -> None:
    begun(talk)
    assert talk.messages[-1].step == {"number": 1, "of": 5}
    assert "Tilbake" not in [suggestion.title for suggestion in talk.messages[-1].suggestions]
    talk.press("Begynt, men ikke fullført")
    assert (talk.fact, talk.messages[-1].step) == ("grunnskole", {"number": 2, "of": 5})
    talk.press("Tilbake")
    assert (talk.fact, talk.messages[-1].step) == ("vgo", {"number": 1, "of": 5})
    assert talk.state.fakta == {}
    talk.press("Ikke begynt")
    assert talk.state.fakta == {"vgo": "ingen"}
