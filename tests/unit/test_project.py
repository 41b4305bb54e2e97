"""The parts that must name the same topics do."""

from __future__ import annotations

from pathlib import Path

import yaml

from bot.content import load_library
from bot.dialogue.state import SLOTS
from bot.dialogue.understanding import DIALOGUE_PREFIX

ROOT = Path(__file__).resolve().parents[2]
TOPICS = (Path(__file__).parent / "topics.txt").read_text().split()


def _domain() -> dict:  # type: ignore[type-arg]
    return yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))


def test_the_79_topics() -> None:
    assert len(TOPICS) == 79
    assert sorted(topic.id for topic in load_library()) == sorted(TOPICS)


def test_intents_are_the_topics_and_what_steers() -> None:
    intents = _domain()["intents"]
    assert sorted(i for i in intents if not i.startswith(DIALOGUE_PREFIX)) == sorted(TOPICS)
    assert len(intents) == len(set(intents))


def test_every_intent_has_one_rule() -> None:
    rules = yaml.safe_load((ROOT / "data" / "rules" / "rules.yml").read_text(encoding="utf-8"))["rules"]
    named: list[str] = []
    for rule in rules:
        first = rule["steps"][0]
        named += [step["intent"] for step in first["or"]] if "or" in first else [first["intent"]]
    assert sorted(named) == sorted([*_domain()["intents"], "nlu_fallback"])


def test_every_intent_has_training_data_where_its_area_says() -> None:
    found = {}
    for path in (ROOT / "data" / "nlu").rglob("*.yml"):
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            if "intent" in block:
                found.setdefault(block["intent"], []).append(path)
    assert sorted(found) == sorted(_domain()["intents"])
    areas = {topic.id: topic.area for topic in load_library()}
    for intent, paths in found.items():
        if intent in areas:
            assert any(path.parent.name == areas[intent] and path.stem == intent for path in paths), intent


def test_every_remembered_field_is_a_slot_that_no_rule_sees() -> None:
    slots = _domain()["slots"]
    assert sorted(slots) == sorted(SLOTS)
    assert not any(slot["influence_conversation"] for slot in slots.values())


def test_settings_are_documented() -> None:
    import re

    code = (ROOT / "bot" / "settings.py").read_text(encoding="utf-8")
    names = set(re.findall(r'read\.\w+\("([A-Z_]+)"', code))
    documented = set(re.findall(r"VEIVALG_([A-Z_]+)=", (ROOT / ".env.example").read_text(encoding="utf-8")))
    assert names == documented
