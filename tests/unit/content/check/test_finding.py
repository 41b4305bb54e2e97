"""A finding names its rule, its file and its line."""

from __future__ import annotations

from pathlib import Path

from bot.content.check import RULES, check_content
from tests.unit.content.check import (
    test_addresses,
    test_everywhere,
    test_passages,
    test_run,
    test_sources,
    test_structure,
    test_wording,
    test_words,
)
from tests.unit.content.content_example import FILES, TODAY, write

KVP, HELLO, FIGURES, GLOSSARY = "nav/kvp.yml", "om/hilsen.yml", "figures.yml", "glossary.yml"


def test_a_finding_names_the_line_of_its_key(tmp_path: Path) -> None:
    findings = check_content(write(tmp_path, KVP, "Spør tidleg.", "Spør om ikke."), TODAY)
    line = FILES[KVP].lstrip().splitlines().index(next(x for x in FILES[KVP].splitlines() if x.startswith("rad:"))) + 1
    assert [(f.rule, f.line) for f in findings] == [("language", line)]


def test_every_rule_is_shown_to_fire() -> None:
    kinds = (test_addresses, test_everywhere, test_passages, test_run, test_sources, test_structure, test_wording, test_words)
    elsewhere = {
        "local-language",
        "not-read",
        "guide-topic",
        "out-of-date",
        "unreachable",
    }  # test_local.py, tests/unit/test_check.py, test_structure.py
    assert {fault[0] for kind in kinds for fault in kind.FAULTS} | elsewhere == set(RULES)
