"""Acts are learnt from rows that can be used, and a stored model hears what the fitted one did."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.nlu.acts import ACTS, LONGEST, NONE, ActModel, read_acts, told_acts

OTHERS = ("hva er kvp", "hvordan blir jeg lærling", "jeg vil bli rørlegger", "kan jeg få aap", "når er fristen", "jeg bor i Narvik")


@pytest.fixture(scope="module")
def model() -> ActModel:
    fitted = ActModel()
    fitted.fit(told_acts(), OTHERS * 20, None)
    return fitted


def test_an_act_is_heard_and_a_question_is_none(model: ActModel) -> None:
    assert model.read("hvor har du det fra?", None) == "kilde"
    assert model.read("kan du si det enklere", None) == "enklere"
    assert model.read("hvordan blir jeg lærling", None) is None


def test_a_long_message_is_more_than_an_act(model: ActModel) -> None:
    assert model.read("hvor har du det fra? " + "og så lurer jeg " * LONGEST, None) is None


def test_what_was_learnt_survives_being_stored(model: ActModel) -> None:
    stored = ActModel()
    stored.restore(*model.parts())
    for text in ("hvor har du det fra?", "start på nytt", "hva er kvp", "kan du ringe for meg"):
        assert stored.read(text, None) == model.read(text, None)


@pytest.mark.parametrize("row", ["kildee\thei", "kilde\t"])
def test_a_row_that_cannot_be_used_is_told_by_file_and_line(row: str, tmp_path: Path) -> None:
    (tmp_path / "x.tsv").write_text(f"act\ttext\nkilde\thvem sier det\n{row}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"x\.tsv:3: "):
        read_acts([tmp_path / "x.tsv"])


def test_none_is_the_first_act() -> None:
    assert ACTS[0] == NONE
