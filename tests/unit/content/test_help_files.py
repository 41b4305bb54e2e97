"""Who answers in danger and what is said: what does not hang together is refused by file and line."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from bot.content.help_files import HELP, help_passages, load_help
from bot.yaml_lines import ContentError
from tests.parts import PARTS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(HELP, tmp_path / "help"))


def spoil(path: Path, pattern: str, new: str) -> int:
    """Replaces what a pattern finds first; the number of its line."""
    text = path.read_text(encoding="utf-8")
    found = re.search(pattern, text, re.MULTILINE)
    assert found, pattern
    path.write_text(text[: found.start()] + new + text[found.end() :], encoding="utf-8")
    return text[: found.start()].count("\n") + 1


def test_a_number_that_is_no_figure_is_refused(folder: Path) -> None:
    line = spoil(folder / "lines.yml", r"telefon: telefon\.\w+", "telefon: telefon.finnes_ikke")
    with pytest.raises(ContentError, match=rf"lines\.yml:{line}: no figure telefon\.finnes_ikke"):
        load_help(PARTS.library.figures, folder)


def test_a_line_that_nobody_answers_is_refused(folder: Path) -> None:
    spoil(folder / "heavy.yml", r"linjer: \[\w+", "linjer: [finnes_ikke")
    with pytest.raises(ContentError, match=r"heavy\.yml:\d+: no line finnes_ikke in lines\.yml"):
        load_help(PARTS.library.figures, folder)


def test_a_situation_that_nothing_tells_of_is_refused(folder: Path) -> None:
    spoil(folder / "situations.yml", r"^ute:", "utenlands:")
    with pytest.raises(ContentError, match=r"situations\.yml:1: no situation utenlands"):
        load_help(PARTS.library.figures, folder)


def test_there_is_always_a_text_for_what_is_not_known(folder: Path) -> None:
    spoil(folder / "acute.yml", r"^ukjent:", "noe_annet:")
    with pytest.raises(ContentError, match=r"acute\.yml:1: there must be an entry ukjent"):
        load_help(PARTS.library.figures, folder)


def test_every_text_is_a_passage_with_its_file_and_language() -> None:
    passages = list(help_passages(PARTS.help_texts))
    files = {document.path.name for document, *_ in passages}
    assert files == {"lines.yml", "acute.yml", "heavy.yml", "after.yml", "situations.yml"}
    assert all(key[-1] == malform and text for _, key, malform, text in passages)
    assert any("i_situasjon" in key for _, key, _, _ in passages), "what is said in a situation is read too"
