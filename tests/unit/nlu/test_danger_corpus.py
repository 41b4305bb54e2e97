"""The corpus of danger is large, varied, and apart from what it is measured on."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bot.content.help_files import HELP
from bot.language.danger import CIRCUMSTANCES
from bot.nlu.danger_corpus import (
    ACUTE,
    AFTER,
    CIRCUMSTANCES_TOLD,
    CORPUS,
    HEAVY,
    KINDS,
    WIDER,
    read_after,
    read_circumstances,
    read_messages,
)
from bot.yaml_lines import read_yaml

HELD_OUT = sorted((Path(__file__).resolve().parents[2] / "danger").rglob("heldout_*.tsv"))
MESSAGES = read_messages(sorted(CORPUS.glob("*.tsv")))


def test_there_is_enough_of_every_level_kind_and_way_of_writing() -> None:
    levels = Counter(message.level for message in MESSAGES)
    assert levels["akutt"] >= 3000
    assert levels["tung"] >= 1500
    assert levels["ingen"] >= 6000
    kinds = Counter(message.kind for message in MESSAGES if message.level != "ingen")
    assert min(kinds[kind] for kind in (*ACUTE, *HEAVY)) >= 40, kinds
    variants = Counter(message.variant for message in MESSAGES)
    assert min(variants[variant] for variant in ("nb", "nn", "dial", "l2", "en")) >= 900, variants
    hidden = sum(not message.plain for message in MESSAGES if message.level == "akutt")
    assert hidden >= 0.3 * levels["akutt"]


def test_no_message_stands_in_both_the_corpus_and_what_it_is_measured_on() -> None:
    known = {" ".join(message.text.lower().split()) for message in MESSAGES}
    held = [message for message in read_messages(HELD_OUT) if len(message.text.split()) >= 4]
    assert len(held) >= 1800
    assert [message.text for message in held if " ".join(message.text.lower().split()) in known] == []


def test_every_kind_and_question_has_its_words() -> None:
    assert {*ACUTE, *WIDER} <= set(read_yaml(HELP / "acute.yml").value)
    assert set(HEAVY) <= set(read_yaml(HELP / "heavy.yml").value)
    questions = {question for question, _ in read_after(sorted(AFTER.glob("*.tsv")))}
    assert questions - {"annet"} <= set(read_yaml(HELP / "after.yml").value)
    assert KINDS[0] == "ingen"


@pytest.mark.parametrize(
    ("row", "reason"),
    [("akutt\tsorg\tnb\t1\tselv\t\thei", "no kind"), ("rart\tvold\tnb\t1\tselv\t\thei", "level"), ("akutt\tvold\tnb\t1\tselv\t\t", "text")],
)
def test_a_row_that_cannot_be_used_is_told_by_file_and_line(row: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "x.tsv").write_text(f"level\tkind\tvariant\tplain\tabout\tbefore\ttext\n{row}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=rf"x\.tsv:2: .*{reason}"):
        read_messages([tmp_path / "x.tsv"])


def test_every_circumstance_is_told_often_and_measured_on_other_messages() -> None:
    told = read_circumstances(sorted(CIRCUMSTANCES_TOLD.glob("*.tsv")))
    held = read_circumstances(sorted((Path(__file__).resolve().parents[2] / "danger" / "circumstances").glob("*.tsv")))
    assert len(told) >= 3500
    assert len(held) >= 600
    for name in CIRCUMSTANCES:
        assert sum(name in found for found, _ in told) >= 100, name
        assert sum(name in found for found, _ in held) >= 20, name
    assert not {text.lower() for _, text in held} & {text.lower() for _, text in told}


def test_a_circumstance_that_is_none_is_told_by_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "x.tsv").write_text("told\ttext\nnaa,liv\that svelga\nfort\that\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"x\.tsv:3: no such circumstance"):
        read_circumstances([tmp_path / "x.tsv"])
