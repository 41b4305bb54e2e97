"""Each message and each of its parts gets its sentence vector; where there is no encoder, none does."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from rasa.shared.nlu.training_data.message import Message

from bot.rasa.pipeline import e5_featurizer
from bot.rasa.pipeline.e5_featurizer import E5Featurizer
from bot.rasa.pipeline.segmenter import SEGMENTS, Segmenter
from tests.unit.rasa.pipeline.conftest import Small


class Embedder:
    """A vector for each text: its length."""

    warmed = 0

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        return np.array([[len(text)] for text in texts], np.float32)

    def warm(self, texts: Sequence[str]) -> int:
        self.warmed += len(texts)
        return len(texts)


def vector(message: Message) -> float:
    return float(message.get_dense_features("text")[1].features[0, 0])


def test_a_message_and_its_parts(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    embedder = Embedder()
    monkeypatch.setattr(e5_featurizer, "embeddings_on", lambda: True)
    monkeypatch.setattr(e5_featurizer, "shared_embedder", lambda: embedder)
    featurizer = small.make(E5Featurizer)
    (message,) = featurizer.process(Segmenter().process([Message({"text": "hva er kvp? hva er aap?"})]))
    assert vector(message) == 23
    assert [vector(segment) for segment in message.get(SEGMENTS)] == [11, 11]
    featurizer.process_training_data(small.data)
    assert embedder.warmed == len(small.data.training_examples)
    assert vector(small.data.training_examples[0]) == len("hva er kvp")


class OneThing:
    """A head that takes every message for one question."""

    def probabilities(self, head: str, vectors: np.ndarray) -> np.ndarray:
        return np.array([[0.99, 0.01]] * len(vectors), np.float32)


def test_the_parts_of_what_hardly_asks_two_things_are_not_read(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(e5_featurizer, "embeddings_on", lambda: True)
    monkeypatch.setattr(e5_featurizer, "shared_embedder", Embedder)
    monkeypatch.setattr(e5_featurizer, "Heads", OneThing)
    told, asked = small.make(E5Featurizer).process(
        Segmenter().process([Message({"text": "jeg gikk ut i fjor. kan jeg søke nå"}), Message({"text": "hva er kvp? hva er aap?"})])
    )
    assert vector(told) == 35
    assert told.get(SEGMENTS) == ()
    assert len(asked.get(SEGMENTS)) == 2


def test_without_an_encoder_messages_pass_as_they_are(small: Small) -> None:
    (message,) = small.make(E5Featurizer).process([Message({"text": "hei"})])
    assert message.get_dense_features("text") == (None, None)
