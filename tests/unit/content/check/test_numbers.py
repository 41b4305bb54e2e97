"""Numbers in prose are told from names with digits."""

from __future__ import annotations

import pytest

from bot.content.check.numbers import bare_numbers, number_words


@pytest.mark.parametrize(("text", "found"), [
    ("Vg1 og Vg2, 2+2 og 23/5-regelen", []),
    ("ring 116 117", ["116", "117"]),
    ("mellom {a.b} og 16–30 år", ["16–30"]),
    ("se 116111.no", []),
])  # fmt: skip
def test_bare_numbers(text: str, found: list[str]) -> None:
    assert list(bare_numbers(text)) == found


@pytest.mark.parametrize(("language", "text", "found"), [
    ("nb", "ett år, to fag, halve tiden, tiende klasse", ["ett", "to", "halve", "tiende"]),
    ("nb", "en plan, et år, første gang, noen få, halvåret", []),
    ("nn", "eitt år, éin gong, tjue dagar", ["eitt", "éin", "tjue"]),
    ("nn", "ein plan, eit år, første gong", []),
    ("en", "one year, two, half the time", ["one", "two", "half"]),
    ("en", "get one, the one who asks, anyone", []),
])  # fmt: skip
def test_number_words(language: str, text: str, found: list[str]) -> None:
    assert list(number_words(text, language)) == found  # type: ignore[arg-type]
