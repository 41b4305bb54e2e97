"""Rasa dense featurizer: one sentence embedding per message (multilingual-e5-small, offline)."""

from __future__ import annotations

from pathlib import Path
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

from bot.language.normalise import standard
from bot.nlu.embeddings import Embedder, embeddings_on
from bot.nlu.segmenter import with_segments
from bot.settings import ROOT

CACHE = ROOT / ".cache" / "embeddings.db"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class E5Featurizer(DenseFeaturizer, GraphComponent):
    """Sentence features of shape (1, 384), unit length; none where embeddings are off or cannot be had.

    Config:
        standard: true embeds the text with dialect and chat forms replaced; false the text as written.
        cache: file for embeddings of training texts, relative to the project; empty for none.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {**DenseFeaturizer.get_default_config(), "standard": False, "cache": str(CACHE.relative_to(ROOT))}

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
        cache = ROOT / config["cache"] if config["cache"] else None
        return cls(config, execution_context.node_name, Embedder(cache) if embeddings_on() else None)

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        if not isinstance(config.get("cache"), str) or Path(config["cache"]).is_absolute():
            raise ValueError("E5Featurizer: cache must be a path relative to the project, or empty")

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        if self._embedder is None:
            return training_data
        self._embedder.warm([self._text(message) for message in training_data.training_examples])
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        if self._embedder is None:
            return messages
        everything = with_segments(messages)
        vectors = self._embedder.embed([self._text(message) for message in everything])
        for message, vector in zip(everything, vectors, strict=True):
            message.add_features(Features(vector[None, :], FEATURE_TYPE_SENTENCE, TEXT, self._identifier))
        return messages

    def _text(self, message: Message) -> str:
        text = message.get(TEXT) or ""
        text = text.lower() if text.isupper() else text  # the engine reads capitals as other words
        return standard(text) if self._config["standard"] else text
