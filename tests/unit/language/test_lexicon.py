"""Patterns are made comparable as messages are, and what the backslash makes special is left."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.language.lexicon import folded, rows
from bot.language.normalise import fold


@pytest.mark.parametrize(
    ("pattern", "text"),
    [("vågå", "Vågå"), (r"\bslår\b", "han slår meg"), (r"\w+løs", "håpløs"), (r"drikk\S*\s+øl", "drikker øl"), ("søk(?:e|te)", "SØKTE")],
)
def test_a_folded_pattern_finds_the_folded_text(pattern: str, text: str) -> None:
    assert re.search(folded(pattern), fold(text))


def test_a_class_of_characters_is_not_folded_away() -> None:
    assert folded(r"\bæ\d") == r"\be\d"


def test_rows_are_read_as_they_stand(tmp_path: Path) -> None:
    (tmp_path / "x.tsv").write_text('pattern\tcomment\n"a\tb\n', encoding="utf-8")
    assert rows(tmp_path / "x.tsv") == [{"pattern": '"a', "comment": "b"}]
