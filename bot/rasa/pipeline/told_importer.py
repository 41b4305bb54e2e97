"""Rasa importer: data/nlu/told and data/nlu/asked beside the YAML, for every topic that the domain knows.

A topic that has questions but no content yet waits until it has.
"""

from __future__ import annotations

from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.asked import asked_ways, questions
from bot.nlu.questions import told_questions

PART = "del"
"""What an example carries that asks one question of its topic: the question's id."""


class ToldImporter(RasaFileImporter):
    """Named in config.yml, so that plain `rasa` commands train on the same data."""

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        known = set(self.get_domain().intents)
        told = [Message.build(text=question.text, intent=question.topic) for question in told_questions() if question.topic in known]
        asked = [(Message.build(text=way.text, intent=way.topic), way.part) for way in (*questions(), *asked_ways()) if way.topic in known]
        for message, part in asked:
            message.set(PART, part)
        return super().get_nlu_data(language).merge(TrainingData([*told, *(message for message, _ in asked)]))
