"""`python -m bot evaluate`: files that can be read, and danger that overrules the topic. The understanding itself is played."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from bot.evaluation import run
from bot.evaluation.run import EvaluationError, _predict, read_utterances

ANSWERS: dict[str, dict[str, Any]] = {
    "hva er kvp": {"intent_ranking": [{"name": "kvp", "confidence": 0.9}, {"name": "nlu_fallback", "confidence": 0.05}]},
    "jeg vil dø": {"intent_ranking": [{"name": "kvp", "confidence": 0.4}], "fare": {"level": "akutt"}},
    "asdf": {"intent_ranking": [{"name": "kvp", "confidence": 0.1}]},
}


class Played:
    async def parse(self, text: str) -> dict[str, Any]:
        return ANSWERS[text]


def written(folder: Path, text: str) -> Path:
    path = folder / "u.tsv"
    path.write_text(text, encoding="utf-8")
    return path


def test_what_is_understood_becomes_predictions(tmp_path: Path) -> None:
    rows = read_utterances(
        written(tmp_path, "topic\ttext\tvariant\thard\nkvp\thva er kvp\tnb\t1\nkrise\tjeg vil dø\tnb\t\nutenfor_tema\tasdf\t\t\n")
    )
    sure, danger, lost = asyncio.run(_predict(Played(), rows))
    assert (sure.best, sure.accepted, sure.hard, sure.ranking) == ("kvp", True, True, (("kvp", 0.9),))
    assert danger.best == "krise"
    assert not lost.accepted


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("emne\ttext\n", "u.tsv:1: the columns topic and text are needed"),
        ("topic\ttext\nkvp\tx\nkvp\t\n", "u.tsv:3: topic or text is missing"),
    ],
)
def test_a_file_that_cannot_be_used_is_told(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(EvaluationError, match=told):
        read_utterances(written(tmp_path, text))
    with pytest.raises(EvaluationError, match="cannot be read"):
        read_utterances(tmp_path / "none.tsv")


def test_the_command_prints_and_writes_the_figures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "predict", lambda rows, settings: asyncio.run(_predict(Played(), rows)))
    file, target = written(tmp_path, "topic\ttext\nkvp\thva er kvp\naap\tasdf\n"), tmp_path / "out" / "e.json"
    assert run.main([str(file), "--json", str(target), "--errors"]) == 0
    shown = capsys.readouterr().out
    assert " 50.0 %  right\n" in shown
    assert "aap\tkvp 0.10\tasdf" in shown
    assert json.loads(target.read_text(encoding="utf-8"))["top1"] == 0.5
    assert run.main([str(tmp_path / "none.tsv")]) == 2
