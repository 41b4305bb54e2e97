"""Every reply gets what danger and weight call for before it is sent."""

from __future__ import annotations

from bot.dialogue import State
from bot.language.danger import Danger
from tests.parts import PARTS
from tests.unit.dialogue.turns import heard, number, reply_to, said


def test_an_ordinary_question_afterwards_is_answered_in_full_with_one_quiet_line() -> None:
    state = reply_to("jeg vil dø").state
    reply = PARTS.assistant.turn(heard("hva er kvp", "kvp"), state)
    assert reply.messages[0].topic == "kvp"
    assert reply.messages[0].suggestions
    assert number("mental_helse") in reply.messages[-1].text
    assert sum(number("mental_helse") in message.text for message in reply.messages) == 1


def test_what_may_hide_something_is_answered_and_names_once_whom_to_ring() -> None:
    reply = PARTS.assistant.turn(heard("hva er kvp", "kvp", danger=Danger(suspicious=True)), State(spurt_sted=True))
    assert reply.messages[0].topic == "kvp"
    assert sum(number("mental_helse") in message.text for message in reply.messages) == 1
    assert number("mental_helse") not in said(PARTS.assistant.turn(heard("hva er kvp", "kvp"), State(spurt_sted=True)))
    unsure = PARTS.assistant.turn(heard("asdf", "kvp", 0.05, danger=Danger(suspicious=True)), State())
    assert sum(number("mental_helse") in message.text for message in unsure.messages) == 1


def test_the_situation_is_kept_for_what_is_said_beside_an_answer() -> None:
    told = said(reply_to("på jobb ler de av meg, hva er kravet til norsk?", Danger("tung", "mobbing"), intent="norskkrav", sure=0.9))
    assert number("arbeidstilsynet") in told
    assert "rektor" not in told
