"""Rasa entity extractor: what a message tells about the person – place, age, school, work – in Rasa's own form.

The dialogue reads the same things itself, with the conversation at hand; these entities are for those who use
the pipeline alone (`rasa shell nlu`, `/model/parse`) or write rules of their own.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot import assembly, clock
from bot.guides.reading import read_facts
from bot.language.facets import read_facet
from bot.language.situation import read_age

MAX_CHARS = 1000
NAMES = {"vgo": "skolestatus", "jobb_eller_skole": "i_jobb_eller_skole", "fodt": "fodt"}
"""What a guide's fact is called as an entity."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class SituationExtractor(GraphComponent):
    """Adds the entities `sted` (municipality number), `alder`, `fodt`, `skolestatus`, `i_jobb_eller_skole`, `fasett`."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SituationExtractor:
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            text = message.get(TEXT) or ""
            if not text.startswith("/"):
                found = extract(text[:MAX_CHARS], clock.today())
                message.set(ENTITIES, [*(message.get(ENTITIES) or []), *found], add_to_output=True)
        return messages


def extract(text: str, on: date) -> list[dict[str, Any]]:
    """The entities of one message; all but a place span the whole message, since they may be told in several words."""

    def entity(name: str, value: object, start: int = 0, end: int = len(text)) -> dict[str, Any]:
        return {"entity": name, "value": value, "start": start, "end": end, "extractor": "SituationExtractor"}

    entities = []
    place = assembly.directory().find(text)
    if place.status == "found":
        entities.append(entity("sted", place.kommuner[0].nummer, *place.span))
    age = read_age(text, on)
    if age is not None:
        entities.append(entity("alder", age))
    entities += [entity(NAMES[name], value) for name, value in read_facts(text, on).items() if name in NAMES]
    facet = read_facet(text).facet
    if facet is not None:
        entities.append(entity("fasett", facet))
    return entities
