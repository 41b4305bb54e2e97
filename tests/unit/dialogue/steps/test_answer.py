"""The last step: what kind of topic decides how it is answered."""

from __future__ import annotations

import pytest

from bot.dialogue import State, Understanding
from bot.language.danger import Danger
from tests.parts import PARTS
from tests.unit.dialogue.turns import heard

ASKED = State(spurt_sted=True)


@pytest.mark.parametrize(
    ("understanding", "first", "waits"),
    [
        (heard("hva er kvp", "kvp"), "kvp", None),
        (heard("hvilken rett har jeg", "hvilken_rett"), "hvilken_rett", "guide"),
        (heard("hei", "hilsen"), "hilsen", None),
        (heard("hvor er nav", "kontakt_nav"), "kontakt_nav", None),
        (heard("hvem vant kampen", "utenfor_tema"), "utenfor_tema", None),
        (heard("hvem leser dette", "personvern", danger=Danger(suspicious=True)), "utenfor_tema", None),
    ],
    ids=lambda value: value.text if isinstance(value, Understanding) else None,
)
def test_a_topic_is_answered_as_its_role_says(understanding: Understanding, first: str, waits: str | None) -> None:
    reply = PARTS.assistant.turn(understanding, ASKED)
    assert reply.messages[0].topic == first
    assert reply.state.venter == waits


def test_a_pressed_button_for_what_is_off_topic_is_the_topics_own_answer() -> None:
    reply = PARTS.assistant.turn(Understanding("/utenfor_tema", "utenfor_tema", 1.0, pressed=True), ASKED)
    assert reply.messages[0].topic == "utenfor_tema"
