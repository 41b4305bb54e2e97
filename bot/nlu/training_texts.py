"""The training utterances of data/nlu, without Rasa."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from bot.settings import ROOT

_ENTITY = re.compile(r"\[([^\]]+)\]\([^)]*\)")


def training_utterances(folder: Path = ROOT / "data" / "nlu", dialogue: bool = False) -> list[tuple[str, str]]:
    """(topic, text) of every training utterance; those that only steer the dialogue on request."""
    found = []
    for path in sorted(folder.glob("*/*.yml")):
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            lines = [line.strip()[2:] for line in block["examples"].splitlines() if line.strip().startswith("- ")]
            found += [(block["intent"], _ENTITY.sub(r"\1", line)) for line in lines]
    return [(topic, text) for topic, text in found if dialogue or not topic.startswith("dialog_")]
