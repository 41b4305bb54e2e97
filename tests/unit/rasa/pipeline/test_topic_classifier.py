"""Topics are ranked, a second one is found, and what steers is never guessed."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.shared.nlu.training_data.message import Message

from bot.rasa.pipeline.ngram_featurizer import NgramFeaturizer
from bot.rasa.pipeline.segmenter import Segmenter
from bot.rasa.pipeline.topic_classifier import TopicClassifier
from tests.unit.rasa.pipeline.conftest import Small


def read(featurizer: NgramFeaturizer, classifier: TopicClassifier, text: str) -> Message:
    messages = Segmenter().process([Message({"text": text})])
    return classifier.process(featurizer.process(messages))[0]


def test_the_likeliest_topic_comes_first_and_what_steers_not_at_all(featurizer: NgramFeaturizer, classifier: TopicClassifier) -> None:
    message = read(featurizer, classifier, "jeg vil bli lærling")
    ranking = message.get("intent_ranking")
    assert message.get("intent") == ranking[0]
    assert ranking[0]["name"] == "laerling"
    assert {item["name"] for item in ranking} == {"kvp", "laerling", "hilsen"}
    assert sum(item["confidence"] for item in ranking) == pytest.approx(1, abs=1e-5)


def test_two_things_asked_are_answered_in_their_order(featurizer: NgramFeaturizer, classifier: TopicClassifier) -> None:
    message = read(featurizer, classifier, "hva er kvp? hvordan blir jeg lærling?")
    assert {message.get("intent")["name"], message.get("tema_to")} == {"kvp", "laerling"}


@pytest.mark.parametrize("text", ["hei der. hva er kvp?", "hva er kvp? kan jeg få kvp?", "hva er kvp"])
def test_a_greeting_or_the_same_again_makes_no_second(featurizer: NgramFeaturizer, classifier: TopicClassifier, text: str) -> None:
    assert read(featurizer, classifier, text).get("tema_to") is None


def test_a_loaded_one_ranks_the_same(small: Small, featurizer: NgramFeaturizer, classifier: TopicClassifier) -> None:
    text = "finne læreplass"
    loaded = small.load(TopicClassifier)
    assert read(featurizer, loaded, text).get("intent_ranking") == read(featurizer, classifier, text).get("intent_ranking")


@pytest.mark.parametrize(
    "wrong", [{"strength": 0}, {"temperature": -1}, {"dense_weight": "x"}, {"extra_weight": []}, {"extra_weight": {"kvp": 0}}]
)
def test_a_wrong_setting_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        TopicClassifier.validate_config({**TopicClassifier.get_default_config(), **wrong})
