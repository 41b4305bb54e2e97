"""A guide in conversation, without Rasa: each message comes with the topic it is understood as."""

from __future__ import annotations

import pytest

from bot.dialogue import Assistant
from bot.language.danger import Danger
from tests.talk import Talk, assistant


@pytest.fixture(scope="module")
def bot() -> Assistant:
    return assistant()


@pytest.fixture
def talk(bot: Assistant) -> Talk:
    return Talk(bot)


def _begun(talk: Talk, text: str = "hvilken rett har jeg?") -> Talk:
    talk.say(text, "hvilken_rett")
    return talk


def _answered(talk: Talk) -> Talk:
    _begun(talk.living_in("1806"))
    for said in ("gikk ut av vg2 i fjor", "ja", "født i 2003", "jeg har lov til å bo her", "nei"):
        talk.say(said)
    assert talk.topics[0] == "rett_fullforing", talk.text
    return talk


def test_one_small_question_at_a_time_with_answers_to_press(talk: Talk) -> None:
    _begun(talk)
    assert talk.fact == "vgo"
    assert [message.type for message in talk.messages] == ["answer", "notice", "question"]
    talk.press("Begynt, men ikke fullført")
    assert talk.fact == "grunnskole"
    talk.press("Ja")
    assert talk.fact is not None


def test_the_end_has_answer_reason_next_step_contact_and_a_link_to_share(talk: Talk) -> None:
    _answered(talk)
    answer = talk.messages[0]
    assert answer.title == "Du har rett til å fullføre"
    assert answer.because == (
        "Dette bygger jeg på: begynt, men ikke fullført; grunnskole: ja; jeg har lov til å bo her; født i 2003; i jobb eller på skole: nei."
    )
    assert answer.sources[0] == {
        "title": "Opplæringslova §§ 5-1 og 18-3", "url": "https://lovdata.no/lov/2023-06-09-30", "checked": "2026-11-23"
    }  # fmt: skip
    assert answer.share == "/t/rett_fullforing?k=1806"
    assert any(message.title == "Neste steg" for message in talk.messages)
    assert talk.topics == ["rett_fullforing", "rett_ungdom", "rett_voksen"]
    assert all("§" in str(message.sources[0]["title"]) for message in talk.messages if message.type == "answer")
    assert [suggestion.title for message in talk.messages if message.type == "question" for suggestion in message.suggestions]
    contact = next(message for message in talk.messages if message.type == "contact")
    assert contact.contacts
    assert "Narvik" in str(contact.title)


def test_what_was_said_before_is_used_and_told_back(talk: Talk) -> None:
    talk.say("er 26 og fikk aldri fullført vgs", "rett_fullforing")
    talk.say("hvilken rett har jeg da", "hvilken_rett")
    assert "født i 2000; begynt, men ikke fullført" in talk.text
    assert talk.fact == "grunnskole"


def test_free_text_answers_several_questions_at_once(talk: Talk) -> None:
    _begun(talk)
    talk.say("jeg fyller 19 i mars og gikk ut av vg2 i fjor")
    assert talk.state.guide is not None
    assert talk.state.fakta == {"fodt": 2008, "vgo": "pabegynt"}


@pytest.mark.parametrize(
    "said", ["nei, jeg mente 2004", "2004, jeg skrev feil", "nei, 2004", "sorry 2004", "I meant 2004", "jeg er 22, det var feil"]
)
def test_a_year_is_corrected_while_another_thing_is_asked(talk: Talk, said: str) -> None:
    _begun(talk)
    talk.say("gikk ut av vg2 i fjor, og er 19")
    asked = talk.fact
    talk.say(said)
    assert talk.text.startswith(("Rettet: født i 2004.", "Corrected: born in 2004."))
    assert talk.fact == asked


def test_a_year_is_a_year_and_no_postal_code(talk: Talk) -> None:
    _begun(talk)
    talk.say("2004")
    assert talk.state.guide is not None
    assert (talk.state.fakta, talk.state.kommune) == ({"fodt": 2004}, None)


def test_a_bare_no_is_an_answer_and_no_correction(talk: Talk) -> None:
    _begun(talk)
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
    _begun(talk)
    for said in ("gikk ut av vg2 i fjor", "ja", "2003", "jeg har lov til å bo her"):
        talk.say(said)
    talk.say("nei, jeg går på videregående nå")
    assert not talk.text.startswith("Rettet")
    assert talk.messages[0].title == "Du er i gang"


def test_the_answer_is_given_anew_when_corrected_afterwards(talk: Talk) -> None:
    _answered(talk)
    talk.say("nei, jeg mente 1996")
    assert talk.text.startswith("Rettet: født i 1996.")
    assert "rett_ungdom" not in talk.topics
    assert any(message.type == "contact" for message in talk.messages)


def test_a_choice_is_corrected_in_words(talk: Talk) -> None:
    _answered(talk)
    talk.say("jeg mente at jeg har fagbrev")
    assert talk.text.startswith("Rettet: har fagbrev eller annen yrkeskompetanse.")
    assert talk.topics[0] == "studiekompetanse"


def test_no_thanks_after_the_answer_changes_nothing(talk: Talk) -> None:
    _answered(talk)
    before = talk.state.guide
    talk.say("nei takk", "nei", 0.9)
    assert talk.state.guide == before


@pytest.mark.parametrize("said", ["hvorfor spør du?", "kvifor spør du om det", "hvorfor det?", "why do you ask?", "hva betyr det?"])
def test_why_is_answered_and_the_question_repeated(talk: Talk, said: str) -> None:
    _begun(talk)
    talk.say("dropped out")
    asked = talk.fact
    talk.say(said)
    assert talk.messages[0].type == "notice"
    assert talk.fact == asked
    assert talk.messages[1].type == "question"


def test_why_is_answered_by_a_button_for_the_place_and_when_nothing_is_asked(talk: Talk) -> None:
    talk.say("hvorfor spør du om det?")
    assert "kan endre hva du har rett til" in talk.text
    talk.say("hva er arbeidstrening?", "arbeidstrening")
    assert talk.state.venter == "kommune"
    talk.say("hvorfor spør du om det?")
    assert "hvem som hjelper der du bor" in talk.text
    assert talk.state.venter == "kommune"
    _begun(talk).press("Hvorfor spør du?")
    assert "Retten avhenger av" in talk.text


@pytest.mark.parametrize("stop", ["stopp", "nei, jeg vil ikke svare mer", "avbryt", "stop", "kan vi slutte nå"])
def test_left_and_resumed(talk: Talk, stop: str) -> None:
    _begun(talk)
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


def test_to_have_left_school_is_not_to_leave_the_guide(talk: Talk) -> None:
    _begun(talk)
    talk.say("slutta på vgs i fjor")
    assert talk.fact == "grunnskole"


def test_interrupted_by_another_question_then_offers_to_go_on(talk: Talk) -> None:
    _begun(talk.living_in("1806"))
    talk.say("gikk ut av vg2 i fjor")
    asked = talk.fact
    talk.say("hva er en lærling?", "laerling")
    assert talk.topics == ["laerling"]
    assert talk.question == "Skal vi fortsette der vi var?"
    talk.say("ja", "ja")
    assert talk.fact == asked


def test_going_on_is_offered_once_and_not_beside_the_question_for_the_place(talk: Talk) -> None:
    _begun(talk)
    talk.say("hva er kvp?", "kvp")
    assert talk.question.startswith("Hvor bor du?")
    talk.say("Bodø")
    assert talk.question == "Skal vi fortsette der vi var?"
    talk.say("hva er aap?", "aap")
    assert not any(message.text == "Skal vi fortsette der vi var?" for message in talk.messages)


def test_what_an_interruption_tells_is_kept(talk: Talk) -> None:
    _begun(talk)
    talk.say("hva er kvp? jeg er 24 forresten", "kvp")
    assert talk.state.guide is not None
    assert talk.state.fakta == {"fodt": 2002}


def test_a_place_is_noted_and_the_question_repeated(talk: Talk) -> None:
    _begun(talk)
    talk.say("jeg bor i Narvik")
    assert "Da bruker jeg Narvik." in talk.text
    assert talk.fact == "vgo"
    assert talk.state.kommune == "1806"


def test_what_is_no_answer_is_said_kindly_and_asked_again(talk: Talk) -> None:
    _begun(talk)
    talk.say("bla bla")
    assert talk.text.startswith("Det skjønte jeg ikke som svar.")
    assert talk.fact == "vgo"


def test_a_year_one_does_not_know_may_be_rough(talk: Talk) -> None:
    _begun(talk)
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


def test_who_is_not_sure_is_sent_to_a_person(talk: Talk) -> None:
    _begun(talk.living_in("1806"))
    talk.press("Ikke begynt")
    while talk.fact and talk.fact != "grunnskole":
        talk.say({"fodt": "1990", "opphold": "jeg har lov til å bo her", "jobb_eller_skole": "nei"}[talk.fact])
    talk.say("vet ikke")
    while talk.fact:
        talk.say({"fodt": "1990", "opphold": "jeg har lov til å bo her", "jobb_eller_skole": "nei"}[talk.fact])
    assert "Snakk med voksenopplæringen i kommunen" in talk.text
    assert any(message.type == "contact" for message in talk.messages)


def test_the_language_can_change_in_the_middle(talk: Talk) -> None:
    _begun(talk)
    asked = talk.fact
    talk.say("can you answer in english")
    assert talk.question == "What have you done in upper secondary school?"
    assert talk.fact == asked


def test_in_english_to_the_end(talk: Talk) -> None:
    talk.say("which right do I have? answer in english", "hvilken_rett")
    talk.living_in("1806")
    for said in ("dropped out", "yes", "I turn 20 in May", "I may live here", "no"):
        talk.say(said)
    assert talk.messages[0].title == "You have a right to complete"
    assert talk.messages[0].because is not None
    assert "I may live here" in talk.messages[0].because
    assert talk.messages[0].share == "/t/rett_fullforing?k=1806&m=en"
    assert {message.malform for message in talk.messages} == {"en"}


def test_another_guide_uses_what_the_first_was_told(talk: Talk) -> None:
    talk.say("jeg har jobba 3 år på lager, er 22 og har ingen jobb nå", "fagbrev_oversikt")
    talk.press("Finn en vei til fagbrev")
    assert "3 års praksis; født i 2004; jobb i faget: nei" in talk.text
    talk.press("Begynt, men ikke fullført")
    assert talk.state.guide is not None
    assert {"praksis", "fodt", "arbeid", "vgo"} == set(talk.state.fakta)
    _begun(talk)
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


def test_navs_guide_says_who_decides_and_what_to_bring(talk: Talk) -> None:
    talk.living_in("1806").say("hva kan nav hjelpe med", "nav_forste_gang")
    talk.press("Se hva Nav kan tilby")
    replies = {
        "onsker_nav": "finne jobb", "fodt": "2007", "registrert": "nei", "nedsatt": "har angst", "behandling": "går til psykolog",
        "arbeidsgiver": "nei", "inntekt": "bor hos mamma",
    }  # fmt: skip
    while talk.fact:
        talk.say(replies[talk.fact])
    assert talk.messages[0].title == "Registrer deg hos Nav først"
    assert "Nav vurderer og avgjør hva du kan få." in talk.text
    assert "Ta med til møtet:" in talk.text
    assert "ungdomsgaranti" in talk.topics
    contact = next(message for message in talk.messages if message.type == "contact")
    assert "Nav" in contact.contacts[0]["name"]


def test_an_answer_that_is_offered_is_not_guessed_to_be_a_crisis(talk: Talk) -> None:
    _begun(talk)
    for said in ("gikk ut av vg2 i fjor", "ja", "2003"):
        talk.say(said)
    assert talk.fact == "opphold"
    talk.say("jeg har lov til å bo her", danger=Danger("akutt", "utrygt_hjem"))
    assert talk.fact == "jobb_eller_skole"


def test_a_crisis_ends_the_guide(talk: Talk) -> None:
    _begun(talk)
    talk.say("jeg orker ikke leve mer", danger=Danger("akutt", "selvmord"))
    assert talk.state.guide is None
    assert talk.fact is None
