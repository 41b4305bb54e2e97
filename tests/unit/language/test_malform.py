"""The language a text is in, and the one that is asked for."""

from __future__ import annotations

import pytest

from bot.language.malform import detect_malform, read_asked_malform
from bot.language.utterance import Utterance


@pytest.mark.parametrize(
    ("text", "malform"),
    [
        ("ikkje fullført vidaregåande", "nn"),
        ("kva gjer eg no", "nn"),
        ("hva gjør jeg nå", "nb"),
        ("how do i get a job", "en"),
        ("kvp", None),
        ("kem kan hjelpe mæ", None),
        ("job", None),
        ("i 2 years have i worked, what can i do", "en"),
    ],
)
def test_malform(text: str, malform: str | None) -> None:
    assert detect_malform(Utterance(text)) == malform


@pytest.mark.parametrize(
    ("text", "malform"),
    [
        ("kan du svare på nynorsk", "nn"),
        ("english please", "en"),
        ("bokmål takk", "nb"),
        ("strøk i engelsk", None),
        ("har nynorsk eksamen", None),
    ],
)
def test_asked_malform(text: str, malform: str | None) -> None:
    assert read_asked_malform(Utterance(text)) == malform


@pytest.mark.parametrize(
    ("text", "malform"),
    [
        ("nynorsk igjen takk", "nn"),
        ("bokmål igjen", "nb"),
        ("my english is bad too. can you write easy norwegian", "nb"),
        ("do i need to speak norwegian at work", None),
    ],
)
def test_a_language_is_asked_for_again(text: str, malform: str | None) -> None:
    assert read_asked_malform(Utterance(text)) == malform
