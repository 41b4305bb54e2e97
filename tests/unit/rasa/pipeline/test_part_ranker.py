"""Examples that carry a question are learnt from, and a message is given the questions it may ask."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.rasa.pipeline.ngram_featurizer import NgramFeaturizer
from bot.rasa.pipeline.part_ranker import PartRanker
from bot.rasa.pipeline.told_importer import PART
from tests.unit.rasa.pipeline.conftest import Small

WAYS = {
    "lenge": ("hvor lenge varer kvp", "hvor mange år varer kvp", "hvor lenge"),
    "faa": ("kan jeg få kvp", "hvem kan få kvp", "får jeg kvp"),
}


@pytest.fixture
def ranker(small: Small, featurizer: NgramFeaturizer) -> PartRanker:
    ways = [Message.build(text, "kvp") for texts in WAYS.values() for text in texts]
    for way, part in zip(ways, [part for part, texts in WAYS.items() for _ in texts], strict=True):
        way.set(PART, part)
    featurizer.process(ways)
    made: PartRanker = small.make(PartRanker)
    made.train(TrainingData([*small.data.training_examples, *ways]))
    return made


def asked(featurizer: NgramFeaturizer, ranker: PartRanker, text: str) -> Any:
    message = Message({"text": text, "intent_ranking": [{"name": "kvp", "confidence": 0.9}]})
    return ranker.process(featurizer.process([message]))[0].get("svar")


def test_the_question_that_is_asked_comes_first(small: Small, featurizer: NgramFeaturizer, ranker: PartRanker) -> None:
    found = asked(featurizer, ranker, "hvor lenge varer det")
    assert (found[0]["tema"], found[0]["svar"]) == ("kvp", "lenge")
    assert 0 < found[0]["confidence"] <= 1
    assert asked(featurizer, small.load(PartRanker), "hvor lenge varer det")[0]["svar"] == "lenge"


def test_a_button_asks_nothing_anew(featurizer: NgramFeaturizer, ranker: PartRanker) -> None:
    assert asked(featurizer, ranker, '/kvp{"svar": "lenge"}') is None


def test_without_questions_it_finds_none(small: Small, featurizer: NgramFeaturizer) -> None:
    made: PartRanker = small.make(PartRanker)
    made.train(small.data)
    assert asked(featurizer, made, "hvor lenge varer kvp") == []


@pytest.mark.parametrize("wrong", [{"none": 1}, {"none": "x"}, {"temperature": 0.0}, {"temperature": -0.1}, {"temperature": "x"}])
def test_a_wrong_setting_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        PartRanker.validate_config(wrong)
