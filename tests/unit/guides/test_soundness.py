"""A table that leaves somebody without an answer is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.guides import GuideError
from tests.unit.guides.small_table import GOOD, load_small


def test_a_situation_without_an_answer_is_named(tmp_path: Path) -> None:
    gap = GOOD[: GOOD.index("ellers:")].replace("  annet: {tema: karriereveiledning, tittel: {nb: Annet, nn: Anna, en: Other}}\n", "")
    with pytest.raises(GuideError, match=r"liten\.yml:\d+: no answer on 2025-08-01 for jobb=ja, fodt=\d{4}, praksis=\d: add a rule"):
        load_small(tmp_path, gap)
