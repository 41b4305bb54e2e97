"""Hard words are found and explained."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content import load_library
from tests.parts import PARTS
from tests.unit.content.content_example import write


@pytest.mark.parametrize(("text", "malform", "found"), [
    ("Du får et vedtak. Vedtaket kan du klage på.", "nb", ["vedtak"]),
    ("Vedtaket om KVP", "nb", ["vedtak", "kvp"]),
    ("Et gjenvedtak og kvp", "nb", []),
    ("You get a vedtak about KVP", "en", ["vedtak", "kvp"]),
])  # fmt: skip
def test_words_are_found_whole_and_abbreviations_in_capitals(tmp_path: Path, text: str, malform: str, found: list[str]) -> None:
    glossary = load_library(write(tmp_path)).glossary
    assert [word.id for word in glossary.find(text, malform)] == found  # type: ignore[arg-type]


def test_a_word_is_given_as_it_stands_in_the_text(tmp_path: Path) -> None:
    glossary = load_library(write(tmp_path)).glossary
    (word,) = glossary.explain("Vedtaket er et vedtak. Klag på vedtaket, Vedtaket.", "nb")
    assert (word.word, word.forms) == ("vedtak", ("Vedtaket", "vedtak", "vedtaket"))
    assert word == glossary.explain("Et vedtak.", "nb")[0], "explained once, however it is bent"


def test_our_own_library_explains_every_language() -> None:
    library = PARTS.library
    for word in library.glossary:
        for malform in ("nb", "nn", "en"):
            text = f"Det er {word.name(malform)} her."
            assert word.explanation[malform] in [w.text for w in library.glossary.explain(text, malform)]
