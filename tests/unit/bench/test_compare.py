"""What `make bench` reckons: percentiles, ratios, targets, the sample, the page."""

from __future__ import annotations

from typing import Any

import yaml

from bench.compare import curves, material, projects
from bench.compare.figures import judged, ratio, value
from bench.compare.load import times
from bench.compare.material import Labelled
from bench.compare.page import page
from bench.compare.understanding import scored

RIGHT = ("understanding", "right")


def peer(p50: float, throughput: float, right: float) -> dict[str, Any]:
    return {
        "name": "a peer",
        "latency": {"1": {"p50": p50, "p95": 2 * p50, "p99": 3 * p50}},
        "throughput": {"messages_per_s": throughput},
        "understanding": {"right": right, "among_three": right, "learnt_from": "the sample"},
    }


PEERS = {"a": peer(5, 90, 0.9), "b": peer(20, 30, 0.6), "d": peer(2, 200, 0.2)}


def test_percentiles_are_of_the_nearest_rank() -> None:
    found = times([float(number) for number in range(100, 0, -1)])
    assert (found.p50, found.p95, found.p99, found.messages) == (50.5, 96, 100, 100)
    assert times([7.0]).p99 == 7


def test_a_figure_that_was_not_measured_has_no_ratio() -> None:
    assert ratio(PEERS, "a", ("latency", "1", "p50"), "b") == 0.25
    assert ratio(PEERS, "a", ("memory_mb",), "b") is None
    assert ratio(PEERS, "c", RIGHT, "b") is None
    assert value(None, RIGHT) is None


def test_targets_are_met_missed_or_not_measured() -> None:
    found = {target.name: (None if measured is None else round(measured, 2), met) for target, measured, met in judged(PEERS)}
    assert found["p50 ≤ ⅓ of stock Rasa"] == (0.25, True)
    assert found["throughput ≥ 3 times stock Rasa"] == (3.0, True)
    assert found["topic right ≥ 15 points above stock Rasa"] == (0.3, True)
    assert found["p50 ≤ 4 times the floor"] == (2.5, True)
    assert found["memory ≤ ½ of stock Rasa"] == (None, None)
    slower = {**PEERS, "a": peer(10, 50, 0.7)}
    assert {target.name for target, _, met in judged(slower) if met is False} == {
        "p50 ≤ ⅓ of stock Rasa",
        "p95 ≤ ⅓ of stock Rasa",
        "throughput ≥ 3 times stock Rasa",
        "topic right ≥ 15 points above stock Rasa",
        "p50 ≤ 4 times the floor",
        "≥ 60 messages a second on a core",
    }


def test_no_topic_at_all_says_that_a_message_is_none_of_ours() -> None:
    rows = [Labelled("kvp", "hva er kvp"), Labelled("utenfor_tema", "hvem vant kampen"), Labelled("aap", "aap?")]
    found = scored([["kvp"], [], ["kvp", "ot", "aap"]], rows, "the sample")
    assert (found.right, found.among_three) == (0.6667, 1.0)


def test_the_sample_is_a_dozen_of_every_topic_and_always_the_same() -> None:
    rows = material.sample()
    topics = {row.topic for row in rows}
    assert len(rows) == len(set(rows)) == material.A_DOZEN * len(topics)
    assert topics == {topic.id for topic in material.library()}
    shared = {row.text for row in rows} & {row.text for row in material.heldout()}
    assert all(len(text.split()) <= 4 for text in shared), "«hei» is said alike by all"
    assert sorted(material.messages()) == sorted(row.text for row in material.heldout())


def test_one_more_example_changes_one_topic(tmp_path: Any) -> None:
    path = tmp_path / "nlu.yml"
    path.write_text(
        yaml.safe_dump({"version": "3.1", "nlu": [{"intent": "aap", "examples": "- a\n"}, {"intent": "kvp", "examples": "- b\n"}]})
    )
    projects.with_one_more(path)
    found = {block["intent"]: block["examples"].count("\n") for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]}
    assert found == {"aap": 2, "kvp": 1}


def test_memory_grows_by_what_the_second_half_adds() -> None:
    assert curves.growth([(0, 100.0), (1000, 150.0), (2000, 200.0), (3000, 201.0), (4000, 202.0)]) == 0.01


def test_the_page_tells_what_was_measured_and_what_holds_what_was_missed() -> None:
    point = {"size": 500, "times": {"p50": 7.5, "p95": 9.0}, "memory_mb": 600.0}
    memory = {"points": [(0, 600.0), (1000, 603.0), (2000, 604.0)], "kept": 1000, "growth": 0.002, "per_thousand_mb": 1.0}
    machine = {"cores": 2, "processor": "a processor", "memory_gb": 8, "python": "3.10", "load_before": 0.1, "load_after": 1.0}
    figures = {"when": "2026-11-29", "revision": "abc", "machine": machine, "peers": PEERS, "curves": {"turns": [point], "memory": memory}}
    made = page(figures)
    assert "| an answer, one client: p50, ms | 5.0 | 20.0 | 2.0 |" in made
    assert "| turns | 500 | 7.5 | 9.0 | 600 |" in made
    assert "grew by 0.2 per cent" in made
    assert "What holds them" not in made, "no target was missed"
    missed = page({**figures, "peers": {**PEERS, "a": peer(10, 50, 0.9)}, "curves": {}})
    assert "**missed**" in missed
    assert "the sentence encoder" in missed
