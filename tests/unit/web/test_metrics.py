"""What is counted has a declared name, and says nothing of anybody."""

from __future__ import annotations

from typing import Any

import pytest
import requests
from prometheus_client.parser import text_string_to_metric_families

from bot.web.metrics import COUNTERS, Metrics, UnknownMetricError, metrics_of, metrics_page
from bot.web.problems import install
from tests.parts import PARTS
from tests.unit.serving import served


@pytest.fixture
def metrics() -> Metrics:
    return Metrics(["kvp", "utenfor_tema"], ["busy"])


def counted(text: str) -> dict[tuple[str, ...], float]:
    """Each sample of ours, by its name and the values of its labels."""
    found = {}
    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            found[(sample.name, *sample.labels.values())] = sample.value
    return found


def message(**fields: Any) -> dict[str, Any]:
    return {"topic": None, "help": [], **fields}


def test_a_reply_is_counted_once_for_each_thing_it_is(metrics: Metrics) -> None:
    metrics.answered(0.08, [message(topic="kvp"), message(topic="kvp")], "sure", ("navn", "telefon"))
    metrics.answered(0.3, [message(help=[{"phone": "113"}])], None)
    metrics.answered(3.0, [message(topic="utenfor_tema")], "lost")
    found = counted(metrics.as_text().decode())
    assert found["veivalg_messages_total", "text"] == 2
    assert found["veivalg_messages_total", "button"] == 1
    assert found["veivalg_topics_total", "kvp"] == 1
    assert found["veivalg_certainty_total", "sure"] == found["veivalg_certainty_total", "lost"] == 1
    assert found["veivalg_danger_shown_total",] == 1
    assert found["veivalg_masked_total", "navn"] == found["veivalg_masked_total", "telefon"] == 1
    assert found["veivalg_fallbacks_total",] == 1
    assert (found["veivalg_answer_seconds_count",], found["veivalg_answer_seconds_bucket", "0.1"]) == (3, 1)
    assert found["process_resident_memory_bytes",] > 1_000_000


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("veivalg_sessions", {}),
        ("veivalg_topics", {}),
        ("veivalg_topics", {"topic": "jeg heter Kari"}),
        ("veivalg_topics", {"topic": "kvp", "session": "x"}),
        ("veivalg_errors", {"code": "unknown"}),
        ("veivalg_ratings", {"topic": "kvp", "rating": "dårlig"}),
        ("veivalg_danger_shown", {"kind": "selvmord"}),
    ],
)
def test_what_is_not_declared_is_refused(metrics: Metrics, name: str, labels: dict[str, str]) -> None:
    before = metrics.as_text().count(b"veivalg_")
    with pytest.raises(UnknownMetricError):
        metrics.count(name, **labels)
    assert metrics.as_text().count(b"veivalg_") == before


def test_what_people_say_of_an_answer_is_counted_by_its_topic(metrics: Metrics) -> None:
    assert metrics.rated("kvp", "helped")
    assert not metrics.rated("kvp", "jeg heter Kari")
    assert not metrics.rated("jeg heter Kari", "helped")
    found = counted(metrics.as_text().decode())
    assert {name: number for name, number in found.items() if name[0] == "veivalg_ratings_total"} == {
        ("veivalg_ratings_total", "helped", "kvp"): 1
    }


def test_every_name_on_the_page_is_declared_or_of_the_process() -> None:
    names = {family.name for family in text_string_to_metric_families(metrics_of(PARTS).as_text().decode())}
    assert {name for name in names if not name.startswith("process_")} == {*COUNTERS, "veivalg_answer_seconds"}


def test_errors_are_counted_by_their_code_and_the_page_is_prometheus_own_form() -> None:
    metrics = metrics_of(PARTS)
    with served(metrics_page(metrics), prepare=lambda app: install(app, PARTS, metrics)) as base:
        assert requests.get(f"{base}/hemmelig/kari", timeout=10).status_code == 404
        answer = requests.get(f"{base}/metrics", timeout=10)
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    assert counted(answer.text)["veivalg_errors_total", "not_found"] == 1
    assert "kari" not in answer.text
