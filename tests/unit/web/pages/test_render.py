"""Text on pages: numbers that can be called, compounds that may break."""

from __future__ import annotations

import re

import pytest

from bot.content.sites import ADDRESS
from bot.web.pages.render import PHONES, WEB, linked, soft


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
    assert str(linked(text)).count('href="tel:') == len(numbers)


def test_text_around_numbers_stays_text() -> None:
    assert str(linked("<b> 113 & mer")) == '&lt;b&gt; <a class="tel" href="tel:113">113</a> &amp; mer'


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("Søk på vigo.no.", ["https://vigo.no"]),
        ("Nav.no/klage, eller sidetmedord.mentalhelse.no", ["https://nav.no/klage", "https://sidetmedord.mentalhelse.no"]),
        ("Skriv på nav.no/arbeid/dialog.", ["https://nav.no/arbeid/dialog"]),
        ("post@nav.no, 2.1 og f.eks. nå", []),
    ],
)
def test_addresses_that_open(text: str, opens: list[str]) -> None:
    assert re.findall(r'href="(https:[^"]*)" rel="noreferrer"', str(linked(text))) == opens


def test_a_number_in_an_address_is_no_phone() -> None:
    shown = str(linked("Chat på 116111.no, ring 116 111."))
    assert 'href="https://116111.no"' in shown
    assert shown.count("tel:") == 1


LOOKS_BEHIND = r"\(\?<!.*?\)(?=\(\?[:<])"
"""What may not stand before a match: the browser looks for it by itself."""


def test_the_browser_has_the_same_patterns() -> None:
    script = (WEB / "static" / "text.js").read_text(encoding="utf-8")
    for pattern in (PHONES.pattern, ADDRESS.pattern):
        assert f"`{re.sub(LOOKS_BEHIND, '', pattern)}`" in script
    assert "?<" not in script, "Safari 15 reads no script that looks behind"


def test_long_compounds_may_break() -> None:
    assert soft("Kvalifiseringsprogrammet (KVP)") == "Kvalifiserings\u00adprogrammet (KVP)"
    assert soft("Lærling") == "Lærling"
