"""Rasa projects made from our data: stock as `rasa init` sets it up, the floor, and our own pipeline on the sample."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from bench.compare import material
from bench.compare.environments import PINS, PLACE
from bench.compare.material import Labelled
from bot.settings import ROOT

GREETING, THANKS = "hilsen", "takk"
STOCK, FLOOR, OURS_ON_SAMPLE = PLACE / "project-stock", PLACE / "project-floor", PLACE / "project-sample"
VERSION = {"version": "3.1"}


def make_all(actions_port: int) -> None:
    """Write the three projects; models that are there stay."""
    sample = material.sample()
    stock(STOCK, sample, actions_port)
    floor(FLOOR)
    ours_on_sample(OURS_ON_SAMPLE, sample)


def stock(folder: Path, sample: list[Labelled], actions_port: int) -> None:
    """`rasa init`'s own config.yml, whose empty pipeline and policies Rasa fills with its defaults: DIET, ResponseSelector, TED and so on.

    A rule a topic, and short talks of greeting, question and thanks for TED to learn from; the action runs in a server apart.
    """
    topics = sorted({row.topic for row in sample})
    initial = next((PLACE / "rasa" / "lib").glob("python3*/site-packages/rasa/cli/initial_project/config.yml"))
    text = initial.read_text(encoding="utf-8")
    _write(folder / "config.yml", text.replace("language: en", "language: nb").replace("placeholder_default", "stock"))
    _write_yaml(folder / "data" / "nlu.yml", {"nlu": _blocks(sample)})
    _write_yaml(folder / "data" / "rules.yml", {"rules": [{"rule": topic, "steps": _answered(topic)} for topic in topics]})
    talks = [{"story": topic, "steps": _answered(GREETING, topic, THANKS)} for topic in topics]
    _write_yaml(folder / "data" / "stories.yml", {"stories": talks})
    _write_yaml(folder / "domain.yml", {"intents": topics, "actions": ["action_answer"]})
    _write_yaml(folder / "endpoints.yml", {"action_endpoint": {"url": f"http://127.0.0.1:{actions_port}/webhook"}})
    _write_yaml(folder / "credentials.yml", {"rest": None})
    _write(folder / "actions" / "__init__.py", "")
    shutil.copyfile(PINS / "stock_actions.py", folder / "actions" / "actions.py")
    answers = {"texts": material.first_texts(), "buttons": material.buttons()}
    _write(folder / "actions" / "answers.json", json.dumps(answers, ensure_ascii=False))


def floor(folder: Path) -> None:
    """Rasa's bare loop: titles as keywords, one rule for them and for none, one written response with buttons; no action."""
    named = {(topic.id, topic.title[language]): None for topic in material.library() for language in ("nb", "nn")}
    titles = [Labelled(*each) for each in named]
    topics = sorted({row.topic for row in titles})
    config = {
        "recipe": "default.v1",
        "assistant_id": "floor",
        "language": "nb",
        "pipeline": [{"name": "KeywordIntentClassifier", "case_sensitive": False}, {"name": "FallbackClassifier", "threshold": 0.3}],
        "policies": [{"name": "RulePolicy"}],
    }
    _write_yaml(folder / "config.yml", config)
    _write_yaml(folder / "data" / "nlu.yml", {"nlu": _blocks(titles)})
    rule = {
        "rule": "Every message",
        "steps": [{"or": [{"intent": topic} for topic in (*topics, "nlu_fallback")]}, {"action": "utter_answer"}],
    }
    _write_yaml(folder / "data" / "rules.yml", {"rules": [rule]})
    buttons = [{"title": row.text, "payload": f"/{row.topic}"} for row in titles[: 2 * material.BUTTONS : 2]]
    answer = {"text": material.first_texts()["kvp"], "buttons": buttons}
    _write_yaml(folder / "domain.yml", {"intents": topics, "responses": {"utter_answer": [answer]}})
    _write_yaml(folder / "credentials.yml", {"rest": None})
    _write_yaml(folder / "endpoints.yml", {})


def ours_on_sample(folder: Path, sample: list[Labelled]) -> None:
    """Our own pipeline up to the topic, learning from the sample alone: like against like, for understanding only."""
    config: dict[str, Any] = yaml.safe_load((ROOT / "config.yml").read_text(encoding="utf-8"))
    config.pop("importers", None)
    names = [part["name"] for part in config["pipeline"]]
    config["pipeline"] = config["pipeline"][: names.index("bot.rasa.pipeline.topic_classifier.TopicClassifier") + 1]
    _write_yaml(folder / "config.yml", config)
    _write_yaml(folder / "data" / "nlu.yml", {"nlu": _blocks(sample)})
    _write_yaml(folder / "domain.yml", {"intents": sorted({row.topic for row in sample})})
    _write_yaml(folder / "credentials.yml", {"rest": None})
    _write_yaml(folder / "endpoints.yml", {})


def with_one_more(nlu: Path) -> None:
    """One change an editor makes: one more example of the first topic."""
    read: dict[str, Any] = yaml.safe_load(nlu.read_text(encoding="utf-8"))
    read["nlu"][0]["examples"] += "- kan dere si mer om akkurat dette\n"
    _write_yaml(nlu, {"nlu": read["nlu"]})


def _answered(*intents: str) -> list[dict[str, str]]:
    return [step for intent in intents for step in ({"intent": intent}, {"action": "action_answer"})]


def _blocks(rows: Iterable[Labelled]) -> list[dict[str, str]]:
    by_topic: dict[str, list[str]] = {}
    for row in rows:
        by_topic.setdefault(row.topic, []).append(row.text)
    return [{"intent": topic, "examples": "".join(f"- {_escaped(text)}\n" for text in texts)} for topic, texts in sorted(by_topic.items())]


def _escaped(text: str) -> str:
    """Brackets mark entities in Rasa's training files."""
    return text.replace("[", "(").replace("]", ")")


def _write_yaml(path: Path, value: dict[str, Any]) -> None:
    """Rasa asks for its format's version in what it learns from, and takes it for a channel elsewhere."""
    version = {} if path.name in ("config.yml", "credentials.yml", "endpoints.yml") else VERSION
    _write(path, yaml.safe_dump({**version, **value}, allow_unicode=True, sort_keys=False))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
