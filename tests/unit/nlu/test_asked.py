"""Ways to ask are read whole, and every one belongs to a question that is there."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bot.nlu.asked import Way, asked_ways, questions, read_ways
from bot.nlu.questions import SHORT

FEWEST = 5


def test_a_file_is_a_topic(tmp_path: Path) -> None:
    (tmp_path / "kvp.tsv").write_text("part\ttext\njobbe\tlov å jobbe attåt?\n", encoding="utf-8")
    assert read_ways([tmp_path / "kvp.tsv"]) == [Way("kvp", "jobbe", "lov å jobbe attåt?")]


@pytest.mark.parametrize("row", ["\ttekst", "jobbe\t", "jobbe", "jobbe\ten\tto"])
def test_a_row_that_lacks_something_is_named(tmp_path: Path, row: str) -> None:
    path = tmp_path / "kvp.tsv"
    path.write_text(f"part\ttext\n{row}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"kvp\.tsv:2:"):
        read_ways([path])


def test_every_question_has_ways_and_every_way_a_question() -> None:
    there = {(way.topic, way.part) for way in questions() if way.part != SHORT}
    ways = Counter((way.topic, way.part) for way in asked_ways())
    assert not set(ways) - there, "ways to ask a question that no topic has"
    assert not {name for name in there if ways[name] < FEWEST}, f"questions with fewer than {FEWEST} ways"


def test_no_way_is_there_twice() -> None:
    twice = [text for text, count in Counter((way.topic, way.text.lower()) for way in asked_ways()).items() if count > 1]
    assert not twice
