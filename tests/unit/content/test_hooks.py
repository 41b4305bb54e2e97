"""What stands largest on posters."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.hooks import load_hooks
from bot.web.pages.place import CONTACT, GUIDE
from bot.web.pages.reading import AREAS
from bot.yaml_lines import ContentError
from tests.parts import PARTS


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("kvp: {nb: Vil du i jobb?, nn: Vil du i jobb?}", r"hooks\.yml:1: .*'en' is a required property"),
        ("kvp: {nb: Vil du i jobb?, nn: Vil du i jobb?, en: Want a job?}\nx: {nb: Hei og hå du, nn: Hei og hå du, en: Hello there}", r":2: there is no poster of «x»"),
        ("kvp: {nb: " + "lang " * 20 + "?, nn: Vil du i jobb?, en: Want a job?}", r"is too long"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "hooks.yml").write_text(text + "\n", encoding="utf-8")
    with pytest.raises(ContentError, match=told):
        load_hooks(tmp_path / "hooks.yml", {"kvp"})


def test_without_the_file_there_are_none(tmp_path: Path) -> None:
    assert load_hooks(tmp_path / "hooks.yml", {}) == {}


def test_every_poster_has_a_hook_of_its_own() -> None:
    wanted = {topic.id for topic in PARTS.library if topic.area in AREAS} | {GUIDE + guide for guide in PARTS.guides} | {CONTACT}
    assert set(PARTS.hooks) == wanted
    for malform in ("nb", "nn", "en"):
        said = [hook[malform] for hook in PARTS.hooks.values()]
        assert len(set(said)) == len(said), "no two say the same"
        assert not [text for text in said if any(char.isdigit() for char in text)], "numbers stand in figures.yml alone"
