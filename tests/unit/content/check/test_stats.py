"""How plain the answers are, in figures."""

from __future__ import annotations

from pathlib import Path

from bot.content import load_library
from bot.content.check.stats import stats
from tests.unit.content.content_example import TODAY, write


def test_each_measure_has_its_line(tmp_path: Path) -> None:
    lines = list(stats(load_library(write(tmp_path)), TODAY))
    by_name = {line[:42].strip(): line[42:] for line in lines}
    assert len(by_name) == len(lines) == 12
    assert by_name["words in a short answer (nb)"].split() == ["n", "2", "median", "10.5", "p95", "19.1", "highest", "20.0"]
    assert by_name["LIX, short answers (nb)"].split() == ["n", "1"], "«Hei.» is too short to be measured"
    assert by_name["short answers with explained words (nb)"].split()[:3] == ["1", "of", "2;"]
