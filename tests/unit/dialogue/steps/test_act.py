"""A message about the talk itself is answered from what was said, unless something else has the word."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue import State
from bot.dialogue.state import GuideState
from tests.parts import PARTS
from tests.unit.dialogue.turns import heard

KVP = State(tema="kvp", spurt_sted=True)


def topics(text: str, state: State, act: str = "kilde") -> list[str | None]:
    return [message.topic for message in PARTS.assistant.turn(replace(heard(text, sure=0.1), act=act), state).messages]


def test_a_source_that_is_asked_for_is_told() -> None:
    assert topics("hvor har du det fra", KVP) == ["kvp"]


def test_a_source_is_of_the_answer_at_hand_and_of_the_machine_only_where_there_is_none() -> None:
    surely = replace(heard("hvor har du det fra", "er_du_robot", 0.99), act="kilde")
    assert [message.topic for message in PARTS.assistant.turn(surely, KVP).messages] == ["kvp"]
    assert PARTS.assistant.turn(surely, State()).messages[0].topic == "er_du_robot"


def test_who_asks_for_a_number_is_not_told_that_a_machine_cannot_call() -> None:
    reply = PARTS.assistant.turn(replace(heard("har du et telefonnummer til dem", sure=0.1), act="ring_for_meg"), KVP)
    assert (
        reply.messages[0].text
        != PARTS.assistant.turn(replace(heard("kan du ringe dem", sure=0.1), act="ring_for_meg"), KVP).messages[0].text
    )


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("stopp", replace(KVP, venter="guide", guide=GuideState("hvilken_rett", asked="fodt"))),
        ("er du sikker", replace(KVP, varsom=3, fare="selvmord")),
        ("nei, født i 1996", KVP),
        ("jeg bor i Narvik", KVP),
        ("oi! 25 skulle det stå", KVP),
    ],
    ids=["a guide knows its own words", "help is not summed up", "what is told counts", "a place counts", "a correction counts"],
)
def test_something_else_has_the_word(text: str, state: State) -> None:
    assert topics(text, state, "kort") != ["kvp"]


def test_with_nothing_to_do_it_with_the_message_is_heard_as_any_other() -> None:
    assert topics("hvor har du det fra", State()) == ["utenfor_tema"]


def test_a_hard_word_is_explained_unless_a_topic_of_its_own_does() -> None:
    without_topic = next(word for word in PARTS.library.glossary if word.topic is None)
    said = PARTS.assistant.turn(heard(f"hva betyr {without_topic.name('nb')}?", sure=0.1), KVP).messages[0]
    assert said.text == f"{without_topic.name('nb')}: {without_topic.explanation['nb']}"
    with_topic = next(word for word in PARTS.library.glossary if word.topic == "klage")
    assert (
        not PARTS.assistant.turn(heard(f"hva betyr {with_topic.name('nb')}?", "klage", 0.9), KVP)
        .messages[0]
        .text.startswith(f"{with_topic.name('nb')}: ")
    )


def test_a_goodbye_is_no_stop() -> None:
    said = replace(heard("topp! hade", "farvel", 0.9), act="stopp")
    assert PARTS.assistant.turn(said, KVP).messages[0].topic == "farvel"
