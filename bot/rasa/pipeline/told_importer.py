"""Rasa importer: data/nlu/told, data/nlu/asked and data/nlu/follow_ups beside the YAML, for every topic that the domain knows.

A topic that has questions but no content yet waits until it has.
"""

from __future__ import annotations

from typing import Any

from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.common import cached_method

from bot.nlu.asked import asked_ways, follow_ups, questions
from bot.nlu.questions import told_questions

PART = "del"
"""What of its topic answers an example: a question's id, a facet, or the short answer."""
WAY = "maate"
"""Set on an example that was written as a way to ask that question, and for nothing else."""
LEANS = "lener"
"""Set on an example that leans on what was said before: it tells which question of a topic it is, and not which topic."""


class ToldImporter(RasaFileImporter):
    """Named in config.yml, so that plain `rasa` commands train on the same data."""

    @cached_method  # Rasa asks three times, and merges copies
    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        known = set(self.get_domain().intents)
        told = [_example(asked.text, asked.topic, asked.answered_by) for asked in told_questions() if asked.topic in known]
        ways = [_example(way.text, way.topic, way.part, way=True) for way in (*questions(), *asked_ways()) if way.topic in known]
        follow = [_example(way.text, way.topic, way.part, leans=True) for way in follow_ups() if way.topic in known]
        return super().get_nlu_data(language).merge(TrainingData([*told, *ways, *follow]))


class _Example(Message):
    """A message that Rasa copies and sanitizes half a dozen times while it merges, at little cost; it is the same message."""

    def __deepcopy__(self, memo: dict[int, Any]) -> _Example:
        copied = _Example(self.data, set(self.output_properties), self.time, list(self.features))  # strings, so far
        copied._cached_fingerprint = self._cached_fingerprint
        return copied

    def set(self, prop: str, info: Any, add_to_output: bool = False) -> None:
        if add_to_output or self.data.get(prop, self) != info:
            super().set(prop, info, add_to_output)


def _example(text: str, topic: str, part: str | None, way: bool = False, leans: bool = False) -> Message:
    message = _Example({TEXT: text, INTENT: topic})
    if part:
        message.set(PART, part)
    if way:
        message.set(WAY, way)
    if leans:
        message.set(LEANS, leans)
    return message
