"""The figures of an evaluation, from predictions alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

OFF_TOPIC = "utenfor_tema"
BINS = 10


@dataclass(frozen=True)
class Prediction:
    """One utterance: what it is about, and what was understood.

    Attributes:
        ranking: (topic, probability), best first.
        accepted: the assistant would answer or offer topics, not say that it does not understand.
    """

    topic: str
    text: str
    ranking: tuple[tuple[str, float], ...]
    accepted: bool
    variant: str = ""
    hard: bool = False

    @property
    def best(self) -> str:
        return self.ranking[0][0] if self.ranking else OFF_TOPIC

    @property
    def confidence(self) -> float:
        return self.ranking[0][1] if self.ranking else 0.0

    @property
    def right(self) -> bool:
        return self.best == self.topic

    def right_in(self, count: int) -> bool:
        """Whether the topic is among the `count` best."""
        return self.topic in [topic for topic, _ in self.ranking[:count]]


def share(predictions: Iterable[Prediction], test: Callable[[Prediction], bool]) -> float | None:
    """The share of predictions that pass a test, from 0 to 1; None for none."""
    listed = list(predictions)
    return round(sum(map(test, listed)) / len(listed), 4) if listed else None


def calibration_error(predictions: Sequence[Prediction]) -> float:
    """Expected calibration error over ten equal bins (Guo et al., 2017), from 0 to 1."""
    bins: dict[int, list[Prediction]] = defaultdict(list)
    for prediction in predictions:
        bins[min(BINS - 1, int(prediction.confidence * BINS))].append(prediction)
    gap = 0.0
    for members in bins.values():
        accuracy = sum(p.right for p in members) / len(members)
        confidence = sum(p.confidence for p in members) / len(members)
        gap += abs(accuracy - confidence) * len(members)
    return round(gap / max(1, len(predictions)), 4)


def curve(predictions: Sequence[Prediction]) -> list[dict[str, float | None]]:
    """Precision and coverage at each confidence threshold from 0 to 0.95."""
    points = []
    for step in range(20):
        threshold = step / 20
        answered = [p for p in predictions if p.confidence >= threshold]
        points.append(
            {
                "threshold": threshold,
                "coverage": round(len(answered) / max(1, len(predictions)), 4),
                "precision": share(answered, lambda p: p.right),
            }
        )
    return points


def report(predictions: Sequence[Prediction]) -> dict[str, Any]:
    """Every figure of an evaluation, ready for JSON."""
    real = [p for p in predictions if p.topic != OFF_TOPIC]
    off = [p for p in predictions if p.topic == OFF_TOPIC]
    confusions = Counter((p.topic, p.best) for p in predictions if not p.right)
    return {
        "utterances": len(predictions),
        "top1": share(predictions, lambda p: p.right),
        "top3": share(predictions, lambda p: p.right_in(3)),
        "hard_top1": share((p for p in predictions if p.hard), lambda p: p.right),
        "hard_top3": share((p for p in predictions if p.hard), lambda p: p.right_in(3)),
        "off_topic_rejected": share(off, lambda p: p.best == OFF_TOPIC or not p.accepted),
        "real_rejected": share(real, lambda p: p.best == OFF_TOPIC or not p.accepted),
        "crisis_found": share((p for p in predictions if p.topic == "krise"), lambda p: p.right),
        "calibration_error": calibration_error(predictions),
        "by_variant": {
            variant: _group([p for p in predictions if p.variant == variant])
            for variant in sorted({p.variant for p in predictions if p.variant})
        },
        "by_topic": {topic: _group([p for p in predictions if p.topic == topic]) for topic in sorted({p.topic for p in predictions})},
        "confusions": [{"topic": topic, "taken_for": other, "count": count} for (topic, other), count in confusions.most_common(20)],
        "curve": curve(predictions),
    }


def _group(members: Sequence[Prediction]) -> dict[str, Any]:
    return {
        "utterances": len(members),
        "top1": share(members, lambda p: p.right),
        "top3": share(members, lambda p: p.right_in(3)),
    }
