"""Where a conversation may begin."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.start import NOWHERE, load_start
from bot.yaml_lines import ContentError
from tests.parts import PARTS

A = "{tema: a, nb: Jeg vil, nn: Eg vil, en: I want}"
B = "{tema: b, nb: Kan jeg?, nn: Kan eg?, en: Can I?}"


def test_topics_are_kept_in_the_order_they_are_shown_with_their_words(tmp_path: Path) -> None:
    (tmp_path / "start.yml").write_text(f"forside:\n  - {B}\n  - {A}\nved_tvil: [a]\n", encoding="utf-8")
    start = load_start(tmp_path / "start.yml", {"a", "b"})
    assert (start.front, start.in_doubt) == (("b", "a"), ("a",))
    assert start.words["b"] == {"nb": "Kan jeg?", "nn": "Kan eg?", "en": "Can I?"}


@pytest.mark.parametrize(
    ("front", "doubt", "told"),
    [
        ([A], "c", r"start\.yml:4: «c» is not a topic"),
        ([A.replace("tema: a", "tema: c")], "a", r"start\.yml:2: «c» is not a topic"),
        ([A, A], "a", r"start\.yml:3: «a» stands there twice"),
        ([A.replace("nn: Eg vil, ", "")], "a", r"start\.yml:2: .*'nn' is a required property"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, front: list[str], doubt: str, told: str) -> None:
    lines = ["forside:", *(f"  - {item}" for item in front), "ved_tvil:", f"  - {doubt}"]
    (tmp_path / "start.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    with pytest.raises(ContentError, match=told):
        load_start(tmp_path / "start.yml", {"a", "b"})


def test_without_the_file_nothing_is_offered(tmp_path: Path) -> None:
    assert load_start(tmp_path / "start.yml", {}) == NOWHERE


def test_ours_begins_somewhere() -> None:
    assert PARTS.library.start.front
    assert PARTS.library.start.in_doubt
