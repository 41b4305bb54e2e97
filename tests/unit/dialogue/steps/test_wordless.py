"""A message without a word is no riddle: thanks are met, and otherwise the words are asked for."""

from __future__ import annotations

import pytest

from bot.dialogue import State
from bot.language.danger import Danger
from tests.parts import PARTS
from tests.unit.dialogue.turns import heard


@pytest.mark.parametrize(("text", "topic"), [("👍🙏", "takk"), ("👍🏽", "takk"), ("🙋", None), ("💰❓", None), ("🔧🚗❤️", None)])
def test_signs_alone(text: str, topic: str | None) -> None:
    reply = PARTS.assistant.turn(heard(text, "utenfor_tema", 0.4), State())
    assert reply.messages[0].topic == topic
    assert topic or reply.messages[0].suggestions


def test_a_cry_is_heard_first() -> None:
    reply = PARTS.assistant.turn(heard("🔪🩸", danger=Danger("akutt", "ukjent")), State())
    assert reply.messages[0].topic == "krise"
