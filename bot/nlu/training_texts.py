"""The training utterances of data/nlu, without Rasa."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from bot.nlu.questions import read_questions
from bot.settings import ROOT
from bot.yaml_lines import read_yaml

NLU = ROOT / "data" / "nlu"
_ENTITY = re.compile(r"\[([^\]]+)\]\([^)]*\)")


def listed_utterances(folder: Path = NLU) -> list[tuple[str, str]]:
    """(topic, text) of the YAML alone, without those that only steer the dialogue."""
    return [(topic, text) for topic, text in _listed(folder) if not topic.startswith("dialog_")]


def training_utterances(folder: Path = NLU, dialogue: bool = False) -> list[tuple[str, str]]:
    """(topic, text) of every training utterance; those that only steer the dialogue on request.

    Topics to come, which are asked about in `told` and have no utterances of their own, are among them.
    """
    found = [*_listed(folder), *((question.topic, question.text) for question in read_questions(sorted(folder.glob("told/*.tsv"))))]
    return [(topic, text) for topic, text in found if dialogue or not topic.startswith("dialog_")]


def _listed(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.glob("*/*.yml")):
        for block in read_yaml(path).value["nlu"]:
            lines = [line.strip()[2:] for line in block["examples"].splitlines() if line.strip().startswith("- ")]
            yield from ((block["intent"], _ENTITY.sub(r"\1", line)) for line in lines)
