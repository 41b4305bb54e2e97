"""Rasa component: mends slips of the thumb for the components that follow; the person's own words stay as they are (bot/nlu/spelling.py).

Place it first.
"""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.danger_corpus import CORPUS, read_messages
from bot.nlu.neutral import place_names
from bot.nlu.spelling import Speller
from bot.rasa.pipeline.corpus_learnt import CorpusLearnt
from bot.rasa.pipeline.features import MENDED


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=True)
class SpellingMender(CorpusLearnt):
    """Knows the words of the training data, of the danger corpus, and every place; has nothing to configure."""

    corpus = CORPUS

    def new_model(self) -> Speller:
        return Speller()

    def learn(self, training_data: TrainingData) -> None:
        asked = [example.get(TEXT) for example in training_data.intent_examples if example.get(TEXT)]
        told = [message.text for message in read_messages(sorted(CORPUS.glob("*.tsv")))]
        # Twice: a place that nobody has named yet is no slip.
        self._model.fit([*asked, *told, *place_names(), *place_names()])

    def read(self, message: Message, text: str) -> None:
        message.set(MENDED, self._model.mended(text))
