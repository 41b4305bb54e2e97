"""A component that learns from a corpus is trained anew when the corpus changes, and kept without pickle."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.rasa.pipeline.corpus_learnt import CorpusLearnt
from tests.unit.rasa.pipeline.conftest import Small


class Model:
    learnt = 0

    def parts(self) -> tuple[dict[str, np.ndarray], dict[str, Any]]:
        return {}, {"learnt": self.learnt}

    def restore(self, arrays: dict[str, np.ndarray], values: dict[str, Any]) -> None:
        self.learnt = values["learnt"]


class Counting(CorpusLearnt):
    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {}

    def new_model(self) -> Model:
        return Model()

    def learn(self, training_data: TrainingData) -> None:
        self._model.learnt = len(training_data.intent_examples)

    def read(self, message: Message, text: str) -> None:
        message.set("lest", f"{text} {self._model.learnt}")


def test_what_was_learnt_is_stored_and_only_free_text_is_read(small: Small) -> None:
    small.make(Counting).train(small.data)
    messages = small.load(Counting).process([Message({"text": text}) for text in ("hei", "/kvp", "")])
    assert [message.get("lest") for message in messages] == [f"hei {len(small.data.intent_examples)}", None, None]


def test_its_fingerprint_is_the_corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Counting, "corpus", tmp_path, raising=False)
    seen = [Counting.fingerprint_addon({})]
    for name in ("a.tsv", "b.tsv", "notes.md"):
        (tmp_path / name).write_text(name, encoding="utf-8")
        seen.append(Counting.fingerprint_addon({}))
    assert len(set(seen[:3])) == 3
    assert seen[3] == seen[2], "what is no corpus file changes nothing"
