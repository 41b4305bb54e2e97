"""A day of birth is hidden also when its month is a word; other days stay."""

from __future__ import annotations

import pytest

from bot.privacy.written_dates import mask_written_dates


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("jeg er født 1. januar 1999", "jeg er født 1999 [fødselsdato]"),
        ("Født den 31. desember 2003, bor i Bø", "Født den 2003 [fødselsdato], bor i Bø"),
        ("bursdagen min er 3. mars", "bursdagen min er [fødselsdato]"),
        ("born March 3, 2004", "born 2004 [fødselsdato]"),
        ("1. januar 1999 ble jeg født", "1999 [fødselsdato] ble jeg født"),
    ],
)
def test_hidden(text: str, masked: str) -> None:
    found: list[str] = []
    assert mask_written_dates(text, found) == masked
    assert found == ["fødselsdato"]
    assert mask_written_dates(masked, []) == masked


@pytest.mark.parametrize(
    "text", ["fristen er 1. mars", "født i mai 2005", "jeg begynner 1. august 2027", "barnet mitt blir født i juni", "born in May"]
)
def test_kept(text: str) -> None:
    found: list[str] = []
    assert mask_written_dates(text, found) == text
    assert found == []
