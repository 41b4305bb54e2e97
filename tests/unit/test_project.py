"""The parts that must name the same topics do."""

from __future__ import annotations

from pathlib import Path

import yaml

from bot.content import load_library
from bot.domain import out_of_date

ROOT = Path(__file__).resolve().parents[2]


def _domain() -> dict:  # type: ignore[type-arg]
    return yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))


def test_rasas_files_are_made_from_the_topics() -> None:
    assert [str(path) for path, _ in out_of_date()] == []


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


def test_settings_are_documented() -> None:
    import re

    code = (ROOT / "bot" / "settings.py").read_text(encoding="utf-8")
    names = set(re.findall(r'read\.\w+\("([A-Z_]+)"', code))
    documented = set(re.findall(r"VEIVALG_([A-Z_]+)=", (ROOT / ".env.example").read_text(encoding="utf-8")))
    assert names == documented
