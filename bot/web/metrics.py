"""What is counted for Prometheus at `/metrics`. Every name and every value of a label is declared here or handed in; no text, no ids, no places.

Each process counts for itself; Prometheus adds the replicas up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, get_args

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector, disable_created_metrics, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, raw

from bot.app import Parts
from bot.dialogue.care import HEAVY
from bot.dialogue.certainty import Certainty
from bot.dialogue.understanding import OFF_TOPIC
from bot.privacy.mask import KINDS

SECONDS = "veivalg_answer_seconds"
COUNTERS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "veivalg_messages": ("Messages that were answered", ("kind",)),
    "veivalg_topics": ("Replies about a topic", ("topic",)),
    "veivalg_certainty": ("Texts by how sure the assistant was of their topic", ("step",)),
    "veivalg_danger_shown": ("Replies that show whom to reach in danger", ()),
    "veivalg_ratings": ("What people chose to say of an answer", ("topic", "rating")),
    "veivalg_masked": ("Personal data hidden in messages", ("kind",)),
    "veivalg_fallbacks": ("Replies that say that the message was not understood", ()),
    "veivalg_errors": ("Requests that were refused or failed", ("code",)),
}
"""Each counter: what it counts, and the names of its labels."""
RATINGS = ("helped", "not_asked", "hard", "missing", "wrong")
"""What can be said of an answer: that it helped, or what was wrong with it."""
BUCKETS = (0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1, 2, 5, 10, 30)
"""Seconds. One is what people are promised (docs/capacity.md); thirty is the longest a request may take."""

disable_created_metrics()


class UnknownMetricError(KeyError):
    """A name, a label or a value of a label that is not declared."""


class Metrics:
    """The counters of one process.

    Args:
        topics: the ids of the topics.
        codes: the codes of errors.
    """

    def __init__(self, topics: Iterable[str], codes: Iterable[str]) -> None:
        self._registry = CollectorRegistry()
        topics = frozenset(topics)
        self._values = {
            ("veivalg_messages", "kind"): frozenset(("text", "button")),
            ("veivalg_topics", "topic"): topics,
            ("veivalg_ratings", "topic"): topics,
            ("veivalg_ratings", "rating"): frozenset(RATINGS),
            ("veivalg_certainty", "step"): frozenset(get_args(Certainty)),
            ("veivalg_masked", "kind"): frozenset(KINDS),
            ("veivalg_errors", "code"): frozenset(codes),
        }
        self._counters = {name: Counter(name, told, labels, registry=self._registry) for name, (told, labels) in COUNTERS.items()}
        self._seconds = Histogram(SECONDS, "Seconds from a message to its answer", registry=self._registry, buckets=BUCKETS)
        ProcessCollector(registry=self._registry)  # memory, processor time and open files

    def count(self, name: str, **labels: str) -> None:
        """Count one.

        Raises:
            UnknownMetricError: it is not declared.
        """
        counter = self._counters.get(name)
        if counter is None or set(labels) != set(COUNTERS[name][1]):
            raise UnknownMetricError(name, *labels)
        for label, value in labels.items():
            if value not in self._values[name, label]:
                raise UnknownMetricError(name, label)
        (counter.labels(**labels) if labels else counter).inc()

    def answered(
        self, seconds: float, messages: Iterable[Mapping[str, Any]], certainty: Certainty | None, masked: Iterable[str] = ()
    ) -> None:
        """Count one message and its reply.

        Args:
            seconds: from the message to the answer.
            messages: the reply, as it is sent.
            certainty: how sure the assistant was of a text; None for a button.
            masked: the kinds of personal data that were hidden.
        """
        told = list(messages)
        self._seconds.observe(seconds)
        self.count("veivalg_messages", kind="text" if certainty else "button")
        if certainty:
            self.count("veivalg_certainty", step=certainty)
        topics = {message["topic"] for message in told if message.get("topic")}
        for topic in topics:
            self.count("veivalg_topics", topic=topic)
        if OFF_TOPIC in topics:
            self.count("veivalg_fallbacks")
        if any(message.get("help") for message in told):
            self.count("veivalg_danger_shown")
        for kind in masked:
            self.count("veivalg_masked", kind=kind)

    def rated(self, topic: str, rating: str) -> bool:
        """Count what somebody chose to say of an answer; False when there is no such topic or choice, and nothing is counted."""
        try:
            self.count("veivalg_ratings", topic=topic, rating=rating)
        except UnknownMetricError:
            return False
        return True

    def as_text(self) -> bytes:
        """Everything as Prometheus reads it."""
        return generate_latest(self._registry)


def metrics_of(parts: Parts) -> Metrics:
    """New counters for today's topics and errors."""
    return Metrics((*(topic.id for topic in parts.library), HEAVY), parts.error_texts.starting_with(("",), "nb"))


def metrics_page(metrics: Metrics) -> Blueprint:
    """`/metrics`."""
    routes = Blueprint("metrics")

    @routes.route("/metrics", methods=["GET", "HEAD"])
    async def page(request: Request) -> HTTPResponse:
        return raw(metrics.as_text(), content_type=CONTENT_TYPE_PLAIN_0_0_4, headers={"Cache-Control": "no-store"})

    return routes
