"""Rasa's files are made from the topics, and told of when they are out of date."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from bot import domain as made
from bot.dialogue.state import SLOTS
from bot.domain import DIALOGUE, domain, main, out_of_date, rules
from bot.settings import ROOT
from tests.parts import PARTS


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "data" / "content", tmp_path / "data" / "content")
    (tmp_path / "data" / "rules").mkdir()
    (tmp_path / DIALOGUE).parent.mkdir()
    shutil.copy(ROOT / DIALOGUE, tmp_path / DIALOGUE)
    monkeypatch.setattr(made, "ROOT", tmp_path)
    monkeypatch.setattr(made, "out_of_date", lambda: out_of_date(tmp_path))
    return tmp_path


def test_what_is_missing_is_told_then_written_then_right(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check"]) == 1
    assert "domain.yml: out of date" in capsys.readouterr().err
    assert not (root / "domain.yml").exists(), "a check writes nothing"
    assert main([]) == 0
    assert main(["--check"]) == 0
    assert (root / "domain.yml").read_bytes() == (ROOT / "domain.yml").read_bytes()


def test_what_was_changed_by_hand_is_lost(root: Path) -> None:
    main([])
    with (root / "domain.yml").open("a", encoding="utf-8") as file:
        file.write("# mine\n")
    assert [str(path) for path, _ in out_of_date(root)] == ["domain.yml"]


def test_every_topic_is_an_intent_with_a_rule_and_every_field_a_slot() -> None:
    topics = list(PARTS.library)
    read = yaml.safe_load(domain(topics, ["dialog_sted"]))
    assert set(read["intents"]) == {topic.id for topic in topics} | {"dialog_sted"}
    assert set(read["slots"]) == set(SLOTS)
    (rule,) = yaml.safe_load(rules(topics, ["dialog_sted"]))["rules"]
    assert {step["intent"] for step in rule["steps"][0]["or"]} == set(read["intents"])
