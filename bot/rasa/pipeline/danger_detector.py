"""Rasa component: what a message tells of danger, learnt from data/danger.

Adds `fare` to the output: level, kind, other, suspicious, question. Place it after the featurizers.
"""

from __future__ import annotations

from dataclasses import asdict, replace

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.content.roles import read_roles
from bot.language.age_alone import tells_an_age_alone
from bot.language.cries import read_cry
from bot.language.danger import NO_DANGER, Danger
from bot.language.utterance import Utterance
from bot.nlu.danger_corpus import ACUTE, CORPUS, NONE, read_messages
from bot.nlu.danger_model import DangerModel, clauses, windows
from bot.nlu.encoder import Heads
from bot.nlu.neutral import only_names_a_place
from bot.nlu.questions import told_questions
from bot.rasa.pipeline.corpus_learnt import CorpusLearnt

MAX_CHARS = 1000


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class DangerDetector(CorpusLearnt):
    """Has nothing to configure."""

    corpus = CORPUS
    without_engine = True

    def new_model(self) -> DangerModel:
        return DangerModel(Heads() if self._embedder else None)

    def learn(self, training_data: TrainingData) -> None:
        dangerous = {question.text for question in told_questions() if question.level != NONE}
        near_danger = read_roles().near_danger
        asked = [
            example.get(TEXT)
            for example in training_data.intent_examples
            if example.get(TEXT) and example.get(INTENT) not in near_danger and not example.get(INTENT).startswith("dialog_")
        ]
        self._model.fit(read_messages(sorted(CORPUS.glob("*.tsv"))), [text for text in asked if text not in dangerous])

    def read(self, message: Message, text: str) -> None:
        message.set("fare", asdict(self._read(text[:MAX_CHARS])), add_to_output=True)

    def _read(self, text: str) -> Danger:
        if only_names_a_place(text) or tells_an_age_alone(text):
            return NO_DANGER
        # «Hjelp!» before a question is no cry; what names its danger is one wherever it stands.
        cries = [cry for cry in map(read_cry, map(Utterance, clauses(text))) if cry and cry.kind in ACUTE]
        if cry := read_cry(Utterance(text)) or next(iter(cries), None):
            return cry
        if not any(character.isalnum() for character in text):  # «🙋»: no word to hear danger in
            return NO_DANGER
        if self._embedder is None:
            return self._model.read(text, None)
        danger, parts = self._model.read(text, self._embedder.embed(windows(text))), clauses(text)
        return replace(danger, asked=self._model.asked(self._embedder.embed(parts))) if parts and danger.level != NONE else danger
