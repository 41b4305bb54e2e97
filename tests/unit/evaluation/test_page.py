"""The page of measured understanding has every figure, and a dash where there is none."""

from __future__ import annotations

from bot.evaluation.danger import Answered, figures
from bot.evaluation.measures import Prediction, report
from bot.evaluation.page import page
from bot.nlu.danger_corpus import Told

FOUND = report(
    [
        Prediction("kvp", "x", (("kvp", 0.9),), True, "nb"),
        Prediction("aap", "x", (("kvp", 0.6), ("aap", 0.2)), True, "nn"),
    ]
)
WORSE = {"typos": {"top1": 0.25, "top3": None}}


def test_every_part_is_there() -> None:
    lines = page(FOUND, WORSE, "veivalg-1").splitlines()
    assert "2 utterances, model `veivalg-1`. All figures are per cent." in lines
    assert "| all | 50.0 | 100.0 |" in lines
    assert "| topic only implied | – | – |" in lines
    assert "| nn (1) | 0.0 | 100.0 |" in lines
    assert "| typos | 25.0 | – |" in lines
    assert "| aap | kvp | 1 |" in lines
    assert lines.index("| aap | 1 | 0.0 | 100.0 |") < lines.index("| kvp | 1 | 100.0 | 100.0 |"), "the weakest topic first"
    assert "## Danger" not in lines


def test_danger_is_told_with_each_way_of_disturbing() -> None:
    message = Told("akutt", "vold", "nb", True, False, "", "x", "w")
    found = figures(
        [Answered(message, True, True, True, False, "vold", False), Answered(message, False, False, False, True, "ingen", False)]
    )
    lines = page(FOUND, WORSE, "m", {**found, "ways": {"shouted": found}}).splitlines()
    assert "| acute: help shown | 50.0 |" in lines
    assert "| shouted | 50.0 | 50.0 | – |" in lines
    assert "| stock lines to acute or heavy messages (number) | 1 |" in lines
    assert "| vold | 2 | 50.0 |" in lines
