"""Finds the parts of a message that may each ask about their own topic.

The parts travel with the message as messages of their own, so that the featurizers and the
classifier that follow can treat them like any other (`with_segments`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.rasa.pipeline.features import read_as

SEGMENTS = "segments"
MAX_SEGMENTS = 4

_BREAK = re.compile(
    r"(?<=[.?!;])\s+|\n+|"
    r",?\s+(?:og også|og så|samt|i tillegg|forresten|dessuten|også lurer jeg|and also|og elles|og dessutan|åsså|pluss)\s+|"
    r"\s+(?:og|men|and|å)\s+(?=(?:hva|hvordan|hvor|hvem|når|kan|får|er|har|finnes|må|kva|korleis|kor|kven|kem|ka|korsn|hvilke|trenger|hvis|what|how|can|who|eg|jeg|æ|jæ|i)\b)|"
    r",\s+(?=(?:hva|hvordan|hvor|hvem|når|kan|får|kva|korleis|kor|kven|what|how)\b)",
    re.IGNORECASE,
)


def split(text: str) -> tuple[str, ...]:
    """The parts of a message, two words or more each; empty when it is one piece."""
    parts = [part.strip(" ,.;") for part in _BREAK.split(text) if part]
    parts = [part for part in parts if len(part.split()) >= 2]
    return tuple(parts) if 2 <= len(parts) <= MAX_SEGMENTS else ()


def with_segments(messages: Iterable[Message]) -> list[Message]:
    """The messages followed by all their segments."""
    listed = list(messages)
    return listed + [segment for message in listed for segment in message.get(SEGMENTS) or ()]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class Segmenter(GraphComponent):
    """Adds the segments of every message it processes; training examples are left whole."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Segmenter:
        return cls()

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            parts = split(read_as(message))
            message.set(SEGMENTS, tuple(Message({TEXT: part}) for part in parts))
        return messages
