"""The figures of an evaluation, counted by hand."""

from __future__ import annotations

import pytest

from bot.evaluation.measures import Prediction, calibration_error, curve, report, share


def told(topic: str, *ranking: tuple[str, float], accepted: bool = True, variant: str = "nb", hard: bool = False) -> Prediction:
    return Prediction(topic, "x", ranking, accepted, variant, hard)


FOUR = (
    told("kvp", ("kvp", 0.9), ("aap", 0.1)),
    told("kvp", ("aap", 0.6), ("kvp", 0.3), variant="nn", hard=True),
    told("krise", ("krise", 1.0)),
    told("utenfor_tema", ("kvp", 0.1), accepted=False),
)


def test_each_share_counts_its_own() -> None:
    found = report(FOUR)
    assert (found["utterances"], found["top1"], found["top3"]) == (4, 0.5, 0.75)
    assert (found["hard_top1"], found["hard_top3"]) == (0.0, 1.0)
    assert (found["off_topic_rejected"], found["real_rejected"], found["crisis_found"]) == (1.0, 0.0, 1.0)
    assert found["by_variant"] == {
        "nb": {"utterances": 3, "top1": 0.6667, "top3": 0.6667},
        "nn": {"utterances": 1, "top1": 0.0, "top3": 1.0},
    }
    assert found["by_topic"]["kvp"] == {"utterances": 2, "top1": 0.5, "top3": 1.0}
    assert {"topic": "kvp", "taken_for": "aap", "count": 1} in found["confusions"]


def test_a_share_of_nothing_is_none_and_no_ranking_is_off_topic() -> None:
    assert share([], lambda _: True) is None
    assert told("utenfor_tema").right
    assert told("utenfor_tema").confidence == 0.0


def test_coverage_falls_as_the_threshold_rises() -> None:
    points = curve(FOUR)
    assert [point["threshold"] for point in points[:2]] == [0.0, 0.05]
    assert (points[0]["coverage"], points[0]["precision"]) == (1.0, 0.5)
    assert (points[13]["coverage"], points[13]["precision"]) == (0.5, 1.0)
    coverage = [point["coverage"] for point in points]
    assert coverage == sorted(coverage, reverse=True)  # type: ignore[type-var]


def test_somebody_always_sure_and_half_right_is_half_wrong() -> None:
    assert calibration_error([told("a", ("a", 1.0)), told("a", ("b", 1.0))]) == pytest.approx(0.5)
    assert calibration_error([]) == 0.0
