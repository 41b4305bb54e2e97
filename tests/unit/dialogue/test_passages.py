"""A question that has its own answer gets it first; a button asks it again, and what leads on is little."""

from __future__ import annotations

import pytest

from bot.dialogue import State, Understanding
from bot.dialogue.message import payload
from bot.dialogue.voice import MOST_STEPS
from bot.language.person import Other
from bot.settings import MALFORMER, Malform
from tests.parts import PARTS
from tests.unit.dialogue.turns import aged, heard

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
    reply = PARTS.assistant.turn(asked(0.3), THERE)
    assert (reply.messages[0].part, reply.messages[0].more, reply.state.svar) == (None, None, None)


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
