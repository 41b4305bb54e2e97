"""Rasa sparse featurizer: word and character n-grams, weighted by how telling they are (tf-idf)."""

from __future__ import annotations

from typing import Any

import scipy.sparse
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.sparse_featurizer.sparse_featurizer import SparseFeaturizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu import storage
from bot.nlu.ngrams import comparable, vectorizers
from bot.rasa.pipeline.features import read_as
from bot.rasa.pipeline.segmenter import with_segments


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class NgramFeaturizer(SparseFeaturizer, GraphComponent):
    """Sentence features of shape (1, number of n-grams seen in training).

    Config:
        min_df: an n-gram seen in fewer training texts is left out.
    """

    @staticmethod
    def required_packages() -> list[str]:
        return ["sklearn"]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {**SparseFeaturizer.get_default_config(), "min_df": 2}

    def __init__(self, config: dict[str, Any], name: str, model_storage: ModelStorage, resource: Resource) -> None:
        super().__init__(name, config)
        self._model_storage = model_storage
        self._resource = resource
        self._vectorizers = vectorizers(config["min_df"])

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> NgramFeaturizer:
        return cls(config, execution_context.node_name, model_storage, resource)

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        if not isinstance(config.get("min_df"), int) or config["min_df"] < 1:
            raise ValueError("NgramFeaturizer: min_df must be a whole number from 1")

    def train(self, training_data: TrainingData) -> Resource:
        texts = [comparable(example.get(TEXT)) for example in training_data.intent_examples if example.get(TEXT)]
        for vectorizer in self._vectorizers:
            vectorizer.fit(texts)
        with self._model_storage.write_to(self._resource) as folder:
            storage.save(
                folder,
                {str(index): vectorizer.idf_ for index, vectorizer in enumerate(self._vectorizers)},
                {"terms": [list(vectorizer.get_feature_names_out()) for vectorizer in self._vectorizers]},
            )
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> NgramFeaturizer:
        component = cls(config, execution_context.node_name, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            arrays, values = storage.load(folder)
        for index, vectorizer in enumerate(component._vectorizers):
            vectorizer.restore(values["terms"][index], arrays[str(index)])
        return component

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        everything = with_segments(messages)
        texts = [comparable(read_as(message)) for message in everything]
        matrix = scipy.sparse.hstack([vectorizer.transform(texts) for vectorizer in self._vectorizers], format="csr")
        for index, message in enumerate(everything):
            message.add_features(Features(matrix[index].tocoo(), FEATURE_TYPE_SENTENCE, TEXT, self._identifier))
        return messages
