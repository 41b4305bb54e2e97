"""Small talk answers only small talk."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue import State
from bot.language.danger import Danger
from tests.parts import PARTS
from tests.unit.dialogue.turns import STOCK, heard, lines, reply_to


@pytest.mark.parametrize(("text", "intent"), [("takk", "takk"), ("hei", "hilsen"), ("ok", "ja"), ("asdf qwer", "utenfor_tema")])
def test_no_stock_line_afterwards(text: str, intent: str) -> None:
    reply = PARTS.assistant.turn(heard(text, intent, 0.9 if intent != "utenfor_tema" else 0.05), reply_to("jeg vil dø").state)
    assert not {message.topic for message in reply.messages} & STOCK
    assert lines(reply)


def test_small_talk_answers_only_small_talk() -> None:
    heavy = Danger("tung", "ukjent")
    for danger in (heavy, Danger(suspicious=True)):
        for intent in ("ja", "takk", "hilsen", "er_du_robot"):
            reply = PARTS.assistant.turn(heard("jeg hører stemmer", intent, danger=danger), State())
            assert not {message.topic for message in reply.messages} & STOCK
    question = replace(heard("hei! hvordan blir jeg lærling?", "hilsen", 0.6), ranking=(("hilsen", 0.6), ("laerling", 0.35)))
    assert PARTS.assistant.turn(question, State()).messages[0].topic == "laerling"


def test_what_is_perhaps_asked_of_the_assistant_is_only_offered() -> None:
    unsure = PARTS.assistant.turn(heard("if im reported missing can i still work", "personvern", 0.6), State())
    assert unsure.messages[0].topic != "personvern"
    assert PARTS.assistant.turn(heard("hvem leser det jeg skriver", "personvern", 0.95), State()).messages[0].topic == "personvern"


@pytest.mark.parametrize(
    ("text", "intent"), [("okei må løpe, snakkes", "farvel"), ("takk ska du ha, de hjalp faktisk", "takk"), ("e d nån hær", "hilsen")]
)
def test_a_few_words_that_are_for_certain_a_courtesy_are_met_as_one(text: str, intent: str) -> None:
    assert PARTS.assistant.turn(heard(text, intent, 0.99), State()).messages[0].topic == intent
    assert PARTS.assistant.turn(heard(text, intent, 0.9), State()).messages[0].topic != intent, "less sure, it may be something else"
    suspicious = PARTS.assistant.turn(heard(text, intent, 0.99, danger=Danger(suspicious=True)), State())
    assert suspicious.messages[0].topic != intent
    long = heard(f"{text}, og så lurte jeg på om jeg kan søke læreplass", intent, 0.99)
    assert PARTS.assistant.turn(long, State()).messages[0].topic != intent


def test_a_yes_or_a_no_with_more_in_it_is_no_stock_line() -> None:
    assert PARTS.assistant.turn(heard("nei æ meinte lærling", "nei", 0.99), State()).messages[0].topic != "nei"
