"""Rasa component: whether a message is about the talk itself, and how (bot/nlu/acts.py). Adds `akt` to the output where it is."""

from __future__ import annotations

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.acts import CORPUS, ActModel, told_acts
from bot.rasa.pipeline.corpus_learnt import CorpusLearnt


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class ActClassifier(CorpusLearnt):
    """Config:
    every: one in so many training utterances is learnt as no act.
    """

    corpus = CORPUS

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"every": 3}

    def new_model(self) -> ActModel:
        return ActModel()

    def learn(self, training_data: TrainingData) -> None:
        acts = told_acts()
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        asked = [example.get(TEXT) for example in examples if not example.get(INTENT).startswith("dialog_")]
        others = asked[:: self._config["every"]]
        vectors = self._embedder.embed([*(text for _, text in acts), *others]) if self._embedder else None
        self._model.fit(acts, others, vectors)

    def read(self, message: Message, text: str) -> None:
        if act := self._model.read(text, self._embedder.embed([text])[0] if self._embedder else None):
            message.set("akt", act, add_to_output=True)
