"""Questions as people put them: each row can be used, or is told by file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.nlu.questions import read_questions

HEAD = "topic\talso\ttwo\tvariant\tlevel\ttext\n"


def written(folder: Path, *rows: str) -> Path:
    path = folder / "kari.tsv"
    path.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_a_question_knows_its_other_topics_and_its_writer(tmp_path: Path) -> None:
    (question,) = read_questions([written(tmp_path, "kvp\taap,ot\t1\tnb\tingen\thva er kvp?\\nog aap")])
    assert (question.topic, question.also, question.two, question.writer) == ("kvp", ("aap", "ot"), True, "kari")
    assert question.text == "hva er kvp?\nog aap"


@pytest.mark.parametrize(
    "row",
    ["\t\t0\tnb\tingen\thei", "kvp\t\t0\tnb\tingen\t", "kvp\t\t0\tnb\tmye\thei", "kvp\t\t1\tnb\tingen\tto ting"],
    ids=["no topic", "no text", "no level", "no second"],
)
def test_a_row_that_cannot_be_used_is_told(tmp_path: Path, row: str) -> None:
    with pytest.raises(ValueError, match=r"kari\.tsv:3: "):
        read_questions([written(tmp_path, "kvp\t\t0\tnb\tingen\thei", row)])
