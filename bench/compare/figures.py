"""What is told of every peer: each figure, its ratio to stock Rasa and to the floor, and the targets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

STOCK, FLOOR, OURS = "b", "d", "a"
AGAINST = (STOCK, FLOOR)


@dataclass(frozen=True)
class Row:
    """One figure of a peer.

    Attributes:
        path: where it stands in the peer's figures.
        digits: decimals shown.
        times: what the figure is multiplied by when it is shown.
    """

    name: str
    path: tuple[str, ...]
    digits: int = 1
    times: float = 1.0


ROWS = (
    Row("topic right, % of the held-out", ("understanding", "right"), 1, 100),
    Row("topic among three, %", ("understanding", "among_three"), 1, 100),
    Row("an answer, one client: p50, ms", ("latency", "1", "p50")),
    Row("p95, ms", ("latency", "1", "p95")),
    Row("p99, ms", ("latency", "1", "p99")),
    Row("an answer, eight clients: p50, ms", ("latency", "8", "p50")),
    Row("p95, ms, of eight", ("latency", "8", "p95")),
    Row("p99, ms, of eight", ("latency", "8", "p99")),
    Row("messages a second on one core, p95 ≤ 250 ms", ("throughput", "messages_per_s")),
    Row("ms of a core a message", ("throughput", "core_ms")),
    Row("start to first answer, s", ("start_s",)),
    Row("installed, MB", ("install", "megabytes")),
    Row("installing, s", ("install", "seconds")),
    Row("training, s", ("training", "seconds")),
    Row("training, s of a core", ("training", "core_seconds")),
    Row("training after one change, s", ("retraining", "seconds")),
    Row("after one change, s of a core", ("retraining", "core_seconds")),
    Row("resident, MB", ("memory_mb",), 0),
)


@dataclass(frozen=True)
class Target:
    """What was promised of Veivalg.

    Attributes:
        against: the peer it is a ratio to; None where it is the figure itself.
        limit: the most, or the least, that it may be.
        holds: what holds it where it is missed, and what it would take.
        least: True where more is better.
        difference: True where it is a difference, in the row's own unit, and no ratio.
    """

    name: str
    path: tuple[str, ...]
    limit: float
    holds: str
    against: str | None = STOCK
    least: bool = False
    difference: bool = False


ENCODER = (
    "two thirds of the processor time of understanding is the sentence encoder. Danger needs its reading of every message (n-grams alone hear "
    "97.2 of 100 where both hear 98.8, docs/decisions/0008-danger.md), and the topic uses the same reading: to leave it out where the n-grams are "
    "sure of the topic would save nothing. An encoder of 6 layers in place of 12, tuned to give the same vectors, would halve it; a message of "
    "many words would still cost more than stock Rasa's bag of words"
)
MEMORY = (
    "of some 640 MB the trained weights and the encoder hold 350, Rasa's own modules 120, answers and contacts 80. "
    "Weights in half precision, or mapped from a file that all replicas share, would take the most off"
)
START = (
    "reading and checking the content, importing Rasa, and unpacking and loading the model take about a third each. "
    "Content kept parsed and a model kept unpacked would halve it; Rasa's own import stays"
)
INSTALL = "what is left is Rasa's own: SciPy, scikit-learn, matplotlib and their like, and the encoder's weights (90 MB)"
LEARNING = "more and other training utterances for the topics that docs/understanding-measured.md shows to be weakest"

TARGETS = (
    Target("p50 ≤ ⅓ of stock Rasa", ("latency", "1", "p50"), 1 / 3, ENCODER),
    Target("p95 ≤ ⅓ of stock Rasa", ("latency", "1", "p95"), 1 / 3, ENCODER),
    Target("throughput ≥ 3 times stock Rasa", ("throughput", "messages_per_s"), 3, ENCODER, least=True),
    Target("memory ≤ ½ of stock Rasa", ("memory_mb",), 0.5, MEMORY),
    Target("start ≤ ⅓ of stock Rasa", ("start_s",), 1 / 3, START),
    Target("installed ≤ ½ of stock Rasa", ("install", "megabytes"), 0.5, INSTALL),
    Target("topic right ≥ 15 points above stock Rasa", ("understanding", "right"), 0.15, LEARNING, least=True, difference=True),
    Target("p50 ≤ 4 times the floor", ("latency", "1", "p50"), 4, ENCODER, against=FLOOR),
    Target("≥ 60 messages a second on a core", ("throughput", "messages_per_s"), 60, ENCODER, against=None, least=True),
)


def value(peer: dict[str, Any] | None, path: tuple[str, ...]) -> float | None:
    """A figure of a peer; None where it was not measured."""
    found: Any = peer
    for key in path:
        found = found.get(key) if isinstance(found, dict) else None
    return None if found is None else float(found)


def ratio(peers: dict[str, Any], key: str, path: tuple[str, ...], against: str) -> float | None:
    """A figure of one peer divided by that of another."""
    one, other = value(peers.get(key), path), value(peers.get(against), path)
    return None if one is None or not other else one / other


def judged(peers: dict[str, Any]) -> Iterator[tuple[Target, float | None, bool | None]]:
    """Each target with what was measured, and whether it is met."""
    for target in TARGETS:
        if target.against is None:
            found = value(peers.get(OURS), target.path)
        elif target.difference:
            ours, theirs = value(peers.get(OURS), target.path), value(peers.get(target.against), target.path)
            found = None if ours is None or theirs is None else ours - theirs
        else:
            found = ratio(peers, OURS, target.path, target.against)
        met = None if found is None else (found >= target.limit if target.least else found <= target.limit)
        yield target, found, met
