"""A message read word by word, and names compared loosely."""

from __future__ import annotations

import unicodedata

import pytest

from bot.contacts.normalise import key, one_edit_apart, words


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("narvik", "narvk", True),
        ("narvik", "navrik", True),
        ("narvik", "narviks", True),
        ("narvik", "nervik", True),
        ("narvik", "narvik", False),
        ("narvik", "nrvk", False),
        ("narvik", "kivran", False),
    ],
)
def test_one_edit(a: str, b: str, expected: bool) -> None:
    assert one_edit_apart(a, b) is one_edit_apart(b, a) is expected


def test_capitals_say_nothing_when_all_are_capitals() -> None:
    assert [word.text for word in words("Jeg bor i Ski") if word.capital] == ["Ski"]
    assert not any(word.capital for word in words("JEG HAR EN TIME"))
    assert not any(word.capital for word in words("Jeg Har En Time Hos Nav"))


@pytest.mark.parametrize("name", ["Ålesund", "Ås", "Hábmer", "Porsángu", "Tråante", "Bø"])
@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_a_letter_and_its_mark_may_be_two_characters(name: str, form: str) -> None:
    text = unicodedata.normalize(form, f"jeg bor i {name}, sa hun")  # type: ignore[arg-type]
    assert key(text) == key(f"jeg bor i {name}, sa hun")
    assert unicodedata.normalize("NFC", words(text)[3].text) == name
    assert text[words(text)[3].start : words(text)[3].end] == words(text)[3].text


def test_a_mark_alone_is_no_word() -> None:
    assert words("\u030a \u0301") == []
    assert key("A\u030as") == key("\u212bs") == "ås"
