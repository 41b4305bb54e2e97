"""What must stay unsaid is found wherever a text is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.check import check_content
from tests.unit.content.check.faults import GLOSSARY, KVP, Fault, found
from tests.unit.content.content_example import TODAY, write

FAULTS: list[Fault] = [
    ("language", "phrases.yml", "Kva lurer", "Hva lurer", "«hva» in a nn text"),
    ("unsaid", KVP, "Spør tidlig.", "I KVP får du 2 G.", "«KVP får du 2 G» (to_g): Stønaden er ikke 2 G lenger."),
    ("unsaid", GLOSSARY, "Et program.", "KVP er 2 G.", "ord.kvp.forklaring.nb: «KVP er 2 G»"),
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault[0]}: {fault[4]}")
def test_each_fault_is_found_where_it_is(tmp_path: Path, fault: Fault) -> None:
    assert found(tmp_path, fault)


def test_a_guide_says_nothing_that_must_stay_unsaid_but_of_the_past(tmp_path: Path) -> None:
    content = write(tmp_path / "content")
    guides = tmp_path / "guides"
    guides.mkdir()
    rule = "regler:\n  - {fra: 2020-01-01, %sgrunn: {nb: I KVP får du 2 G., nn: I KVP får du 2 G., en: In KVP 2 G.}}\n"
    (guides / "g.yml").write_text(rule % "til: 2021-01-01, ", encoding="utf-8")
    assert check_content(content, TODAY) == []
    (guides / "g.yml").write_text(rule % "", encoding="utf-8")
    assert [f.rule for f in check_content(content, TODAY)] == ["unsaid"] * 3
