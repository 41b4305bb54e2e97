"""Two things named beside each other are both answered; one question that has its own answer is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue import State
from tests.parts import PARTS
from tests.unit.dialogue.turns import heard


def topics(text: str, state: State, **found: object) -> list[str | None]:
    messages = PARTS.assistant.turn(replace(heard(text, sure=0.9), **found), state).messages
    return [message.topic for message in messages if message.type == "answer"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hva er forskjellen på kvp og tiltakspenger", ["kvp", "tiltakspenger"]),
        ("kva gir mest, dagpengar eller tiltakspengar", ["dagpenger", "tiltakspenger"]),
        ("what is the difference between dagpenger and sosialhjelp", ["dagpenger", "sosialhjelp"]),
    ],
)
def test_both_are_answered(text: str, expected: list[str]) -> None:
    assert topics(text, State(spurt_sted=True)) == expected


def test_what_the_talk_is_about_is_compared_with_what_is_named() -> None:
    assert topics("hva er forskjellen på det og tiltakspenger", State(tema="kvp", spurt_sted=True)) == ["kvp", "tiltakspenger"]


@pytest.mark.parametrize("text", ["hva er kvp og tiltakspenger", "er det forskjell på folk", "hva er forskjellen på kvp, aap og dagpenger"])
def test_nothing_is_compared_where_nothing_is_asked_or_not_two_are_named(text: str) -> None:
    assert len(topics(text, State(spurt_sted=True))) < 2


def test_a_question_that_names_both_has_its_own_answer() -> None:
    library = PARTS.library
    own = [
        (topic.id, passage.id, (set(library.named(passage.question["nb"], "nb")) - {topic.id}).pop())
        for topic in library
        for passage in topic.passages
        if "forskjell" in passage.question["nb"] and len(set(library.named(passage.question["nb"], "nb")) | {topic.id}) == 2
    ]
    assert own
    topic, part, other = own[0]
    text = f"hva er forskjellen på {library.title(topic, 'nb')} og {library.title(other, 'nb')}"
    found = replace(heard(text, topic, 0.9), parts=((topic, part, 0.9),))
    answers = [message for message in PARTS.assistant.turn(found, State(spurt_sted=True)).messages if message.type == "answer"]
    assert [message.part for message in answers] == [part]
