"""Where a conversation may begin."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.start import NOWHERE, load_start
from bot.yaml_lines import ContentError
from tests.parts import PARTS


def test_topics_are_kept_in_the_order_they_are_shown(tmp_path: Path) -> None:
    (tmp_path / "start.yml").write_text("forside: [b, a]\nved_tvil: [a]\n", encoding="utf-8")
    start = load_start(tmp_path / "start.yml", {"a", "b"})
    assert (start.front, start.in_doubt) == (("b", "a"), ("a",))


def test_a_topic_that_is_not_there_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "start.yml").write_text("forside: [a]\nved_tvil:\n  - a\n  - c\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"start\.yml:4: «c» is not a topic"):
        load_start(tmp_path / "start.yml", {"a", "b"})


def test_without_the_file_nothing_is_offered(tmp_path: Path) -> None:
    assert load_start(tmp_path / "start.yml", {}) == NOWHERE


def test_ours_begins_somewhere() -> None:
    assert PARTS.library.start.front
    assert PARTS.library.start.in_doubt
