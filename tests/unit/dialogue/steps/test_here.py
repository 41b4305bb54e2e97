"""A few words that name another topic, while a situation is talked of, are about both."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.dialogue import Reply, State
from tests.parts import PARTS
from tests.unit.dialogue.turns import heard


def said(text: str, tema: str, intent: str, **found: Any) -> Reply:
    state = State(tema=tema, temaer=(tema,), spurt_sted=True)
    return PARTS.assistant.turn(replace(heard(text, intent, 0.99), **found), state)


def test_a_student_who_asks_for_a_benefit_is_answered_as_a_student() -> None:
    parts = (("student_uten_penger", "sosialhjelp_student", 0.97), ("sosialhjelp", "hvem_kan", 0.4))
    answer = said("kan jeg få sosialhjelp?", "student_uten_penger", "sosialhjelp", parts=parts, leans=0.3).messages[0]
    assert (answer.topic, answer.part) == ("student_uten_penger", "sosialhjelp_student")


def test_of_the_other_topic_the_question_about_this_one_is_asked() -> None:
    answer = said("gjelder det på fagprøven også?", "tilrettelegging", "fagprove", leans=0.7).messages[0]
    assert (answer.topic, answer.part) == ("fagprove", "tilrettelegging")


@pytest.mark.parametrize(("text", "leans"), [("hva er sosialhjelp", 0.3), ("kan jeg få sosialhjelp?", 0.05)])
def test_who_starts_on_something_else_is_answered_that(text: str, leans: float) -> None:
    parts = (("student_uten_penger", "sosialhjelp_student", 0.97),)
    assert said(text, "student_uten_penger", "sosialhjelp", parts=parts, leans=leans).messages[0].topic == "sosialhjelp"


def test_two_offers_are_no_situation() -> None:
    parts = (("kvp", "sosialhjelp", 0.97),)
    assert said("og sosialhjelp da", "kvp", "sosialhjelp", parts=parts, leans=0.4).messages[0].topic == "sosialhjelp"
