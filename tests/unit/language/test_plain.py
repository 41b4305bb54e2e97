"""How easy a text is to read."""

from __future__ import annotations

import pytest

from bot.language.plain import lix, sentences


def test_lix() -> None:
    assert lix("Du får hjelp. Nav avgjør.") == pytest.approx(2.5)
    assert lix("") == 0
    assert len(sentences("Ring Nav. De svarer. «Hei.»")) == 3
