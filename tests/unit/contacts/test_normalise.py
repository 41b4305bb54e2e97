"""A message read word by word, and names compared loosely."""

from __future__ import annotations

import pytest

from bot.contacts.normalise import one_edit_apart, words


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
