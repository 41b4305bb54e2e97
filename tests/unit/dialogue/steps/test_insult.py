"""An insult is met calmly, and is no answer to what was asked."""

from __future__ import annotations

import pytest

from bot.dialogue import State, Understanding
from bot.language.danger import Danger
from tests.parts import PARTS


@pytest.mark.parametrize("malform", ["nb", "nn", "en"])
def test_answered_calmly_and_briefly(malform: str) -> None:
    heard = Understanding(text="du er en idiot", intent="utenfor_tema", confidence=0.9, ranking=(("utenfor_tema", 0.9),))
    reply = PARTS.assistant.turn(heard, State(malform=malform))  # type: ignore[arg-type]
    assert [message.text for message in reply.messages] == [PARTS.phrases("vaer_hoflig", malform)]  # type: ignore[arg-type]
    assert len(reply.messages[0].text.split()) <= 20


def test_what_was_asked_for_is_still_awaited() -> None:
    state = State(venter="kommune", venter_tjeneste="ot")
    heard = Understanding(text="hold kjeft", intent="utenfor_tema", confidence=0.3, ranking=(("utenfor_tema", 0.3),))
    reply = PARTS.assistant.turn(heard, state)
    assert reply.state == state


def test_a_question_with_an_insult_in_it_is_answered() -> None:
    heard = Understanding(text="hva er kvp din idiot", intent="kvp", confidence=0.95, ranking=(("kvp", 0.95),))
    assert PARTS.assistant.turn(heard, State()).messages[0].topic == "kvp"


def test_a_crisis_comes_before_an_insult() -> None:
    heard = Understanding(
        text="du er en idiot, jeg vil dø", intent="krise", confidence=1.0, ranking=(("krise", 1.0),), danger=Danger("akutt", "selvmord")
    )
    reply = PARTS.assistant.turn(heard, State())
    assert reply.messages[0].topic == "krise"
