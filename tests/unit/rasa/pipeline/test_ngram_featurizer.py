"""Messages and their parts get the n-grams seen in training; a loaded featurizer gives the same."""

from __future__ import annotations

import numpy as np
import pytest
from rasa.shared.nlu.training_data.message import Message

from bot.rasa.pipeline.ngram_featurizer import NgramFeaturizer
from bot.rasa.pipeline.segmenter import SEGMENTS, Segmenter
from tests.unit.rasa.pipeline.conftest import Small


def features(featurizer: NgramFeaturizer, text: str) -> np.ndarray:
    (message,) = Segmenter().process([Message({"text": text})])
    featurizer.process([message])
    for segment in message.get(SEGMENTS):
        assert segment.get_sparse_features("text")[1] is not None
    return np.asarray(message.get_sparse_features("text")[1].features.todense())


def test_a_loaded_one_gives_the_same(small: Small, featurizer: NgramFeaturizer) -> None:
    loaded = small.load(NgramFeaturizer, min_df=1)
    text = "hva er kvp? hvordan blir jeg lærling?"
    assert features(featurizer, text).any()
    assert np.allclose(features(featurizer, text), features(loaded, text))
    assert not features(loaded, "QQQ").any()


@pytest.mark.parametrize("min_df", [0, -1, 1.5, "2", None])
def test_a_wrong_setting_is_refused(min_df: object) -> None:
    with pytest.raises(ValueError, match="min_df"):
        NgramFeaturizer.validate_config({"min_df": min_df})
