"""Local knowledge keeps the rules that ours keeps."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.check import check_content
from tests.unit.content.content_example import (
    FIGURES,
    TODAY,
    TOPIC,
    local_folder,
    write,
)


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    return write(tmp_path / "ours")


def test_good_local_content_has_no_findings(ours: Path, tmp_path: Path) -> None:
    local = local_folder(tmp_path / "l", content__nav__kvp_yml=TOPIC, figures_yml=FIGURES)
    assert [str(finding) for finding in check_content(ours, TODAY, local)] == []


@pytest.mark.parametrize(("rule", "old", "new", "told"), [
    ("local-language", "sjekkes_innen", "fasetter: {penger: {nb: Du får mer., nn: Du får meir.}}\nsjekkes_innen", "also write en"),
    ("bare-number", "hver uke. Nav avgjør", "3 dager. Nav avgjør", "a bare number, «3»"),
    ("language", "kvar veke", "hver veke", "«hver» in a nn text"),
    ("hard-word", "Nav avgjør", "Kvalifiseringskoordinatoren avgjør", "is hard"),
    ("unsaid", "Nav decides.", "KVP er 2 G.", "to_g"),
    ("source-address", 'url: "https://www.narvik.kommune.no/kvp"', "url: null", "give its url"),
    ("check-due", "2027-05-01", "2026-11-01", "the check was due"),
    ("no-such-topic", "sjekkes_innen", "neste: [finnes_ikke]\nsjekkes_innen", "is not a topic"),
    ("unreadable", "id: kvp", "id: noe_nytt", "is not one of our topics"),
    ("unreadable", 'gjelder: {kommuner: ["1806"]}\n', "", "'gjelder' is a required property"),
    ("unreadable", '["1806"]', "[1806]", "is not of type 'string'"),
    ("unreadable", "kort:", "tittel: {nb: a, nn: b, en: c}\nkort:", "'tittel' was unexpected"),
])  # fmt: skip
def test_local_content_keeps_the_same_rules(ours: Path, tmp_path: Path, rule: str, old: str, new: str, told: str) -> None:
    assert old in TOPIC
    local = local_folder(tmp_path / "l", content__nav__kvp_yml=TOPIC.replace(old, new))
    findings = check_content(ours, TODAY, local)
    assert [f for f in findings if f.rule == rule and told in f.message and tmp_path / "l" in f.path.parents], findings
    assert all(tmp_path / "l" in f.path.parents for f in findings), "ours were repeated"


def test_no_place_changes_what_is_said_in_danger(tmp_path: Path) -> None:
    content = write(tmp_path / "content", "nav/kvp.yml", "id: kvp\n", "id: kvp\nrolle: krise\n")
    findings = check_content(content, TODAY, local_folder(tmp_path / "l", content__nav__kvp_yml=TOPIC))
    assert [f.rule for f in findings if "is the same everywhere" in f.message] == ["unreadable"]


@pytest.mark.parametrize("name", [
    "content/nav/kvp.yaml", "content/kvp.yml", "Content/nav/kvp.yml", "figures.yaml", "contacts/kontor.xlsx", "contacts/nord/kontor.csv", "kontor.csv",
    "narvik/content/nav/kvp.YML",
])  # fmt: skip
def test_a_file_that_nothing_reads_is_named(ours: Path, tmp_path: Path, name: str) -> None:
    local = local_folder(tmp_path / "l", content__nav__kvp_yml=TOPIC)
    for each in (name, "LES MEG.txt", "content/README.md", ".DS_Store", ".git/config"):
        (local / each).parent.mkdir(parents=True, exist_ok=True)
        (local / each).write_text("x", encoding="utf-8")
    assert [(f.rule, f.path) for f in check_content(ours, TODAY, local)] == [("not-read", local / name)]
