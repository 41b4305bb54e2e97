"""What is said between the answers: in every language, filled in, found by how its key begins."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.phrases import Phrases, load_phrases
from bot.yaml_lines import ContentError

HELLO = Phrases({"hei": {"nb": "Hei {0}!", "nn": "Hei {0}!", "en": "Hi {0}!"}, "ui_ok": {"nb": "Ja", "nn": "Ja", "en": "Yes"}})


def test_a_sentence_is_filled_in_in_its_language() -> None:
    assert HELLO("hei", "en", "Kari") == "Hi Kari!"
    assert "hei" in HELLO
    assert "hopp" not in HELLO
    with pytest.raises(KeyError):
        HELLO("hopp", "nb")


def test_what_the_browser_says_is_found_by_how_its_key_begins() -> None:
    assert HELLO.starting_with(("ui_",), "en") == {"ui_ok": "Yes"}


@pytest.mark.parametrize("text", ["hei: {nb: Hei, nn: Hei}", "hei: {nb: Hei, nn: Hei, en: Hi, de: Hallo}", "hei: Hei"])
def test_a_sentence_has_exactly_the_languages(tmp_path: Path, text: str) -> None:
    (tmp_path / "p.yml").write_text(f"ok: {{nb: a, nn: b, en: c}}\n{text}\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"p\.yml:2: hei must have exactly nb, nn, en"):
        load_phrases(tmp_path / "p.yml")
