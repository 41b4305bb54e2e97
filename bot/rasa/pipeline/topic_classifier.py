"""Rasa intent classifier: linear support vectors on n-grams and embeddings side by side.

What was compared, and why this won: docs/decisions/0005-classifier.md.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import scipy.sparse
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.featurizers.featurizer import Featurizer
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.content.roles import read_roles
from bot.nlu import storage
from bot.nlu.embeddings import embeddings_on
from bot.nlu.encoder import Heads
from bot.nlu.margins import fit_margins, pooled, probabilities
from bot.nlu.second import two_topics
from bot.rasa.pipeline.features import centred, dense, sparse
from bot.rasa.pipeline.segmenter import SEGMENTS, with_segments
from bot.rasa.pipeline.told_importer import LEANS, WAY

VAGUE = frozenset({"hva_kan_du", "finn_kontakt"})
"""What a part that names nothing is taken for, «hva gjør jeg», «hvem kan jeg snakke med»: it makes no message about two things."""
RANKING_LENGTH = 10


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class TopicClassifier(IntentClassifier, GraphComponent):
    """Ranks topics with calibrated probabilities, and finds a second topic in the same message.

    Config:
        dense_weight: how much the (centred, unit-length) embedding counts against the n-grams.
        strength: inverse of the L2 penalty.
        asked_weight: what an example counts that asks one question of its topic: there are many, and often without the topic's own words.
        extra_weight: intents that count more than the others in training, and how many times: off-topic has no centre
            of its own, and wants many examples that all count.
        temperature: the probabilities' softness, fitted by cross-validation (bench/calibration.py); below 1 is surer.
        own_weight, head_weight: how much the logarithm of a topic's probability counts, to the support vectors and to the encoder's own
            classifier (bot/nlu/margins.py, `pooled`); 1 and 0 leave the encoder's out.
        leave_out: intents starting with one of these are never guessed: they steer the dialogue, or are found in another way.
    """

    @classmethod
    def required_components(cls) -> list[type]:
        return [Featurizer]

    @staticmethod
    def required_packages() -> list[str]:
        return ["sklearn"]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {
            "dense_weight": 1.0,
            "strength": 0.6,
            "temperature": 0.2,
            "own_weight": 0.8,
            "head_weight": 0.4,
            "asked_weight": 0.3,
            "extra_weight": {},
            "leave_out": ["dialog_"],
        }

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._model_storage = model_storage
        self._resource = resource
        self._labels: list[str] = []
        self._weights = np.zeros((0, 0), np.float32)
        self._bias = np.zeros(0, np.float32)
        self._centre = np.zeros(0, np.float32)
        self._asides: frozenset[int] = frozenset()
        self._heads = Heads() if embeddings_on() else None

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> TopicClassifier:
        return cls(config, model_storage, resource)

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        for key in ("dense_weight", "strength", "temperature", "asked_weight", "own_weight"):
            if not isinstance(config.get(key, 1.0), (int, float)) or config.get(key, 1.0) <= 0:
                raise ValueError(f"TopicClassifier: {key} must be a positive number")
        if not isinstance(config.get("head_weight", 0.4), (int, float)) or config.get("head_weight", 0.4) < 0:
            raise ValueError("TopicClassifier: head_weight must not be negative")
        extra = config.get("extra_weight", {})
        if not isinstance(extra, dict) or not all(isinstance(times, (int, float)) and times > 0 for times in extra.values()):
            raise ValueError("TopicClassifier: extra_weight must give each intent a positive number")

    def train(self, training_data: TrainingData) -> Resource:
        examples = [
            example
            for example in training_data.intent_examples
            if example.get(TEXT) and not example.get(LEANS) and not example.get(INTENT).startswith(tuple(self._config["leave_out"]))
        ]
        names = [example.get(INTENT) for example in examples]
        self._name(sorted(set(names)))
        self._centre = dense(examples).mean(axis=0)
        features = self._features(examples)
        index = {label: number for number, label in enumerate(self._labels)}
        targets = np.array([index[name] for name in names])
        weight = np.array([self._config["asked_weight"] if example.get(WAY) else 1.0 for example in examples])
        self._weights, self._bias = fit_margins(features, targets, len(self._labels), self._config["strength"], self._extra(index), weight)
        with self._model_storage.write_to(self._resource) as folder:
            arrays = {"weights": self._weights, "bias": self._bias, "centre": self._centre}
            storage.save(folder, arrays, {"labels": self._labels})
        return self._resource

    def _extra(self, index: dict[str, int]) -> dict[int, float]:
        return {index[name]: float(times) for name, times in self._config["extra_weight"].items() if name in index}

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> TopicClassifier:
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            arrays, values = storage.load(folder)
        component._weights, component._bias, component._centre = arrays["weights"], arrays["bias"], arrays["centre"]
        component._name(values["labels"])
        return component

    def _name(self, labels: list[str]) -> None:
        """What the rows of the weights stand for."""
        asides = read_roles().having("hoflighet", "utenfor") | VAGUE
        self._labels = labels
        self._asides = frozenset(number for number, label in enumerate(labels) if label in asides)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        everything = with_segments(messages)
        probabilities = self._probabilities(everything)
        for number, message in enumerate(messages):
            probabilities[number] = self._pooled(message, probabilities[number])
        for message, row in zip(messages, probabilities, strict=False):
            ranking = [{"name": self._labels[i], "confidence": float(row[i])} for i in np.argsort(-row)[:RANKING_LENGTH]]
            message.set("intent", ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
        by_id = {id(message): row for message, row in zip(everything, probabilities, strict=True)}
        for message in messages:
            rows = [by_id[id(segment)] for segment in message.get(SEGMENTS) or ()]
            self._second(message, by_id[id(message)], rows)
            if (leans := self._leans(message)) is not None:
                message.set("lener", leans, add_to_output=True)
        return messages

    def _second(self, message: Message, whole: np.ndarray, rows: list[np.ndarray]) -> None:
        """Say which other topic a message asks about too, and which of the two is answered first."""
        by_head, asks_two = self._by_head(message)
        asked = ["?" in (segment.get(TEXT) or "") for segment in message.get(SEGMENTS) or ()]
        words = len((message.get(TEXT) or "").split())
        found = two_topics(whole, rows, by_head, asks_two, self._asides, questions=asked, words=words)
        if found is None:
            return
        first, second = found
        message.set("tema_to", self._labels[second], add_to_output=True)
        if first != int(whole.argmax()):
            ranking = message.get("intent_ranking")
            intent = {"name": self._labels[first], "confidence": float(whole.max())}
            message.set("intent", intent, add_to_output=True)
            others = [item for item in ranking if item["name"] != intent["name"]]
            message.set("intent_ranking", [intent, *others][:RANKING_LENGTH], add_to_output=True)

    def _leans(self, message: Message) -> float | None:
        """How probable it is that a message leans on what was said before it; None without an encoder."""
        vector = dense([message])
        return float(self._heads.probabilities("leans", vector)[0, 1]) if self._heads is not None and vector.any() else None

    def _by_head(self, message: Message) -> tuple[np.ndarray | None, float]:
        """The encoder's own view: probabilities in the order of the labels, and of two questions; without an encoder two are as likely as not."""
        vector = dense([message])
        if self._heads is None or not vector.any():
            return None, 1.0
        topics = dict(zip(self._heads.classes("topic"), self._heads.probabilities("topic", vector)[0], strict=True))
        known = np.array([topics.get(label, 0.0) for label in self._labels])
        return known, float(self._heads.probabilities("two", vector)[0, 1])

    def _pooled(self, message: Message, own: np.ndarray) -> np.ndarray:
        """With what the encoder thinks of the message; it keeps silent of topics that it was not tuned on."""
        by_head, _ = self._by_head(message)
        if by_head is None:
            return own
        return pooled(own, np.where(by_head > 0, by_head, own), self._config["own_weight"], self._config["head_weight"])

    def _probabilities(self, messages: list[Message]) -> np.ndarray:
        margins = np.asarray(self._features(messages) @ self._weights.T) + self._bias
        return probabilities(margins, self._config["temperature"])

    def _features(self, messages: list[Message]) -> scipy.sparse.csr_matrix:
        ngrams, vectors = sparse(messages), dense(messages)
        blocks = [] if ngrams is None else [ngrams]
        if vectors.shape[1]:
            blocks.append(scipy.sparse.csr_matrix(self._config["dense_weight"] * centred(vectors, self._centre)))
        return scipy.sparse.hstack(blocks, format="csr", dtype=np.float32)
