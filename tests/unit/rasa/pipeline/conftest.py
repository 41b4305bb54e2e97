"""What Rasa hands its components, small."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.rasa.pipeline import corpus_learnt, e5_featurizer, topic_classifier
from bot.rasa.pipeline.ngram_featurizer import NgramFeaturizer
from bot.rasa.pipeline.topic_classifier import TopicClassifier

UTTERANCES = {
    "kvp": ("hva er kvp", "kvalifiseringsprogrammet", "kan jeg få kvp", "hvor lenge varer kvp", "søke om kvp"),
    "laerling": ("hvordan blir jeg lærling", "læreplass", "jeg vil bli lærling", "finne læreplass", "lærling som rørlegger"),
    "hilsen": ("hei", "hallo", "god dag", "heisann", "hei der"),
    "dialog_sted": ("et annet sted", "bytt sted"),
}


class Small:
    """A component made, trained and loaded as Rasa does it."""

    def __init__(self, folder: Path) -> None:
        self.context = ExecutionContext(GraphSchema({}), model_id="liten", node_name="prove")
        self.storage = LocalModelStorage.create(folder)
        self.resource = Resource("prove")
        self.data = TrainingData([Message.build(text, intent) for intent, texts in UTTERANCES.items() for text in texts])

    def make(self, kind: Any, **config: Any) -> Any:
        return kind.create({**kind.get_default_config(), **config}, self.storage, self.resource, self.context)

    def load(self, kind: Any, **config: Any) -> Any:
        return kind.load({**kind.get_default_config(), **config}, self.storage, self.resource, self.context)


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Small:
    for module in (corpus_learnt, e5_featurizer, topic_classifier):
        monkeypatch.setattr(module, "embeddings_on", lambda: False)
    return Small(tmp_path)


@pytest.fixture
def featurizer(small: Small) -> NgramFeaturizer:
    made: NgramFeaturizer = small.make(NgramFeaturizer, min_df=1)
    made.train(small.data)
    made.process_training_data(small.data)
    return made


@pytest.fixture
def classifier(small: Small, featurizer: NgramFeaturizer) -> TopicClassifier:
    made: TopicClassifier = small.make(TopicClassifier)
    made.train(small.data)
    return made
