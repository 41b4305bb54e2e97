"""Rasa dense featurizer: one sentence embedding per message (multilingual-e5-small, offline)."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.embeddings import Embedder, embeddings_on, shared_embedder
from bot.rasa.pipeline.features import read_as
from bot.rasa.pipeline.segmenter import with_segments


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class E5Featurizer(DenseFeaturizer, GraphComponent):
    """Sentence features of shape (1, 384), unit length; none where embeddings are off or cannot be had."""

    def __init__(self, config: dict[str, Any], name: str, embedder: Embedder | None) -> None:
        super().__init__(name, config)
        self._embedder = embedder

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> E5Featurizer:
        return cls(config, execution_context.node_name, shared_embedder() if embeddings_on() else None)

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Nothing of its own to set."""

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        if self._embedder is None:
            return training_data
        self._embedder.warm([message.get(TEXT) or "" for message in training_data.training_examples])
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        if self._embedder is None:
            return messages
        everything = with_segments(messages)
        vectors = self._embedder.embed([read_as(message) for message in everything])
        for message, vector in zip(everything, vectors, strict=True):
            message.add_features(Features(vector[None, :], FEATURE_TYPE_SENTENCE, TEXT, self._identifier))
        return messages
