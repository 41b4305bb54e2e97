"""What else a message of danger tells is heard as other readers heard it (tests/danger/circumstances); the floors only rise."""

from __future__ import annotations

import pytest

from bot.language.danger import CIRCUMSTANCES
from bot.nlu.danger_corpus import read_circumstances
from bot.nlu.danger_model import DangerModel, windows
from bot.nlu.embeddings import shared_embedder
from bot.nlu.encoder import Heads
from bot.settings import ROOT

FILES = sorted((ROOT / "tests" / "danger" / "circumstances").glob("*.tsv"))
FLOORS = {
    "naa": (0.70, 0.80),
    "liv": (0.72, 0.76),
    "borte": (0.74, 0.62),
    "lokket": (0.60, 0.52),
    "over": (0.80, 0.48),
    "barn": (0.72, 0.56),
}
"""Precision and recall."""


@pytest.fixture(scope="module")
def heard() -> list[tuple[frozenset[str], tuple[str, ...]]]:
    model, embedder = DangerModel(Heads()), shared_embedder()
    return [(told, model._circumstances(embedder.embed(windows(text)))) for told, text in read_circumstances(FILES)]


@pytest.mark.parametrize("name", CIRCUMSTANCES)
def test_floor(heard: list[tuple[frozenset[str], tuple[str, ...]]], name: str) -> None:
    told = sum(name in wanted for wanted, _ in heard)
    found = sum(name in got for _, got in heard)
    right = sum(name in wanted and name in got for wanted, got in heard)
    print(f"{name}: precision {right / found:.2f}, recall {right / told:.2f} of {told}")
    assert right / found >= FLOORS[name][0]
    assert right / told >= FLOORS[name][1]
