"""What must stay unsaid is found wherever a text is kept."""

from __future__ import annotations

from pathlib import Path

from bot.content.check import check_content
from tests.unit.content.content_example import TODAY, write


def test_a_guide_says_nothing_that_must_stay_unsaid_but_of_the_past(tmp_path: Path) -> None:
    content = write(tmp_path / "content")
    guides = tmp_path / "guides"
    guides.mkdir()
    rule = "regler:\n  - {fra: 2020-01-01, %sgrunn: {nb: I KVP får du 2 G., nn: I KVP får du 2 G., en: In KVP 2 G.}}\n"
    (guides / "g.yml").write_text(rule % "til: 2021-01-01, ", encoding="utf-8")
    assert check_content(content, TODAY) == []
    (guides / "g.yml").write_text(rule % "", encoding="utf-8")
    assert [f.rule for f in check_content(content, TODAY)] == ["unsaid"] * 3
