"""Answers from the content as replies: a facet, two topics, a rival, whom to contact, and what is asked for first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue import Reply, State, Understanding
from bot.dialogue.answers import not_turned_round
from bot.dialogue.message import payload
from bot.dialogue.understanding import FIRMLY, JOINTLY
from bot.dialogue.voice import MOST_STEPS
from bot.language.person import Other
from bot.settings import MALFORMER, Malform
from tests.parts import PARTS
from tests.talk import assistant
from tests.unit.dialogue.turns import aged, heard

NARVIK = State(kommune="1806")


def reply_to(understanding: Understanding, state: State | None = None) -> Reply:
    return PARTS.assistant.turn(understanding, state or State())


def shown(reply: Reply) -> list[tuple[str, str | None]]:
    return [(message.type, message.topic) for message in reply.messages]


def test_the_place_is_asked_for_once_and_then_the_contact_is_shown() -> None:
    first = reply_to(heard("hva er kvp", "kvp"))
    assert shown(first) == [("answer", "kvp"), ("question", None)]
    assert (first.state.venter, first.state.venter_tjeneste) == ("kommune", "nav")
    again = reply_to(heard("hva er aap", "aap"), first.state)
    assert shown(again)[:1] == [("answer", "aap")]
    assert not any(message.type == "question" for message in again.messages)
    there = reply_to(heard("hva er kvp", "kvp"), NARVIK)
    assert ("contact", "kvp") in shown(there)
    assert ("contact", "aap") not in shown(reply_to(heard("hva er aap", "aap"), there.state)), "the same office is not shown twice"


def test_how_to_apply_shows_the_contact_again() -> None:
    state = reply_to(heard("hva er kvp", "kvp"), NARVIK).state
    facet = Understanding("/kvp", "kvp", 1.0, entities={"fasett": "soke"}, pressed=True)
    reply = reply_to(facet, state)
    assert reply.messages[0].facet == "soke"
    assert any(message.contacts for message in reply.messages)


def test_a_second_topic_is_answered_briefly_with_a_button_to_each() -> None:
    two = heard("hva er kvp og hva er aap", "kvp", second="aap")
    reply = reply_to(two)
    assert shown(reply) == [("answer", "kvp"), ("answer", "aap")]
    assert all(message.advice is None for message in reply.messages)
    assert [s.payload for s in reply.messages[1].suggestions] == ["/kvp", "/aap"]
    assert reply.state.temaer[-2:] == ("kvp", "aap")
    assert shown(reply_to(two, NARVIK))[-1] == ("contact", None)


def test_what_is_nearly_as_likely_is_answered_too() -> None:
    close = Understanding("kvp eller aap", "kvp", 0.45, (("kvp", 0.45), ("aap", 0.4)))
    reply = reply_to(close, State(spurt_sted=True))
    assert [message.topic for message in reply.messages] == ["kvp", "aap"]
    asked = Understanding("hvor lenge varer det", "kvp", 0.45, (("kvp", 0.45), ("aap", 0.4)), facet="varighet")
    assert [message.topic for message in reply_to(asked, State(spurt_sted=True)).messages][:1] == ["kvp"], "one detail of one topic"


def test_a_weaker_rival_is_offered_and_a_distant_one_is_not() -> None:
    close = Understanding("kvp eller aap", "kvp", 0.45, (("kvp", 0.45), ("aap", 0.2)))
    reply = reply_to(close, State(spurt_sted=True))
    assert [s.payload for s in reply.messages[-1].suggestions] == ["/aap"]
    sure = Understanding("hva er kvp", "kvp", 0.9, (("kvp", 0.9), ("aap", 0.05)))
    assert shown(reply_to(sure, State(spurt_sted=True))) == [("answer", "kvp")]


def test_whom_to_contact_follows_the_topic_under_discussion() -> None:
    state = State(kommune="1806", tema="fagbrev_pa_jobb")
    reply = reply_to(heard("hvem kan jeg ringe da", "finn_kontakt", elliptical=True), state)
    owner = PARTS.library["fagbrev_pa_jobb"].service
    cards = [message for message in reply.messages if message.contacts]
    assert owner in reply.state.vist_kontakt
    assert cards


def test_without_a_place_whom_to_contact_asks_for_it_first() -> None:
    reply = reply_to(heard("hvem kan hjelpe meg", "finn_kontakt"))
    assert reply.state.venter == "kommune"
    assert set((reply.state.venter_tjeneste or "").split(",")) == {"nav", "ot", "karrieresenter"}
    grown = reply_to(heard("hvem kan hjelpe meg", "finn_kontakt"), State(fakta={"fodt": 1980}))
    assert "ot" not in (grown.state.venter_tjeneste or ""), "OT is for the young"


@pytest.mark.parametrize("intent", ["takk", "farvel", "nei"])
def test_manners_keep_the_topic_at_hand(intent: str) -> None:
    state = State(tema="kvp", fasett="penger")
    reply = reply_to(heard(intent, intent), state)
    assert shown(reply) == [("answer", intent)]
    assert (reply.state.tema, reply.state.fasett) == ("kvp", "penger")


def test_local_offers_are_shown_once_where_they_may_help() -> None:
    asked = heard("hva er arbeidstrening", "arbeidstrening")
    reply = assistant().turn(asked, State(kommune="4204"))
    kinds = [(message.type, "Lokalt tilbud i Kristiansand" in (message.title or "")) for message in reply.messages]
    assert kinds[:3] == [("answer", False), ("contact", False), ("notice", True)], "behind the contact"
    assert "tilbud" in reply.state.vist_kontakt
    again = assistant().turn(asked, reply.state)
    assert not any("Lokalt tilbud" in (message.title or "") for message in again.messages)
    old = assistant().turn(asked, NARVIK)
    assert not any("Lokalt tilbud" in (message.title or "") for message in old.messages), "nobody has known of them since 2020"


# --- The questions of a topic -------------------------------------------------------------------------

TOPIC = next(topic for topic in PARTS.library if len(topic.passages) > 2)
FIRST, SECOND = TOPIC.passages[:2]
THERE = State(spurt_sted=True)


def asked(share: float, state: State = THERE, text: str = "noe jeg lurer på her") -> Understanding:
    return heard(text, TOPIC.id, parts=((TOPIC.id, SECOND.id, share), (TOPIC.id, FIRST.id, 0.1)))


def test_a_question_that_is_likely_enough_is_answered_by_itself() -> None:
    reply = PARTS.assistant.turn(asked(0.8), THERE)
    message = reply.messages[0]
    assert (message.part, message.question) == (SECOND.id, PARTS.library.answer(TOPIC.id, "nb", PARTS.today(), part=SECOND.id).question)
    assert message.more == PARTS.library.answer(TOPIC.id, "nb", PARTS.today()).text
    assert (reply.state.tema, reply.state.svar) == (TOPIC.id, SECOND.id)


def test_one_that_is_not_gets_the_short_answer() -> None:
    reply = PARTS.assistant.turn(asked(0.1), THERE)
    assert (reply.messages[0].part, reply.messages[0].more, reply.state.svar) == (None, None, None)


def test_a_yes_or_no_must_be_surer_than_another_answer() -> None:
    """«Betaler Nav?» of glasses is no «Ja» of course fees."""
    found = [(topic.id, passage) for topic in PARTS.library for passage in topic.passages]
    for firm, expected in ((True, False), (False, True)):
        topic, passage = next(one for one in found if one[1].says_yes_or_no is firm)
        share = (JOINTLY + FIRMLY) / 2 / 0.9
        reply = PARTS.assistant.turn(heard("noe jeg lurer på her", topic, 0.9, parts=((topic, passage.id, share),)), THERE)
        assert (reply.messages[0].part == passage.id) is expected, (topic, passage.id)


def test_the_outline_is_not_said_twice_in_a_row() -> None:
    state = State(tema=TOPIC.id, spurt_sted=True)
    other = next(
        topic.id for topic in PARTS.library if topic.id not in (TOPIC.id, *PARTS.library.roles.not_offered, *PARTS.library.roles.asides)
    )
    likely = next(passage.id for passage in TOPIC.passages if not passage.says_yes_or_no)

    def answered(leans: float) -> tuple[str | None, str | None]:
        understood = heard("noe jeg lurer på her", TOPIC.id, 0.6, parts=((TOPIC.id, likely, 0.1),), leans=leans)
        ranking = ((TOPIC.id, 0.6), (other, 0.2))
        message = PARTS.assistant.turn(replace(understood, ranking=ranking), state).messages[0]
        return message.topic, message.part

    assert answered(leans=0.9) == (TOPIC.id, likely)
    assert answered(leans=0.3) == (other, None)


def test_a_button_asks_its_own() -> None:
    pressed = Understanding(payload(TOPIC.id, svar=FIRST.id), TOPIC.id, 1.0, entities={"svar": FIRST.id}, pressed=True)
    assert PARTS.assistant.turn(pressed, THERE).messages[0].part == FIRST.id


def test_the_same_in_another_language() -> None:
    state = PARTS.assistant.turn(asked(0.8), THERE).state
    nynorsk = Understanding(payload("dialog_malform", malform="nn"), "dialog_malform", 1.0, entities={"malform": "nn"}, pressed=True)
    again = PARTS.assistant.turn(nynorsk, state)
    assert [message.part for message in again.messages if message.type == "answer"] == [SECOND.id]


@pytest.mark.parametrize("malform", MALFORMER)
def test_no_reply_shows_more_than_three_ways_on(malform: Malform) -> None:
    for topic in PARTS.library:
        for part in (None, *(passage.id for passage in topic.passages[:1])):
            entities = {"svar": part} if part else {}
            pressed = Understanding(payload(topic.id, **entities), topic.id, 1.0, entities=entities, pressed=True)
            for message in PARTS.assistant.turn(pressed, State(malform=malform, spurt_sted=True, kommune="1806")).messages:
                if message.type == "answer":
                    assert sum(suggestion.kind == "next" for suggestion in message.suggestions) <= MOST_STEPS, topic.id


def test_a_sentence_for_whoever_it_is() -> None:
    found = [(topic, passage) for topic in PARTS.library for passage in topic.passages for for_you in passage.for_you if for_you.ages]
    assert found
    for topic, passage in found[:40]:
        for_you = next(item for item in passage.for_you if item.ages)
        assert for_you.ages
        pressed = Understanding(payload(topic.id, svar=passage.id), topic.id, 1.0, entities={"svar": passage.id}, pressed=True)
        young = PARTS.assistant.turn(pressed, aged(for_you.ages[0]))
        plain = PARTS.assistant.turn(pressed, State())
        assert len(young.messages[0].text) > len(plain.messages[0].text)
        if not any(item.other for item in passage.for_you):
            other = PARTS.assistant.turn(pressed, State(annen=Other("barn", PARTS.today().year - for_you.ages[0])))
            assert other.messages[0].text == plain.messages[0].text


@pytest.mark.parametrize("malform", MALFORMER)
def test_the_questions_behind_an_answer_read_as_they_do_today(malform: Malform) -> None:
    today = PARTS.today()
    for topic in PARTS.library:
        pressed = Understanding(payload(topic.id), topic.id, 1.0, pressed=True)
        shown = {
            s.payload: s.title
            for m in PARTS.assistant.turn(pressed, State(malform=malform, spurt_sted=True)).messages
            for s in m.suggestions
        }
        for passage in topic.passages:
            title = shown.get(payload(topic.id, svar=passage.id))
            assert title in (None, PARTS.library.answer(topic.id, malform, today, part=passage.id).question)


def test_an_office_and_another_question_are_both_answered() -> None:
    reply = reply_to(
        heard("kor held karrieresenteret til, og kven vurderer realkompetanse", "kontakt_karrieresenter", second="realkompetanse")
    )
    assert [topic for kind, topic in shown(reply) if kind == "answer"] == ["kontakt_karrieresenter", "realkompetanse"]


def test_who_says_no_is_not_turned_round() -> None:
    parts = (("kvp", "avslag", 0.9), ("kvp", "jobbe", 0.4))
    assert [part for _, part, _ in not_turned_round(heard("kan jeg si nei til kvp", "kvp", parts=parts), PARTS.library)] == ["jobbe"]
    assert not_turned_round(heard("kan nav si nei til kvp", "kvp", parts=parts), PARTS.library) == parts
    mine = (("arbeidstrening", "si_nei", 0.9),)
    assert not_turned_round(heard("kan jeg si nei", "arbeidstrening", parts=mine), PARTS.library) == mine


def test_what_was_said_is_not_said_again_to_another_question_but_the_nearest_are_offered() -> None:
    state = PARTS.assistant.turn(heard("noe om kvp", "kvp"), THERE).state
    between = PARTS.assistant.turn(heard("kan jeg ta ferie", "kvp", parts=(("kvp", "ferie", 0.9),)), state).state
    for before in (state, between):
        reply = PARTS.assistant.turn(heard("jeg lurer på noe annet her", "kvp"), before)
        assert PARTS.library.answer("kvp", "nb", PARTS.today()).text not in reply.messages[0].text
        assert [s.payload.startswith(payload("kvp", svar="")[:-2]) for s in reply.messages[0].suggestions] == [True] * 3 + [False]
        assert reply.state.tema == "kvp"
    again = PARTS.assistant.turn(heard("hva er kvp", "kvp"), between)
    assert again.messages[0].topic == "kvp", "who names the topic asks for it again"


def test_a_question_that_was_just_answered_is_not_answered_in_the_same_words() -> None:
    found = heard("barnet mitt har sluttet, hva gjør jeg", "sluttet_pa_skolen", parts=(("sluttet_pa_skolen", "foresatt", 0.9),))
    state = PARTS.assistant.turn(found, THERE).state
    again = PARTS.assistant.turn(replace(found, text="han er 17"), state).messages[0]
    assert (again.topic, again.part) == ("sluttet_pa_skolen", None)
    assert payload("sluttet_pa_skolen", svar="foresatt") not in [s.payload for s in again.suggestions]
