"""The models see a mended text; the person's own words stay."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.danger_corpus import CORPUS, read_messages
from bot.rasa.pipeline import spelling_mender
from bot.rasa.pipeline.features import read_as
from bot.rasa.pipeline.segmenter import SEGMENTS, Segmenter
from bot.rasa.pipeline.spelling_mender import SpellingMender
from tests.unit.rasa.pipeline.conftest import Small


@pytest.fixture
def mender(small: Small, monkeypatch: pytest.MonkeyPatch) -> Any:
    some = read_messages(sorted(CORPUS.glob("*.tsv"))[:20])
    monkeypatch.setattr(spelling_mender, "read_messages", lambda _paths: some)
    small.make(SpellingMender).train(small.data)
    return small.load(SpellingMender)


def test_a_slip_is_mended_for_the_models_alone(mender: Any) -> None:
    (message,) = mender.process([Message({TEXT: "hvordan kan jeg komme tilbaek på skolen"})])
    assert message.get(TEXT) == "hvordan kan jeg komme tilbaek på skolen"
    assert read_as(message) == "hvordan kan jeg komme tilbake på skolen"


def test_the_parts_of_a_message_are_mended_too(mender: Any) -> None:
    message = Message({TEXT: "Hvordan kommer jeg tilbaek på skolen? Hva koster det?"})
    Segmenter().process(mender.process([message]))
    assert read_as(message.get(SEGMENTS)[0]) == "Hvordan kommer jeg tilbake på skolen?"


def test_a_place_nobody_has_named_is_no_slip(mender: Any) -> None:
    for place in ("Utsira", "Gjøvik", "Tjøme", "Leirfjord"):
        (message,) = mender.process([Message({TEXT: f"bor i {place} og er ferdig på skolen"})])
        assert place in read_as(message)


def test_a_button_is_left_alone(mender: Any) -> None:
    (message,) = mender.process([Message({TEXT: "/laerling"})])
    assert read_as(message) == "/laerling"
