"""Rasa's output tells of an act where a message is one."""

from __future__ import annotations

from rasa.shared.nlu.training_data.message import Message

from bot.rasa.pipeline.act_classifier import ActClassifier
from tests.unit.rasa.pipeline.conftest import Small


def test_an_act_is_in_the_output_and_a_question_and_a_button_are_not(small: Small) -> None:
    made = small.make(ActClassifier, every=1)
    made.train(small.data)
    loaded = small.load(ActClassifier)
    for component in (made, loaded):
        messages = component.process([Message({"text": text}) for text in ("hvor har du det fra?", "hvordan blir jeg lærling", "/kvp", "")])
        assert [message.get("akt") for message in messages] == ["kilde", None, None, None]
        assert "akt" in messages[0].output_properties
