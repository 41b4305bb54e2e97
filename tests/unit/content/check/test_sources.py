"""Every answer and figure says where it is from, and that somebody looked lately."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.content.check import check_content
from tests.unit.content.content_example import write


@pytest.mark.parametrize(("days", "rule"), [(31, None), (30, "check-soon"), (0, "check-soon"), (-1, "check-due")])
def test_the_check_by_date(tmp_path: Path, days: int, rule: str | None) -> None:
    on = date(2027, 5, 1) - timedelta(days=days)
    rules = {f.rule for f in check_content(write(tmp_path), on) if f.path.name == "kvp.yml"}
    assert rules == ({rule} if rule else set())
