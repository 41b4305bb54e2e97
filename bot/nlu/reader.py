"""Rasa component: reads what a message tells besides its topic and danger.

Adds `lesning` to the output: facet, elliptical, carry, malform, asked_malform, age.
"""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from bot import clock
from bot.language.facets import read_facet
from bot.language.malform import detect_malform
from bot.language.situation import read_age, read_asked_malform

MAX_CHARS = 1000


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class Reader(GraphComponent):
    """Needs no other component."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Reader:
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            self._read(message, (message.get(TEXT) or "")[:MAX_CHARS])
        return messages

    @staticmethod
    def _read(message: Message, text: str) -> None:
        facet = read_facet(text)
        reading = {
            "facet": facet.facet,
            "elliptical": facet.elliptical,
            "carry": facet.carry,
            "malform": detect_malform(text),
            "asked_malform": read_asked_malform(text),
            "age": read_age(text, clock.today()),
        }
        message.set("lesning", reading, add_to_output=True)
