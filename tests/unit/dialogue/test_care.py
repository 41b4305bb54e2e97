"""In danger there is help first; afterwards questions about it are answered; what weighs is heard."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.dialogue import Reply, State, Understanding
from bot.dialogue.care import HEAVY, TURNS
from bot.dialogue.message import payload
from bot.dialogue.state import GuideState
from bot.dialogue.voice import TALK
from bot.language.danger import Danger
from tests.parts import PARTS

PERSON = payload(TALK)
LIFE = Danger("akutt", "selvmord")
STOCK = {"hilsen", "takk", "farvel", "ja", "nei", "er_du_robot", "hva_kan_du", "personvern"}


def number(name: str) -> str:
    return PARTS.library.figures.show(f"telefon.{name}", "nb", date.today())


def heard(text: str, intent: str = "utenfor_tema", sure: float = 0.9, **more: object) -> Understanding:
    return Understanding(text=text, intent=intent, confidence=sure, ranking=((intent, sure),), **more)  # type: ignore[arg-type]


def reply_to(text: str, danger: Danger = LIFE, state: State | None = None, **more: object) -> Reply:
    return PARTS.assistant.turn(heard(text, danger=danger, **more), state or State())  # type: ignore[arg-type]


def aged(years: int) -> State:
    return State(fakta={"fodt": date.today().year - years})


def said(reply: Reply) -> str:
    return " ".join(message.text for message in reply.messages)


def lines(reply: Reply) -> list[str | None]:
    return [line["id"] for message in reply.messages for line in message.help]


def test_help_comes_first_and_alone() -> None:
    reply = reply_to("hva er kvp? jeg vil dø", state=State(kommune="1806", venter="kommune", tema="kvp"))
    assert reply.messages[0].topic == "krise"
    assert number("ambulanse") in reply.messages[0].text
    assert {s.payload for message in reply.messages for s in message.suggestions} == {PERSON}
    assert not any(message.contacts or message.type == "question" or message.title for message in reply.messages)
    assert (reply.state.venter, reply.state.guide, reply.state.varsom) == (None, None, TURNS + 1)


@pytest.mark.parametrize(
    ("kind", "first"),
    [
        ("selvmord", "ambulanse"), ("forgiftning", "ambulanse"), ("vold", "politi"), ("trussel", "politi"), ("tvang", "politi"),
        ("utrygt_hjem", "politi"), ("uten_tak", "alarmtelefonen"), ("psykose", "ambulanse"), ("fare_for_andre", "politi"), ("romt", "alarmtelefonen"), ("overgrep", "vo_linjen"),
        ("kropp", "ambulanse"),
    ],
)  # fmt: skip
def test_the_fitting_line_is_first(kind: str, first: str) -> None:
    assert lines(reply_to("…", Danger("akutt", kind)))[0] == first


@pytest.mark.parametrize("kind", PARTS.help_texts.kinds("acute"))
def test_a_minor_and_a_grown_person_get_their_own_lines(kind: str) -> None:
    young = lines(reply_to("…", Danger("akutt", kind), aged(15)))
    grown = lines(reply_to("…", Danger("akutt", kind), aged(25)))
    assert "alarmtelefonen" in young
    assert not {"kors_pa_halsen", "skriv_kors_pa_halsen"} & set(grown)


@pytest.mark.parametrize("kind", PARTS.help_texts.kinds("acute"))
def test_there_is_a_way_for_those_who_cannot_speak(kind: str) -> None:
    if kind not in ("forgiftning", "kropp"):  # there, time is what counts
        assert any(line["way"] == "write" for message in reply_to("…", Danger("akutt", kind)).messages for line in message.help)


def test_somebody_elses_danger_has_words_of_its_own_and_their_age_is_not_the_writers() -> None:
    mother = reply_to("sønnen min sier han ikke vil leve", Danger("akutt", "selvmord", other=True), aged(17))
    assert said(mother) != said(reply_to("jeg vil ikke leve", LIFE, aged(17)))
    assert "mental_helse" in lines(mother)


def test_in_english_and_for_other_scripts_in_english() -> None:
    assert "call 113" in said(reply_to("i want to die", state=State(malform="en")))
    assert "call 113" in said(reply_to("я не хочу жити"))


def test_the_same_words_are_not_sent_twice() -> None:
    first = reply_to("jeg vil dø")
    again = reply_to("jeg mener det. vil dø", state=first.state)
    assert first.messages[0].text != again.messages[0].text
    assert again.messages[0].help
    third = reply_to("jeg mener det", state=again.state)
    assert third.messages[0].text != again.messages[0].text
    other = reply_to("han slår meg", Danger("akutt", "vold", sure=True), again.state)
    assert "krisesenter" in said(other)


def test_what_follows_is_about_the_same_danger_unless_another_is_told_for_certain() -> None:
    state = reply_to("har tatt 20 paracet", Danger("akutt", "forgiftning", sure=True)).state
    reply = reply_to("mamma får ikkje vite", Danger("akutt", "tvang"), state)
    assert reply.state.fare == "forgiftning"
    assert lines(reply)[0] == "ambulanse"
    lost = PARTS.assistant.turn(heard("æ bor på hybel", "utenfor_tema", 0.05), state)
    assert number("giftinformasjonen") in said(lost)


@pytest.mark.parametrize("kind", ["forgiftning", "psykose"])
def test_a_danger_that_is_not_over_because_somebody_says_so_stays(kind: str) -> None:
    state = reply_to("…", Danger("akutt", kind)).state
    reply = reply_to("nei det går fint", Danger(question="avkreft"), state)
    assert reply.state.varsom
    assert number("ambulanse") in said(reply)


@pytest.mark.parametrize(("question", "word"), [("hvor_sove", "Nav"), ("ikke_si_til_noen", "chatbot"), ("si_hvem_jeg_er", "hvem du er"), ("hva_si_ringe", "ringe"), ("nummer_krisesenter", "krisesenter"), ("tor_ikke_ringe", "skrive"), ("foreldre_far_vite", "foreldre"), ("min_skyld", "Nei")])  # fmt: skip
def test_a_question_about_the_help_is_answered(question: str, word: str) -> None:
    reply = reply_to("…", Danger("akutt", "selvmord", question=question), reply_to("jeg vil dø").state)
    assert word in said(reply)
    assert reply.messages[0].help


def test_such_a_question_means_nothing_when_no_help_was_shown() -> None:
    reply = PARTS.assistant.turn(heard("hvor kan jeg sove", "okonomi_akutt", danger=Danger(question="hvor_sove")), State())
    assert reply.messages[0].topic == "okonomi_akutt"


def test_it_lets_go_at_a_denial_and_stays_after_thanks() -> None:
    state = reply_to("jeg vil dø").state
    denied = reply_to("det var bare tull", Danger(question="avkreft"), state)
    assert denied.state.varsom == 0
    assert not any(message.topic == "krise" for message in denied.messages)
    assert reply_to("takk", Danger(question="takk"), state).state.varsom == TURNS


def test_an_ordinary_question_afterwards_is_answered_in_full_with_one_quiet_line() -> None:
    state = reply_to("jeg vil dø").state
    reply = PARTS.assistant.turn(heard("hva er kvp", "kvp"), state)
    assert reply.messages[0].topic == "kvp"
    assert reply.messages[0].suggestions
    assert number("mental_helse") in reply.messages[-1].text
    assert sum(number("mental_helse") in message.text for message in reply.messages) == 1


def test_an_age_afterwards_is_taken_and_used() -> None:
    state = reply_to("jeg vil dø").state
    reply = PARTS.assistant.turn(heard("er 15"), state)
    assert reply.state.age(date.today()) == 15
    assert "alarmtelefonen" in lines(reply)
    assert number("alarmtelefonen") in said(reply)


@pytest.mark.parametrize(("text", "intent"), [("takk", "takk"), ("hei", "hilsen"), ("ok", "ja"), ("asdf qwer", "utenfor_tema")])
def test_no_stock_line_afterwards(text: str, intent: str) -> None:
    reply = PARTS.assistant.turn(heard(text, intent, 0.9 if intent != "utenfor_tema" else 0.05), reply_to("jeg vil dø").state)
    assert not {message.topic for message in reply.messages} & STOCK
    assert lines(reply)


def test_care_ends_after_some_turns() -> None:
    state = reply_to("jeg vil dø").state
    for turn in range(TURNS + 1):
        reply = PARTS.assistant.turn(heard("hva er kvp", "kvp"), state)
        assert (number("mental_helse") in reply.messages[-1].text) is (turn < TURNS)
        state = reply.state


def test_what_weighs_is_heard_and_then_the_question_is_answered() -> None:
    grief = Danger("tung", "sorg")
    reply = PARTS.assistant.turn(heard("pappa døde i vår, kan jeg få fri fra læra", "laerling", danger=grief), State())
    assert [reply.messages[0].topic, reply.messages[1].topic] == [HEAVY, "laerling"]
    assert reply.messages[0].help
    alone = PARTS.assistant.turn(heard("pappa døde i vår", "utenfor_tema", 0.1, danger=grief), State())
    assert [message.topic for message in alone.messages] == [HEAVY]
    again = PARTS.assistant.turn(heard("savner han", "utenfor_tema", 0.05, danger=grief), alone.state)
    assert alone.messages[0].text not in said(again), "the same words are not sent twice"


def test_small_talk_answers_only_small_talk() -> None:
    heavy = Danger("tung", "ukjent")
    for danger in (heavy, Danger(suspicious=True)):
        for intent in ("ja", "takk", "hilsen", "er_du_robot"):
            reply = PARTS.assistant.turn(heard("jeg hører stemmer", intent, danger=danger), State())
            assert not {message.topic for message in reply.messages} & STOCK
    question = replace(heard("hei! hvordan blir jeg lærling?", "hilsen", 0.6), ranking=(("hilsen", 0.6), ("laerling", 0.35)))
    assert PARTS.assistant.turn(question, State()).messages[0].topic == "laerling"


def test_what_is_not_understood_says_whom_to_ring_if_it_is_serious() -> None:
    for share in (0.05, 0.2):
        lost = Understanding("asdf qwer", "kvp", share, (("kvp", share), ("aap", 0.04)))
        reply = PARTS.assistant.turn(lost, State())
        assert number("mental_helse") in said(reply)
        assert PARTS.phrases("hvis_alvorlig", "nb", "x", "y").split("x")[0] in said(reply)


def test_what_may_hide_something_is_answered_and_names_once_whom_to_ring() -> None:
    reply = PARTS.assistant.turn(heard("hva er kvp", "kvp", danger=Danger(suspicious=True)), State(spurt_sted=True))
    assert reply.messages[0].topic == "kvp"
    assert sum(number("mental_helse") in message.text for message in reply.messages) == 1
    assert number("mental_helse") not in said(PARTS.assistant.turn(heard("hva er kvp", "kvp"), State(spurt_sted=True)))
    unsure = PARTS.assistant.turn(heard("asdf", "kvp", 0.05, danger=Danger(suspicious=True)), State())
    assert sum(number("mental_helse") in message.text for message in unsure.messages) == 1


def test_a_place_or_an_offered_answer_is_no_alarm() -> None:
    for text in ("våler", "bor i våler", "Nore og Uvdal", "levanger"):
        reply = PARTS.assistant.turn(heard(text, danger=Danger("akutt", "selvmord")), State(venter="kommune", venter_tjeneste="nav"))
        assert not any(message.topic == "krise" for message in reply.messages)


def test_a_danger_that_goes_on_is_not_called_worse_unless_it_is() -> None:
    state = reply_to("jeg vil dø").state
    on = reply_to("hvorfor er alt sånn", Danger("akutt", "ukjent"), state)
    assert "Ikke vent" not in said(on)
    worse = reply_to("har tauet her", Danger("akutt", "ukjent", question="mer_fare"), state)
    assert "Ikke vent" in said(worse)
    again = reply_to("har det ennå", Danger("akutt", "ukjent", question="mer_fare"), worse.state)
    assert said(again) != said(worse)


def test_a_denial_lets_go_unless_a_danger_is_told_for_certain() -> None:
    state = reply_to("jeg vil dø").state
    assert reply_to("bare tulla", Danger("akutt", "etterlatt", question="avkreft"), state).messages[0].topic == HEAVY
    assert (
        reply_to("jeg tulla, men han slår meg", Danger("akutt", "vold", sure=True, question="avkreft"), state).messages[0].topic == "krise"
    )


def test_an_age_is_used_for_this_danger() -> None:
    state = reply_to("har ingen steder å sove", Danger("akutt", "uten_tak")).state.knowing({"fodt": date.today().year - 19})
    told = reply_to("er 19", Danger("ingen", "ingen"), state)
    assert number("nav") in said(told)


@pytest.mark.parametrize("question", ["takk", "koster", "si_hvem_jeg_er", "leser_noen"])
def test_the_lines_for_this_danger_do_not_go_away(question: str) -> None:
    state = reply_to("tok mange tabletter", Danger("akutt", "forgiftning")).state
    shown = lines(reply_to("…", Danger("ingen", "ingen", question=question), state))
    assert {"ambulanse", "giftinformasjonen"} <= set(shown)
    assert len(shown) <= 5


def test_hunger_without_money_gets_the_answer_on_money_unless_more_is_told() -> None:
    hungry = "har ingen penger til mat i dag"
    assert reply_to(hungry, Danger("akutt", "spise"), intent="okonomi_akutt").messages[0].topic == "okonomi_akutt"
    assert reply_to(hungry, Danger("akutt", "spise", sure=True), intent="okonomi_akutt").messages[0].topic == "krise"
    assert reply_to(hungry, Danger("akutt", "uten_tak"), intent="okonomi_akutt").messages[0].topic == "krise"


def test_what_is_perhaps_asked_of_the_assistant_is_only_offered() -> None:
    unsure = PARTS.assistant.turn(heard("if im reported missing can i still work", "personvern", 0.6), State())
    assert unsure.messages[0].topic != "personvern"
    assert PARTS.assistant.turn(heard("hvem leser det jeg skriver", "personvern", 0.95), State()).messages[0].topic == "personvern"


def test_a_thank_you_does_not_end_a_poisoning() -> None:
    state = reply_to("har tatt en haug paracet", Danger("akutt", "forgiftning", sure=True)).state
    for thanks in (PARTS.assistant.turn(heard("takk", "takk"), state), reply_to("takk", Danger(question="takk"), state)):
        assert number("giftinformasjonen") in said(thanks)
        assert lines(thanks)[:2] == ["ambulanse", "giftinformasjonen"]


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


@pytest.mark.parametrize(
    ("text", "danger", "expected", "not_expected"),
    [
        ("er i pakistan, får ikke komme hjem til norge", Danger("akutt", "etterlatt"), "telefon.ud", "telefon.politi"),
        (
            "formannen slår meg nesten, jeg er lærling og alle mobber meg",
            Danger("tung", "mobbing"),
            "telefon.arbeidstilsynet",
            "telefon.mobbing",
        ),
    ],
)
def test_the_situation_changes_what_helps(text: str, danger: Danger, expected: str, not_expected: str) -> None:
    figures = PARTS.library.figures
    reply = said(reply_to(text, danger))
    assert figures.show(expected, "nb", date.today()) in reply
    assert figures.show(not_expected, "nb", date.today()) not in reply


def test_what_a_situation_calls_for_comes_after_the_help_and_is_remembered() -> None:
    reply = reply_to("han sjekker mobilen min og slår", Danger("akutt", "vold"))
    first, *rest = reply.messages[0].text.split("\n\n")
    assert number("politi") in first
    assert "Slett samtalen" in rest[0]
    assert reply.state.situasjon == ("overvaaket",)


def test_a_situation_is_kept_only_where_there_is_something_to_help_with() -> None:
    assert reply_to("han sjekker mobilen min", Danger()).state.situasjon == ()


def test_a_question_in_the_same_message_is_answered_after_the_help() -> None:
    reply = reply_to("pappa slår meg. får foreldrene mine vite det?", Danger("akutt", "vold", asked="foreldre_far_vite"))
    assert number("politi") in reply.messages[0].text
    assert PARTS.help_texts.after("foreldre_far_vite", "nb", date.today()).text == reply.messages[1].text


def test_a_question_that_is_told_rather_than_asked_is_not() -> None:
    plain = reply_to("han slo meg", Danger("akutt", "vold"))
    assert reply_to("han slo meg", Danger("akutt", "vold", asked="jeg_gjorde_det")).messages == plain.messages


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("hva er nummeret til giftinformasjonen", "giftinformasjonen"),
        ("tlf til alarmtelefonen?", "alarmtelefonen"),
        ("phone number for the police", "politi"),
    ],
)
def test_a_line_asked_for_by_name_is_given(text: str, name: str) -> None:
    reply = reply_to(text, Danger())
    assert number(name) in said(reply)
    assert name in lines(reply)
    assert number(name) in said(reply_to(text, Danger(), State(varsom=3, fare="selvmord")))


def test_both_numbers_of_the_police_are_given() -> None:
    assert {"politi", "politi_ikke_haster"} <= set(lines(reply_to("nummeret til politiet?", Danger())))


@pytest.mark.parametrize(
    "text",
    [
        "hvordan blir jeg politi", "jeg vil jobbe på legevakt, hva må jeg ta", "kan læreren min ringe mamma", "hva er politiattest?",
        "hvem ringer jeg for politiattest", "jeg er gift, kan jeg ringe nav", "hvordan ringer jeg politihøgskolen", "hva er gift",
    ],
)  # fmt: skip
def test_a_line_that_is_only_spoken_of_is_not(text: str) -> None:
    assert not lines(reply_to(text, Danger()))


def test_somebody_of_age_is_not_told_of_the_line_for_the_young() -> None:
    assert number("alarmtelefonen") in said(reply_to("tvinges", Danger("akutt", "tvang")))
    assert number("alarmtelefonen") not in said(reply_to("tvinges", Danger("akutt", "tvang"), aged(25)))


def test_a_minor_who_tells_their_age_gets_the_line_for_the_young() -> None:
    after = reply_to("er 14", Danger(), State(varsom=4, fare="fare_for_andre"))
    assert number("alarmtelefonen") in after.messages[0].text


@pytest.mark.parametrize("danger", [Danger(), Danger(suspicious=True), Danger("tung", "trist")])
def test_an_open_question_is_not_dropped_for_something_that_is_not_understood(danger: Danger) -> None:
    asking = State(venter="guide", guide=GuideState("hvilken_rett", asked="fodt"))
    assert reply_to("jeg dør av latter", danger, asking, sure=0.1).state.venter == "guide"


def test_the_situation_is_kept_for_what_is_said_beside_an_answer() -> None:
    told = said(reply_to("på jobb ler de av meg, hva er kravet til norsk?", Danger("tung", "mobbing"), intent="norskkrav", sure=0.9))
    assert number("arbeidstilsynet") in told
    assert "rektor" not in told


def test_somebody_of_age_is_told_nothing_of_those_who_are_not() -> None:
    grown = aged(25)
    for kind in PARTS.help_texts.kinds("acute"):
        reply = reply_to("…", Danger("akutt", kind), grown)
        assert "nder 18" not in reply.messages[0].text, kind
        assert "alarmtelefonen" not in lines(reply), kind
    assert "alarmtelefonen" in lines(reply_to("…", Danger("akutt", "vold")))
