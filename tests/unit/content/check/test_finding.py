"""A finding names its rule, its file and its line."""

from __future__ import annotations

from pathlib import Path

from bot.content.check import check_content
from tests.unit.content.content_example import FILES, TODAY, write

KVP, HELLO, FIGURES, GLOSSARY = "nav/kvp.yml", "om/hilsen.yml", "figures.yml", "glossary.yml"


def test_a_finding_names_the_line_of_its_key(tmp_path: Path) -> None:
    findings = check_content(write(tmp_path, KVP, "Spør tidleg.", "Spør om ikke."), TODAY)
    line = FILES[KVP].lstrip().splitlines().index(next(x for x in FILES[KVP].splitlines() if x.startswith("rad:"))) + 1
    assert [(f.rule, f.line) for f in findings] == [("language", line)]
