"""Who answers in danger and what is said: what does not hang together is refused by file and line."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from bot.content.help_files import HELP, help_passages, load_help
from bot.language.situation import situations
from bot.yaml_lines import ContentError
from tests.parts import PARTS

TODAY = date(2026, 11, 28)


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
    assert files == {"lines.yml", "acute.yml", "heavy.yml", "after.yml", "situations.yml", "instead.yml"}
    assert all(key[-1] == malform and text for _, key, malform, text in passages)
    assert any("i_situasjon" in key for _, key, _, _ in passages), "what is said in a situation is read too"


def test_shared_words_are_for_dangers_that_exist_and_come_before_the_hour(folder: Path) -> None:
    texts = load_help(PARTS.library.figures, folder)
    told = {"liv", "naa"}
    assert texts.acute("psykose", "nb", TODAY, other=True, situations=told).text.startswith("Ring 113 nå")
    assert texts.acute("vold", "nb", TODAY, situations=told).text.startswith("Ring 113 nå"), "a body goes before the hour"
    assert texts.acute("forgiftning", "nb", TODAY, situations=told).lines[1].id == "giftinformasjonen", "a danger's own words go first"
    spoil(folder / "instead.yml", r"gjelder: \[\w+", "gjelder: [finnes_ikke")
    with pytest.raises(ContentError, match=r"instead\.yml:\d+: no danger finnes_ikke in acute\.yml"):
        load_help(PARTS.library.figures, folder)


@pytest.mark.parametrize("kind", PARTS.help_texts.kinds("acute"))
@pytest.mark.parametrize("other", [False, True])
def test_nobody_is_asked_whether_there_is_danger_who_has_said_that_a_body_may_not_last(kind: str, other: bool) -> None:
    found = PARTS.help_texts.acute(kind, "nb", TODAY, other=other, situations={"liv", "naa"})
    assert "er du i fare nå" not in found.text.lower()
    assert found.lines[0].id == "ambulanse", found.text


@pytest.mark.parametrize("kind", ["selvmord", "romt", "utrygt_hjem", "psykose", "ukjent"])
def test_who_is_gone_is_looked_for_by_the_police(kind: str) -> None:
    found = PARTS.help_texts.acute(kind, "nb", TODAY, other=True, situations={"borte", "naa"})
    assert found.lines[0].id == "politi"
    assert found.text.startswith("Ring politiet på 112 nå")


@pytest.mark.parametrize("kind", PARTS.help_texts.kinds("acute"))
@pytest.mark.parametrize("told", sorted(situations()))
def test_somebody_of_age_is_not_sent_to_the_line_for_children(kind: str, told: str) -> None:
    found = PARTS.help_texts.acute(kind, "nb", TODAY, minor=False, situations={told})
    assert "116 111" not in found.text, found.text
