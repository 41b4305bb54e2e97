"""Told questions are learnt from for every topic the domain knows, and wait for the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.nlu.asked import Way
from bot.nlu.questions import Question
from bot.rasa.pipeline import told_importer
from bot.rasa.pipeline.told_importer import LEANS, PART, ToldImporter


def test_only_topics_of_the_domain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "domain.yml").write_text('version: "3.1"\nintents: [kvp]\n', encoding="utf-8")
    (tmp_path / "nlu.yml").write_text('version: "3.1"\nnlu:\n- intent: kvp\n  examples: |\n    - hva er kvp\n', encoding="utf-8")
    told = [Question(topic, (), False, "nb", "ingen", f"en fortelling om {topic}", "kari") for topic in ("kvp", "kommer_snart")]
    monkeypatch.setattr(told_importer, "told_questions", lambda: told)
    monkeypatch.setattr(told_importer, "questions", lambda: [Way("kvp", "jobbe", "kan jeg jobbe")])
    monkeypatch.setattr(told_importer, "asked_ways", lambda: [Way("kvp", "jobbe", "lov å jobbe?"), Way("kommer_snart", "x", "hva da?")])
    monkeypatch.setattr(told_importer, "follow_ups", lambda: [Way("kvp", "jobbe", "og i helga?")])
    data = ToldImporter(domain_path=str(tmp_path / "domain.yml"), training_data_paths=[str(tmp_path / "nlu.yml")]).get_nlu_data()
    assert sorted(example.get("text") for example in data.intent_examples) == [
        "en fortelling om kvp", "hva er kvp", "kan jeg jobbe", "lov å jobbe?", "og i helga?",
    ]  # fmt: skip
    asking = [example for example in data.intent_examples if example.get(PART) == "jobbe"]
    assert [(example.get("text"), bool(example.get(LEANS))) for example in asking] == [
        ("kan jeg jobbe", False), ("lov å jobbe?", False), ("og i helga?", True),
    ]  # fmt: skip
