"""Danger is heard by the net first, then by the model; what names only a place is none."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.danger_corpus import CORPUS, read_messages
from bot.rasa.pipeline import danger_detector
from bot.rasa.pipeline.danger_detector import MAX_CHARS, DangerDetector
from tests.unit.rasa.pipeline.conftest import Small


@pytest.fixture
def detector(small: Small, monkeypatch: pytest.MonkeyPatch) -> Any:
    some = read_messages(sorted(CORPUS.glob("*.tsv"))[:2])
    monkeypatch.setattr(danger_detector, "read_messages", lambda _paths: some)
    made = small.make(DangerDetector)
    made.train(small.data)
    return small.load(DangerDetector)


def heard(detector: Any, text: str) -> dict[str, Any]:
    (message,) = detector.process([Message({"text": text})])
    found: dict[str, Any] = message.get("fare")
    return found


def test_what_the_model_learnt_is_heard_after_it_is_loaded(detector: Any) -> None:
    assert heard(detector, "jeg vil ikke leve lenger")["level"] == "akutt"
    assert heard(detector, "hvordan blir jeg lærling")["level"] == "ingen"


def test_a_bare_cry_needs_no_model_and_a_place_is_no_danger(detector: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def unread(*_: object) -> None:
        raise AssertionError("the model was asked")

    monkeypatch.setattr(detector._model, "read", unread)
    assert heard(detector, "hjelp meg nå!!")["level"] == "akutt"
    assert heard(detector, "hei på dere. hvordan kan jeg ta livet av meg")["kind"] == "selvmord"
    assert heard(detector, "Våler")["level"] == "ingen"


def test_a_message_without_end_is_read_to_its_bound(detector: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    read = []
    monkeypatch.setattr(detector, "_read", lambda text: read.append(len(text)) or danger_detector.NO_DANGER)
    heard(detector, "ord " * 5000)
    assert read == [MAX_CHARS]
