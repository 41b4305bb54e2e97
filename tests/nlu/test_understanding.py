"""Understanding on utterances written apart from the training data; the floors only rise."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.evaluation.measures import report
from bot.evaluation.run import predict, read_utterances
from bot.settings import Settings

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def figures() -> dict[str, Any]:
    rows = [row for path in sorted(HERE.glob("heldout*.tsv")) for row in read_utterances(path)]
    return report(predict(rows, Settings.load()))


@pytest.mark.parametrize(
    ("figure", "floor"),
    [("top1", 0.84), ("top3", 0.94), ("hard_top1", 0.70), ("off_topic_rejected", 0.85), ("crisis_found", 1.0)],
)
def test_floor(figures: dict[str, Any], figure: str, floor: float) -> None:
    assert figures[figure] >= floor, figures["confusions"][:10]


@pytest.mark.parametrize("variant", ["nynorsk", "dialekt", "engelsk", "andrespråk"])
def test_no_way_of_writing_is_left_behind(figures: dict[str, Any], variant: str) -> None:
    assert figures["by_variant"][variant]["top3"] >= 0.90


def test_few_real_questions_are_rejected(figures: dict[str, Any]) -> None:
    assert figures["real_rejected"] <= 0.05


def test_probabilities_mean_what_they_say(figures: dict[str, Any]) -> None:
    assert figures["calibration_error"] <= 0.06
