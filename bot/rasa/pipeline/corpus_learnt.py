"""What the components have in common that learn from a corpus of their own beside Rasa's training data."""

from __future__ import annotations

import hashlib
from abc import abstractmethod
from pathlib import Path
from typing import Any, ClassVar

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu import storage
from bot.nlu.embeddings import Embedder, embeddings_on, shared_embedder
from bot.rasa import aside
from bot.rasa.pipeline.features import read_as


class CorpusLearnt(GraphComponent):
    """Trained anew when its corpus changes, kept without pickle; the embedding of a message is not made twice (`shared_embedder`).

    Needs no other component.
    """

    corpus: ClassVar[Path]
    """A folder of .tsv files, one a writer."""
    without_engine: ClassVar[bool] = False
    """Whether it embeds nothing while it learns."""

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._model_storage = model_storage
        self._resource = resource
        self._embedder: Embedder | None = shared_embedder() if embeddings_on() else None
        self._model = self.new_model()

    @abstractmethod
    def new_model(self) -> Any:
        """A model that has learnt nothing yet; it has `parts`, arrays and JSON values, and `restore`, which takes them back."""

    @abstractmethod
    def learn(self, training_data: TrainingData) -> None:
        """Fit the model."""

    @abstractmethod
    def read(self, message: Message, text: str) -> None:
        """Add what the model finds in a message's text to it."""

    @classmethod
    def create(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext
    ) -> CorpusLearnt:
        return cls(config, model_storage, resource)

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """The corpus, which is not among Rasa's training files: when it changes, Rasa trains this component anew."""
        digest = hashlib.sha256()
        for path in sorted(cls.corpus.glob("*.tsv")):
            digest.update(path.read_bytes())
        return digest.hexdigest()

    def train(self, training_data: TrainingData) -> Resource:
        if self.without_engine:
            aside.learn(lambda: self._learn(training_data))
        else:
            self._learn(training_data)
        return self._resource

    def _learn(self, training_data: TrainingData) -> None:
        self.learn(training_data)
        with self._model_storage.write_to(self._resource) as folder:
            storage.save(folder, *self._model.parts())

    @classmethod
    def load(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext, **kwargs: Any
    ) -> CorpusLearnt:
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            component._model.restore(*storage.load(folder))
        return component

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            text = read_as(message)
            if text and not text.startswith("/"):
                self.read(message, text)
        return messages
