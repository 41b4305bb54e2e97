"""Danger is looked for before anything else, and what is no danger is no alarm."""

from __future__ import annotations

from datetime import date

import pytest

from bot.dialogue import State, Understanding
from bot.dialogue.care import HEAVY
from bot.dialogue.reply import Reply
from bot.dialogue.state import GuideState
from bot.language.danger import Danger
from tests.parts import PARTS
from tests.talk import TODAY, Talk
from tests.unit.dialogue.turns import heard, lines, number, reply_to, said


def test_what_follows_is_about_the_same_danger_unless_another_is_told_for_certain() -> None:
    state = reply_to("har tatt 20 paracet", Danger("akutt", "forgiftning", sure=True)).state
    reply = reply_to("mamma får ikkje vite", Danger("akutt", "tvang"), state)
    assert reply.state.fare == "forgiftning"
    assert lines(reply)[0] == "ambulanse"
    lost = PARTS.assistant.turn(heard("æ bor på hybel", "utenfor_tema", 0.05), state)
    assert number("giftinformasjonen") in said(lost)


def test_an_age_afterwards_is_taken_and_used() -> None:
    state = reply_to("jeg vil dø").state
    reply = PARTS.assistant.turn(heard("er 15"), state)
    assert reply.state.age(date.today()) == 15
    assert "alarmtelefonen" in lines(reply)
    assert number("alarmtelefonen") in said(reply)


def test_what_weighs_is_heard_and_then_the_question_is_answered() -> None:
    grief = Danger("tung", "sorg")
    reply = PARTS.assistant.turn(heard("pappa døde i vår, kan jeg få fri fra læra", "laerling", danger=grief), State())
    assert [reply.messages[0].topic, reply.messages[1].topic] == [HEAVY, "laerling"]
    assert reply.messages[0].help
    alone = PARTS.assistant.turn(heard("pappa døde i vår", "utenfor_tema", 0.1, danger=grief), State())
    assert [message.topic for message in alone.messages] == [HEAVY]
    again = PARTS.assistant.turn(heard("savner han", "utenfor_tema", 0.05, danger=grief), alone.state)
    assert alone.messages[0].text not in said(again), "the same words are not sent twice"


def test_a_place_or_an_offered_answer_is_no_alarm() -> None:
    for text in ("våler", "bor i våler", "Nore og Uvdal", "levanger"):
        reply = PARTS.assistant.turn(heard(text, danger=Danger("akutt", "selvmord")), State(venter="kommune", venter_tjeneste="nav"))
        assert not any(message.topic == "krise" for message in reply.messages)


def test_one_word_that_only_narrowly_sounds_like_danger_is_a_name_and_keeps_a_line() -> None:
    def told(text: str, danger: Danger) -> Reply:
        return PARTS.assistant.turn(heard(text, "utenfor_tema", 0.1, danger=danger), State())

    name = told("Bodin", Danger("akutt", "uten_tak", narrow=True))
    assert name.messages[0].topic != "krise"
    assert number("mental_helse") in said(name), "who cries in one word is not left alone"
    for text, danger in (
        ("Bodin", Danger("akutt", "uten_tak")),
        ("voldtatt", Danger("akutt", "overgrep", sure=True, narrow=True)),
        ("uten seng", Danger("akutt", "uten_tak", narrow=True)),
    ):
        assert told(text, danger).messages[0].topic == "krise", text


def test_an_age_is_used_for_this_danger() -> None:
    state = reply_to("har ingen steder å sove", Danger("akutt", "uten_tak")).state.knowing({"fodt": date.today().year - 19})
    told = reply_to("er 19", Danger("ingen", "ingen"), state)
    assert number("nav") in said(told)


def test_hunger_without_money_gets_the_answer_on_money_unless_more_is_told() -> None:
    hungry = "har ingen penger til mat i dag"
    assert reply_to(hungry, Danger("akutt", "spise"), intent="okonomi_akutt").messages[0].topic == "okonomi_akutt"
    assert reply_to(hungry, Danger("akutt", "spise", sure=True), intent="okonomi_akutt").messages[0].topic == "krise"
    assert reply_to(hungry, Danger("akutt", "uten_tak"), intent="okonomi_akutt").messages[0].topic == "krise"
    unsure = reply_to("hun kaster opp blod nå, etter lunj", Danger("akutt", "spise", other=True), intent="okonomi_akutt", sure=0.7)
    assert unsure.messages[0].topic == "krise", "only a topic that is surely meant relieves"


def test_a_writers_own_age_is_not_the_age_of_the_one_in_danger() -> None:
    state = reply_to("sønnen min vil ikke leve", Danger("akutt", "selvmord", other=True)).state
    mother = reply_to("jeg er 40", Danger(), state)
    assert mother.state.age(date.today()) == 40
    assert mother.state.annen is None or mother.state.annen.born is None
    son = reply_to("er 15", Danger(), state)
    assert son.state.annen is not None
    assert (son.state.annen.born, son.state.age(date.today())) == (date.today().year - 15, None)
    assert (
        lines(reply_to("er 15", Danger(), state)) == lines(reply_to("15", Danger(), state)) == lines(reply_to("han er 15", Danger(), state))
    )


def test_a_situation_is_kept_only_where_there_is_something_to_help_with() -> None:
    assert reply_to("han sjekker mobilen min", Danger()).state.situasjon == ()


def test_a_minor_who_tells_their_age_gets_the_line_for_the_young() -> None:
    after = reply_to("er 14", Danger(), State(varsom=4, fare="fare_for_andre"))
    assert number("alarmtelefonen") in after.messages[0].text


@pytest.mark.parametrize("danger", [Danger(), Danger(suspicious=True), Danger("tung", "trist")])
def test_an_open_question_is_not_dropped_for_something_that_is_not_understood(danger: Danger) -> None:
    asking = State(venter="guide", guide=GuideState("hvilken_rett", asked="fodt"))
    assert reply_to("jeg dør av latter", danger, asking, sure=0.1).state.venter == "guide"


@pytest.mark.parametrize(("danger", "sure", "intent", "topic"), [
    (Danger("akutt", "ukjent", narrow=True), 0.98, "arbeidsliv", "arbeidsliv"),
    (Danger("akutt", "ukjent", narrow=True), 0.9, "arbeidsliv", "krise"),
    (Danger("akutt", "vold", sure=True, narrow=True), 0.99, "arbeidsliv", "krise"),
    (Danger("akutt", "vold"), 0.99, "arbeidsliv", "krise"),
    (Danger("akutt", "selvmord", narrow=True), 0.99, "psykisk_helse", "krise"),
])  # fmt: skip
def test_what_is_certainly_about_something_else_is_answered_if_it_only_narrowly_sounds_like_danger(
    danger: Danger, sure: float, intent: str, topic: str
) -> None:
    assert reply_to("fikk beskjed om at jeg ikke trengte komme mer", danger, intent=intent, sure=sure).messages[0].topic == topic


def test_a_follow_up_that_narrowly_sounds_like_danger_is_answered_with_one_line_on_whom_to_ring() -> None:
    def reply(state: State, narrow: bool = False) -> str:
        told = heard("finnes det ingen snarvei", "studiekompetanse", danger=Danger("akutt", "selvmord", narrow=narrow))
        return str(PARTS.assistant.turn(told, state).messages[0].topic)

    talking = State(tema="studiekompetanse", spurt_sted=True)
    assert reply(talking, narrow=True) == "studiekompetanse"
    assert reply(talking) == "krise"
    assert reply(State(), narrow=True) == "krise", "as a first message it is met as danger"
    assert reply(State(tema="studiekompetanse", varsom=3), narrow=True) == "krise", "and after help was shown"


@pytest.mark.parametrize("asked", ["er_du_robot", "personvern", "hva_koster", "finn_kontakt"])
def test_what_is_surely_asked_of_us_is_answered_in_a_talk_of_danger(asked: str) -> None:
    state = reply_to("han slår meg", Danger("akutt", "vold")).state
    reply = reply_to("…", Danger(), state, intent=asked, sure=0.99)
    assert reply.messages[0].topic in (asked, None)
    assert "viktigste" not in reply.messages[0].text
    assert number("mental_helse") in said(reply)


def test_what_weighs_and_asks_nothing_is_heard_with_its_topic_only_offered() -> None:
    told = reply_to("alle ler når jeg leser høyt", Danger("tung", "mobbing"), intent="skolelei", sure=0.8)
    assert [message.topic for message in told.messages] == ["tungt"]
    assert [suggestion.payload for suggestion in told.messages[0].suggestions] == ["/skolelei"]
    asked = reply_to("alle ler når jeg leser høyt, kan jeg slippe", Danger("tung", "mobbing"), intent="skolelei", sure=0.8)
    by_name = reply_to("jeg er så skolelei", Danger("tung", "ukjent"), intent="skolelei", sure=0.99)
    assert "skolelei" in [message.topic for message in by_name.messages]
    assert "skolelei" in [message.topic for message in asked.messages]


def test_an_age_is_used_also_when_it_still_sounds_dangerous() -> None:
    state = reply_to("venninna mi skal til Pakistan, hun vil ikke", Danger("akutt", "etterlatt", other=True)).state
    assert "barnevernet kan stanse" in said(reply_to("hun er 17", Danger("akutt", "etterlatt", other=True), state))


def test_a_short_answer_leaves_a_body_in_danger_where_it_is() -> None:
    state = reply_to("har ikke hatt insulin på to dager", Danger("akutt", "kropp", sure=True)).state
    alone = reply_to("er alene hjemme", Danger("akutt", "utrygt_hjem", sure=True), state)
    assert alone.state.fare == "kropp"
    assert number("ambulanse") in said(alone)


def test_somebody_to_talk_to_is_answered_by_the_topic_that_says_who_unless_more_is_told_for_certain() -> None:
    asked = PARTS.assistant.turn(heard("vil snakke med noen ekte", "snakk_med_menneske", danger=Danger("tung", "noe_skjedd")), State())
    assert asked.messages[0].topic == "snakk_med_menneske"
    told = PARTS.assistant.turn(
        heard("pappa er død, vil snakke med noen", "snakk_med_menneske", danger=Danger("tung", "sorg", sure=True)), State()
    )
    assert told.messages[0].topic == HEAVY


def test_something_particular_about_what_weighs_is_answered_besides() -> None:
    weighs = Danger("tung", "rus", sure=True)
    asked = heard("klarer ikke slutte med tramadol", "rus", 0.95, danger=weighs, parts=(("rus", PARTS.library["rus"].passages[0].id, 0.8),))
    assert [message.topic for message in PARTS.assistant.turn(asked, State()).messages][:2] == [HEAVY, "rus"]
    vague = heard("jeg ruser meg for mye", "rus", 0.95, danger=weighs)
    assert [message.topic for message in PARTS.assistant.turn(vague, State()).messages] == [HEAVY]


def test_what_may_be_asked_besides_something_heavy_is_offered_where_something_is_asked() -> None:
    def offered(text: str) -> list[str]:
        unsure = Understanding(text, "psykisk_helse", 0.2, (("psykisk_helse", 0.2), ("laanekassen", 0.19)), danger=Danger("tung", "hjemme"))
        return [suggestion.payload for message in PARTS.assistant.turn(unsure, State()).messages for suggestion in message.suggestions]

    assert "/laanekassen" in offered("pappa nekter å gi fra seg inntekten sin, får jeg stipend uten papirene hans?")
    assert "/laanekassen" not in offered("pappa nekter å snakke med meg")


def test_a_question_that_is_only_likely_is_not_answered_beside_what_weighs() -> None:
    part = PARTS.library["barnevern_taushetsplikt"].passages[0].id
    told = heard(
        "fostermora mi er død. får man fri?",
        "barnevern_taushetsplikt",
        0.9,
        danger=Danger("tung", "sorg", sure=True),
        parts=(("barnevern_taushetsplikt", part, 0.3),),
    )
    first, second, *_ = PARTS.assistant.turn(told, State()).messages
    assert (first.topic, second.topic, second.part) == (HEAVY, "barnevern_taushetsplikt", None)
    close = heard("fostermora mi er død. får man fri?", "barnevern_taushetsplikt", 0.4, danger=Danger("tung", "sorg", sure=True))
    assert [message.topic for message in PARTS.assistant.turn(close, State()).messages] == [HEAVY], "offered at most"


@pytest.mark.parametrize(
    ("text", "alarm"), [("Han er 17", False), ("ho e 16 år", False), ("han er 45", True), ("han er 17 og slår meg", True)]
)
def test_the_age_of_a_young_one_is_an_answer_and_no_alarm(text: str, alarm: bool) -> None:
    told = heard(text, "bolig", 0.5, danger=Danger("akutt", "overgrep", sure=True))
    topics = [message.topic for message in PARTS.assistant.turn(told, State(spurt_sted=True)).messages]
    assert ("krise" in topics) is alarm


def test_the_age_of_a_son_answers_a_guide(talk: Talk) -> None:
    talk.state = State(venter="guide", guide=GuideState("hvilken_rett", asked="fodt"), fakta={"vgo": "pabegynt", "grunnskole": "ja"})
    talk.say("Han er 17", danger=Danger("akutt", "overgrep", sure=True))
    assert talk.state.fakta["fodt"] == TODAY.year - 17
