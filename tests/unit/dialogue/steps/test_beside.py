"""What follows a comparison is about the two that were compared."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.dialogue import Reply, State
from tests.parts import PARTS
from tests.unit.dialogue.turns import heard

TWO = PARTS.assistant.turn(heard("hva er forskjellen på kvp og arbeidstrening", "kvp"), State(spurt_sted=True)).state


def after(text: str, intent: str = "bolig", sure: float = 0.3, **found: Any) -> Reply:
    return PARTS.assistant.turn(replace(heard(text, intent, sure), **{"leans": 0.9, **found}), TWO)


def answered(reply: Reply) -> list[tuple[str | None, str | None, str | None]]:
    return [(message.topic, message.facet, message.part) for message in reply.messages if message.type == "answer"]


def test_a_comparison_is_what_the_talk_is_about_and_each_side_has_its_own_questions() -> None:
    reply = PARTS.assistant.turn(heard("hva er forskjellen på kvp og arbeidstrening", "kvp"), State())
    assert reply.state.pair == ("kvp", "arbeidstrening")
    for message in (message for message in reply.messages if message.type == "answer"):
        assert message.suggestions
        assert {(s.kind, s.payload.split("{")[0]) for s in message.suggestions} == {("facet", f"/{message.topic}")}


def test_what_pays_is_asked_of_the_two() -> None:
    for text in ("hva lønner seg mest", "hva får jeg betalt"):
        reply = after(text, elliptical=True, facet="penger")
        assert answered(reply) == [("kvp", "penger", None), ("arbeidstrening", "penger", None)]
        assert reply.state.pair == ("kvp", "arbeidstrening")


def test_a_question_of_one_of_them_is_answered_and_the_other_offered() -> None:
    reply = after("kan jeg si nei?", parts=(("bolig", "tilbud_nei", 0.9), ("arbeidstrening", "si_nei", 0.6)))
    assert answered(reply) == [("arbeidstrening", None, "si_nei")]
    assert [s.payload for s in reply.messages[-1].suggestions] == ["/kvp"]
    assert set(reply.state.pair or ()) == {"kvp", "arbeidstrening"}


def test_a_question_of_both_is_answered_for_both() -> None:
    reply = after("hva hvis jeg blir syk", parts=(("kvp", "syk", 0.9), ("arbeidstrening", "syk", 0.8)))
    assert answered(reply) == [("kvp", None, "syk"), ("arbeidstrening", None, "syk")]


def test_a_facet_that_one_of_them_has_is_answered_of_that_one() -> None:
    assert answered(after("når er fristen", elliptical=True, facet="frist")) == [("kvp", "frist", None)]


def test_whoever_starts_on_something_else_is_answered_that() -> None:
    assert answered(after("hva er aap", "aap", 0.9, leans=0.1))[0][0] == "aap"
    assert answered(after("jeg vil bli frisør", "fagbrev_oversikt", 0.9, leans=0.1))[0][0] == "fagbrev_oversikt"


def test_after_a_comparison_nothing_else_is_thought_to_have_been_meant() -> None:
    reply = PARTS.assistant.turn(replace(heard("nei ikke det", sure=0.1), act="ikke_det"), TWO)
    assert reply.messages[0].text == PARTS.phrases("akt_ikke_det_skriv", "nb")
