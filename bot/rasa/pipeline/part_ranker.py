"""Rasa component: which question of a topic a message asks (bot/nlu/parts.py). Adds `svar` to the output."""

from __future__ import annotations

from typing import Any

import numpy as np
import scipy.sparse
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.featurizer import Featurizer
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu import storage
from bot.nlu.parts import PartModel
from bot.rasa.pipeline.features import centred, dense, sparse
from bot.rasa.pipeline.told_importer import PART

LIKELY = 3
"""Topics whose questions are all looked at."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class PartRanker(GraphComponent):
    """Learns from the training examples that carry a question (`told_importer.PART`).

    Config:
        temperature: the probabilities' softness; below 1 is surer.
        none: the margin of «none of them»: the higher, the fewer questions are answered by themselves.
    """

    @classmethod
    def required_components(cls) -> list[type]:
        return [Featurizer]

    @staticmethod
    def required_packages() -> list[str]:
        return ["sklearn"]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"temperature": 0.2, "none": -0.8}

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._model_storage = model_storage
        self._resource = resource
        self._model = PartModel(config["temperature"], config["none"])
        self._centre = np.zeros(0, np.float32)

    @classmethod
    def create(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext
    ) -> PartRanker:
        return cls(config, model_storage, resource)

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        if not isinstance(config.get("temperature", 0.2), float) or config.get("temperature", 0.2) <= 0:
            raise ValueError("PartRanker: temperature must be a positive number")
        if not isinstance(config.get("none", -0.8), float):
            raise ValueError("PartRanker: none must be a number")

    def train(self, training_data: TrainingData) -> Resource:
        examples = [example for example in training_data.intent_examples if example.get(PART)]
        if examples:
            self._centre = dense(examples).mean(axis=0)
            self._model.fit([(example.get(INTENT), example.get(PART)) for example in examples], self._features(examples))
        arrays, values = self._model.parts()
        with self._model_storage.write_to(self._resource) as folder:
            storage.save(folder, {**arrays, "centre": self._centre}, values)
        return self._resource

    @classmethod
    def load(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext, **kwargs: Any
    ) -> PartRanker:
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            arrays, values = storage.load(folder)
        component._model.restore(arrays, values)
        component._centre = arrays["centre"]
        return component

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            if not (message.get(TEXT) or "").startswith("/"):
                likely = [item["name"] for item in (message.get("intent_ranking") or ())[:LIKELY]]
                found = self._model.rank(self._features([message]), likely)
                listed = [{"tema": topic, "svar": part, "confidence": share} for topic, part, share in found]
                message.set("svar", listed, add_to_output=True)
        return messages

    def _features(self, messages: list[Message]) -> scipy.sparse.csr_matrix:
        ngrams, vectors = sparse(messages), dense(messages)
        blocks = [] if ngrams is None else [ngrams]
        if vectors.shape[1]:
            blocks.append(scipy.sparse.csr_matrix(centred(vectors, self._centre)))
        return scipy.sparse.hstack(blocks, format="csr", dtype=np.float32)
