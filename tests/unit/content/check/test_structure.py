"""Topics, the links between them, figures, changes and old addresses hang together."""

from __future__ import annotations

from pathlib import Path

from bot.content.check import check_content
from bot.content.library import MOST_RELATED
from tests.unit.content.content_example import FILES, TODAY, write

KVP, HELLO, FIGURES, GLOSSARY = "nav/kvp.yml", "om/hilsen.yml", "figures.yml", "glossary.yml"


def test_a_topic_is_reached_through_those_it_lies_near_but_not_through_a_crowd(tmp_path: Path) -> None:
    content = write(tmp_path)
    for number in range(MOST_RELATED + 1):
        (content / "nav" / f"k{number}.yml").write_text(FILES[KVP].lstrip().replace("id: kvp", f"id: k{number}"), encoding="utf-8")
    unreached = [finding.path.stem for finding in check_content(content, TODAY) if finding.rule == "unreachable"]
    assert unreached == [f"k{MOST_RELATED}"], "the others are shown under hilsen"
