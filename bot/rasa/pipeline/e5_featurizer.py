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
from bot.nlu.encoder import Heads
from bot.nlu.second import LIMITS
from bot.rasa.pipeline.features import dense, read_as
from bot.rasa.pipeline.segmenter import SEGMENTS


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class E5Featurizer(DenseFeaturizer, GraphComponent):
    """Sentence features of shape (1, 384), unit length; none where embeddings are off or cannot be had."""

    def __init__(self, config: dict[str, Any], name: str, embedder: Embedder | None) -> None:
        super().__init__(name, config)
        self._embedder = embedder
        self._heads = Heads()

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
        self._embed(messages)
        self._embed([segment for message in messages if self._may_ask_two(message) for segment in message.get(SEGMENTS) or ()])
        return messages

    def _embed(self, messages: list[Message]) -> None:
        assert self._embedder is not None
        for message, vector in zip(messages, self._embedder.embed([read_as(message) for message in messages]), strict=True):
            message.add_features(Features(vector[None, :], FEATURE_TYPE_SENTENCE, TEXT, self._identifier))

    def _may_ask_two(self, message: Message) -> bool:
        """Two thirds of what a message costs is reading it; where it hardly asks two things its segments are dropped, unread."""
        segments = message.get(SEGMENTS) or ()
        if not segments:
            return False
        questions = sum("?" in (segment.get(TEXT) or "") for segment in segments)
        if questions > 1 or self._heads.probabilities("two", dense([message]))[0, 1] >= LIMITS.apart:
            return True
        message.set(SEGMENTS, ())
        return False
