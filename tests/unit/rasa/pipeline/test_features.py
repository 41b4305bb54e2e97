"""Features of several messages become matrices; what is not in the pipeline is left out."""

from __future__ import annotations

import numpy as np
from rasa.shared.nlu.training_data.message import Message

from bot.rasa.pipeline.features import centred, dense, sparse
from bot.rasa.pipeline.ngram_featurizer import NgramFeaturizer


def test_a_row_for_each_message(featurizer: NgramFeaturizer) -> None:
    messages = featurizer.process([Message({"text": "hva er kvp"}), Message({"text": "finne læreplass"})])
    found = sparse(messages)
    assert found is not None
    assert found.shape[0] == 2
    assert dense(messages).shape == (2, 0)


def test_nothing_to_stack() -> None:
    assert sparse([]) is None
    assert sparse([Message({"text": "hei"})]) is None


def test_what_says_nothing_stays_zero() -> None:
    moved = centred(np.array([[1.0, 0.0], [0.0, 0.0]], np.float32), np.array([0.5, 0.5], np.float32))
    assert np.allclose(moved, [[0.7071, -0.7071], [0, 0]], atol=1e-4)
