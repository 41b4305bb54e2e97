"""Rasa importer: data/nlu/told beside the YAML, for every topic that the domain knows.

A topic that has questions but no content yet waits until it has.
"""

from __future__ import annotations

from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.questions import told_questions


class ToldImporter(RasaFileImporter):
    """Named in config.yml, so that plain `rasa` commands train on the same data."""

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        known = set(self.get_domain().intents)
        told = [Message.build(text=question.text, intent=question.topic) for question in told_questions() if question.topic in known]
        return super().get_nlu_data(language).merge(TrainingData(told))
