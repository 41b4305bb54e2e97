"""A name is hidden where somebody introduces one, and goes on as far as it is one."""

from __future__ import annotations

import pytest

from bot.privacy.names import mask_names


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("jeg heter kari og er 17", "jeg heter [navn] og er 17"),
        ("jeg heter Xqzt Vbnm", "jeg heter [navn]"),
        ("navnet mitt er Ali Hassan.", "navnet mitt er [navn]."),
        ("my name is Kari Moen and i am 17", "my name is [navn] and i am 17"),
        ("Kari Moen heter jeg", "[navn] heter jeg"),
        ("læreren min, Kari Moen, sa nei", "læreren min, [navn], sa nei"),
        ("jeg er Kari", "jeg er [navn]"),
        ("hei, Ali her", "hei, [navn] her"),
        ("hva er kvp? mvh Kari", "hva er kvp? mvh [navn]"),
        ("snakka med Kari Moen i går", "snakka med [navn] i går"),
        ("broren min heter Ola van der Berg", "broren min heter [navn]"),
    ],
)
def test_hidden(text: str, masked: str) -> None:
    found: list[str] = []
    assert mask_names(text, found) == masked
    assert set(found) == {"navn"}


@pytest.mark.parametrize(
    "text",
    [
        "det heter ikke det lenger",
        "jeg er lærling",
        "hva heter ordningen",
        "takk for hjelpen",
        "bor i Mo i Rana",
        "mvh Oslo",
        "jeg er fra Syria",
        "Karl Johan er en gate",
    ],
)
def test_what_is_no_name_stays(text: str) -> None:
    found: list[str] = []
    assert mask_names(text, found) == text
    assert found == []
