"""Text on pages: numbers that can be called, compounds that may break."""

from __future__ import annotations

import pytest

from bot.web.pages.render import PHONES, WEB, soft, with_phones


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Ring 116 111 eller 113.", ["116 111", "113"]),
        ("55 55 33 33", ["55 55 33 33"]),
        ("915 08 588", ["915 08 588"]),
        ("278\u00a0697 kroner, 112 kr", []),
        ("§ 113, 113a og 1130", []),
    ],
)
def test_numbers_that_can_be_called(text: str, numbers: list[str]) -> None:
    assert [match[0] for match in PHONES.finditer(text)] == numbers
    assert str(with_phones(text)).count('href="tel:') == len(numbers)


def test_text_around_numbers_stays_text() -> None:
    assert str(with_phones("<b> 113 & mer")) == '&lt;b&gt; <a class="tel" href="tel:113">113</a> &amp; mer'


def test_the_browser_has_the_same_pattern() -> None:
    view = (WEB / "static" / "view.js").read_text(encoding="utf-8")
    assert PHONES.pattern in view


def test_long_compounds_may_break() -> None:
    assert soft("Kvalifiseringsprogrammet (KVP)") == "Kvalifiserings\u00adprogrammet (KVP)"
    assert soft("Lærling") == "Lærling"
