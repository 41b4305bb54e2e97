"""In a crisis there is help and nothing but help, and the turns after it stay careful."""

from __future__ import annotations

from datetime import date

import pytest

from bot.assembly import assistant, library
from bot.dialogue import Reply, State, Understanding
from bot.dialogue.care import TALK, TURNS
from bot.dialogue.message import payload

PERSON = payload(TALK)


def number(name: str) -> str:
    return library().figures.show(f"telefon.{name}", "nb", date.today())


def heard(text: str, intent: str = "krise", **more: object) -> Understanding:
    return Understanding(text=text, intent=intent, confidence=0.97, ranking=((intent, 0.97),), **more)  # type: ignore[arg-type]


def in_crisis(text: str = "jeg vil ikke leve lenger", state: State | None = None) -> Reply:
    bot = assistant()
    message = heard(text, crisis=True)
    reply = bot.gate(message, bot.listen(message, state or State()))
    assert isinstance(reply, Reply)
    return bot.close(reply)


def afterwards(message: Understanding, state: State) -> Reply:
    bot = assistant()
    gated = bot.gate(message, bot.listen(message, state))
    if isinstance(gated, State):
        handle = {"takk": bot.manners, "hilsen": bot.manners, "finn_kontakt": bot.contact}.get(message.intent, bot.answer)
        gated = handle(message, gated)
    return bot.close(gated)


def said(reply: Reply) -> str:
    return " ".join(message.text for message in reply.messages)


def test_the_emergency_number_comes_first() -> None:
    reply = in_crisis()
    assert number("ambulanse") in reply.messages[0].text.split(".")[0] + reply.messages[0].text.split("?")[1]
    for name in ("mental_helse", "alarmtelefonen", "kors_pa_halsen", "kirkens_sos", "vo_linjen", "legevakt"):
        assert number(name) in said(reply)


def test_nothing_else_is_offered() -> None:
    reply = in_crisis("hva er kvp? jeg vil dø", State(kommune="1806"))
    assert {message.topic for message in reply.messages} == {"krise"}
    assert {s.payload for message in reply.messages for s in message.suggestions} == {PERSON}
    assert not any(message.contacts or message.type == "question" for message in reply.messages)


@pytest.mark.parametrize("malform", ["nb", "nn"])
def test_under_18_is_pointed_to_kors_pa_halsen(malform: str) -> None:
    reply = in_crisis(state=State(alder=16, malform=malform))  # type: ignore[arg-type]
    assert number("kors_pa_halsen") in reply.messages[1].text
    assert number("alarmtelefonen") in reply.messages[1].text


def test_18_and_over_is_pointed_to_mental_helse() -> None:
    reply = in_crisis(state=State(alder=18))
    assert number("mental_helse") in reply.messages[1].text
    assert number("kors_pa_halsen") not in reply.messages[1].text


@pytest.mark.parametrize("text", ["faren min slår meg", "jeg ble voldtatt i helga"])
def test_violence_and_abuse_are_pointed_to_the_line_for_it(text: str) -> None:
    reply = in_crisis(text)
    assert number("vo_linjen") in reply.messages[1].text
    assert "ikke din feil" in reply.messages[1].text


def test_danger_now_is_sent_to_the_ambulance() -> None:
    assert number("ambulanse") in in_crisis("jeg har svelget 30 paracet").messages[1].text


def test_an_ongoing_guide_and_question_are_dropped() -> None:
    state = in_crisis(state=State(venter="kommune", tema="kvp")).state
    assert (state.venter, state.guide, state.varsom) == (None, None, TURNS + 1)


@pytest.mark.parametrize(
    ("text", "intent"), [("takk", "takk"), ("hva er kvp", "kvp"), ("hei", "hilsen"), ("hvilken rett har jeg", "rett_voksen")]
)
def test_the_turns_after_it_offer_nothing_cheerful(text: str, intent: str) -> None:
    reply = afterwards(heard(text, intent), in_crisis().state)
    assert {s.payload for message in reply.messages for s in message.suggestions} <= {PERSON}
    assert not any(message.type == "question" for message in reply.messages)
    assert not any(word in said(reply).lower() for word in ("lykke til", "hyggelig", "gratulerer"))
    last = reply.messages[-1].text
    assert number("mental_helse") in last
    assert number("ambulanse") in last


def test_what_is_not_understood_after_it_leads_to_a_person() -> None:
    lost = Understanding(text="asdf qwer", intent="kvp", confidence=0.05, ranking=(("kvp", 0.05), ("aap", 0.04)))
    reply = afterwards(lost, in_crisis().state)
    assert {s.payload for message in reply.messages for s in message.suggestions} == {PERSON}


def test_the_line_that_stays_in_view_fits_the_age() -> None:
    young = afterwards(heard("takk", "takk"), in_crisis(state=State(alder=15)).state)
    assert number("kors_pa_halsen") in young.messages[-1].text
    grown = afterwards(heard("takk", "takk"), in_crisis(state=State(alder=22)).state)
    assert number("kors_pa_halsen") not in grown.messages[-1].text
    assert number("mental_helse") in grown.messages[-1].text


def test_care_ends_after_some_turns_and_begins_anew_with_a_new_crisis() -> None:
    state = in_crisis().state
    for turn in range(TURNS + 1):
        reply = afterwards(heard("takk", "takk"), state)
        lines = any(number("mental_helse") in message.text for message in reply.messages)
        assert lines is (turn < TURNS)
        state = reply.state
    assert in_crisis(state=state).state.varsom == TURNS + 1


def test_a_figure_of_speech_the_classifier_takes_for_a_crisis_is_asked_about() -> None:
    bot = assistant()
    guessed = heard("jeg vil leve av musikk", "krise")
    reply = bot.gate(guessed, bot.listen(guessed, State()))
    assert isinstance(reply, Reply)
    assert not any(message.topic == "krise" for message in reply.messages)
    for text in ("jeg vil leve av musikk men egentlig vil jeg dø", "noe ordlisten ikke kjenner"):
        message = heard(text, "krise")
        answered = bot.gate(message, bot.listen(message, State()))
        assert isinstance(answered, Reply)
        assert {said.topic for said in answered.messages} == {"krise"}, "the classifier is believed where the lexicon is silent"
