"""Rasa component: what a message tells of danger, learnt from data/danger.

Adds `fare` to the output: level, kind, other, suspicious, question. Place it after the featurizers.
"""

from __future__ import annotations

import hashlib
from dataclasses import asdict, replace
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.content.roles import read_roles
from bot.language.cries import read_cry
from bot.language.danger import NO_DANGER, Danger
from bot.language.utterance import Utterance
from bot.nlu import storage
from bot.nlu.danger_corpus import ACUTE, CORPUS, NONE, read_messages
from bot.nlu.danger_model import DangerModel, clauses, windows
from bot.nlu.embeddings import embeddings_on, shared_embedder
from bot.nlu.encoder import Heads
from bot.nlu.neutral import only_names_a_place
from bot.nlu.questions import told_questions

MAX_CHARS = 1000


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class DangerDetector(GraphComponent):
    """Needs no other component; the embedding of the message is not made twice (`shared_embedder` remembers it)."""

    def __init__(self, model_storage: ModelStorage, resource: Resource) -> None:
        self._model_storage = model_storage
        self._resource = resource
        self._embedder = shared_embedder() if embeddings_on() else None
        self._model = DangerModel(Heads() if self._embedder else None)

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> DangerDetector:
        return cls(model_storage, resource)

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """The corpus, which is not among Rasa's training files: when it changes, Rasa trains this component anew."""
        digest = hashlib.sha256()
        for path in sorted(CORPUS.glob("*.tsv")):
            digest.update(path.read_bytes())
        return digest.hexdigest()

    def train(self, training_data: TrainingData) -> Resource:
        dangerous = {question.text for question in told_questions() if question.level != NONE}
        near_danger = read_roles().near_danger
        asked = [
            example.get(TEXT)
            for example in training_data.intent_examples
            if example.get(TEXT) and example.get(INTENT) not in near_danger and not example.get(INTENT).startswith("dialog_")
        ]
        self._model.fit(read_messages(sorted(CORPUS.glob("*.tsv"))), [text for text in asked if text not in dangerous])
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
    ) -> DangerDetector:
        component = cls(model_storage, resource)
        with model_storage.read_from(resource) as folder:
            component._model.restore(*storage.load(folder))
        return component

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            text = (message.get(TEXT) or "")[:MAX_CHARS]
            if text and not text.startswith("/"):
                message.set("fare", asdict(self._read(text)), add_to_output=True)
        return messages

    def _read(self, text: str) -> Danger:
        if only_names_a_place(text):
            return NO_DANGER
        # «Hjelp!» before a question is no cry; what names its danger is one wherever it stands.
        cries = [cry for cry in map(read_cry, map(Utterance, clauses(text))) if cry and cry.kind in ACUTE]
        if cry := read_cry(Utterance(text)) or next(iter(cries), None):
            return cry
        if self._embedder is None:
            return self._model.read(text, None)
        danger, parts = self._model.read(text, self._embedder.embed(windows(text))), clauses(text)
        return replace(danger, asked=self._model.asked(self._embedder.embed(parts))) if parts and danger.level != NONE else danger
