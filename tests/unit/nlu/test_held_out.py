"""What understanding is measured on stands in nothing it learns from."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from bot.nlu.acts import ACTS, told_acts
from bot.nlu.questions import told_questions
from bot.nlu.training_texts import listed_utterances
from bot.yaml_lines import read_yaml

SETS = Path(__file__).resolve().parents[2] / "nlu"
FEWEST_WORDS = 3
"""Shorter texts are everybody's."""


def alike(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower().replace("\\n", " ")))


def column(path: Path, name: str = "text") -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return [row[name] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def said(path: Path) -> list[str]:
    return [turn["say"] for talk in read_yaml(path).value for turn in talk["turns"]]


LEARNT = {
    "acts": lambda: [text for _, text in told_acts()],
    "questions": lambda: [question.text for question in told_questions()],
    "utterances": lambda: [text for _, text in listed_utterances()],
}
MEASURED = {
    "acts": lambda: column(SETS / "acts" / "heldout.tsv"),
    "questions": lambda: [text for path in sorted((SETS / "told").glob("*.tsv")) for text in column(path)],
}


@pytest.mark.parametrize("measured", MEASURED)
@pytest.mark.parametrize("learnt", ["acts", "questions"])
def test_no_text_stands_in_both(measured: str, learnt: str) -> None:
    held = {alike(text) for text in MEASURED[measured]() if len(alike(text).split()) >= FEWEST_WORDS}
    assert len(held) > 100
    assert held & {alike(text) for text in LEARNT[learnt]()} == set()


def test_no_story_of_a_conversation_is_learnt() -> None:
    held = {alike(text) for path in sorted((SETS / "talks").glob("*.yml")) for text in said(path) if len(text.split()) >= 6}
    assert len(held) > 100
    assert held & {alike(text) for learnt in LEARNT.values() for text in learnt()} == set()


def test_every_act_is_told_by_several_writers() -> None:
    told = [act for act, _ in told_acts()]
    assert min(told.count(act) for act in ACTS) >= 50
