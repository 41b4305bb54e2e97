"""Rasa component: whether a message is about the talk itself, and how (bot/nlu/acts.py).

Adds `akt` to the output where it is. Place it after the featurizers; the embedding of the message is not made twice.
"""

from __future__ import annotations

import hashlib
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu import storage
from bot.nlu.acts import CORPUS, ActModel, told_acts
from bot.nlu.embeddings import embeddings_on, shared_embedder


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class ActClassifier(GraphComponent):
    """Config:
    every: one in so many training utterances is learnt as no act.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"every": 3}

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._model_storage = model_storage
        self._resource = resource
        self._embedder = shared_embedder() if embeddings_on() else None
        self._model = ActModel()

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> ActClassifier:
        return cls(config, model_storage, resource)

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """The corpus, which is not among Rasa's training files: when it changes, Rasa trains this component anew."""
        digest = hashlib.sha256()
        for path in sorted(CORPUS.glob("*.tsv")):
            digest.update(path.read_bytes())
        return digest.hexdigest()

    def train(self, training_data: TrainingData) -> Resource:
        acts = told_acts()
        asked = [
            example.get(TEXT)
            for example in training_data.intent_examples
            if example.get(TEXT) and not example.get(INTENT).startswith("dialog_")
        ]
        others = asked[:: self._config["every"]]
        vectors = self._embedder.embed([*(text for _, text in acts), *others]) if self._embedder else None
        self._model.fit(acts, others, vectors)
        with self._model_storage.write_to(self._resource) as folder:
            storage.save(folder, *self._model.parts())
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> ActClassifier:
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            component._model.restore(*storage.load(folder))
        return component

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            text = message.get(TEXT) or ""
            if text and not text.startswith("/"):
                vector = self._embedder.embed([text])[0] if self._embedder else None
                if act := self._model.read(text, vector):
                    message.set("akt", act, add_to_output=True)
        return messages
