"""Insults are found; swearing about one's situation is not taken for one."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from bot.language.abuse import is_insult
from bot.language.utterance import Utterance

CORPUS = Path(__file__).parent / "insults.tsv"


def rows() -> list[tuple[str, bool]]:
    with CORPUS.open(encoding="utf-8", newline="") as file:
        return [(row["text"], row["insult"] == "1") for row in csv.DictReader(file, delimiter="\t")]


@pytest.mark.parametrize(("text", "insult"), rows())
def test_told_apart(text: str, insult: bool) -> None:
    assert is_insult(Utterance(text)) is insult
