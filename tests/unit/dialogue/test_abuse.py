"""Insults are found and answered calmly; swearing about one's situation is not taken for one."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from bot.dialogue import State, Understanding
from bot.language.abuse import is_insult
from bot.language.danger import Danger
from bot.language.utterance import Utterance
from tests.parts import PARTS

CORPUS = Path(__file__).parent / "insults.tsv"


def rows() -> list[tuple[str, bool]]:
    with CORPUS.open(encoding="utf-8", newline="") as file:
        return [(row["text"], row["insult"] == "1") for row in csv.DictReader(file, delimiter="\t")]


@pytest.mark.parametrize(("text", "insult"), rows())
def test_told_apart(text: str, insult: bool) -> None:
    assert is_insult(Utterance(text)) is insult


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
