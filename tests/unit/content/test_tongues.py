"""What is said first in languages we do not speak."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.content.tongues import load_tongues
from bot.language.tongue import tongues
from bot.yaml_lines import ContentError
from tests.parts import PARTS

TODAY = date(2026, 11, 28)
EMERGENCY = ("112", "113")


@pytest.mark.parametrize("tongue", sorted(tongues()))
def test_each_names_the_numbers_and_that_we_speak_norwegian(tongue: str) -> None:
    lines = PARTS.tongues.lines(tongue, TODAY)
    for text in (lines.who, lines.danger):
        assert all(number in text for number in EMERGENCY), text
        assert "{" not in text
    assert "55 55 33 33" in lines.who
    assert min(lines.danger.index(number) for number in EMERGENCY) < len(lines.danger) / 2, "the numbers come first"


def test_a_language_that_can_be_told_must_have_lines(tmp_path: Path) -> None:
    file = tmp_path / "tongues.yml"
    text = (PARTS.content / "tongues.yml").read_text(encoding="utf-8")
    file.write_text(text[: text.index("\nse:") + 1], encoding="utf-8")
    with pytest.raises(ContentError, match="se must stand both here"):
        load_tongues(file, PARTS.library.figures)


def test_a_language_without_what_is_said_in_danger_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "tongues.yml"
    file.write_text("uk: {kode: uk, hvem: 'Я чат-бот про школу, роботу та Nav у Норвегії.'}", encoding="utf-8")
    with pytest.raises(ContentError, match="fare"):
        load_tongues(file, PARTS.library.figures)
