"""The day is Norway's, whatever the server's zone."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import date, datetime, timezone
from pathlib import Path

import pytest

from bot.clock import NORWAY, norwegian, now

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2027, 3, 1, 23, 30, tzinfo=timezone.utc), date(2027, 3, 2)),
        (datetime(2027, 7, 31, 22, 0, tzinfo=timezone.utc), date(2027, 8, 1)),
        (datetime(2027, 7, 31, 21, 59, tzinfo=timezone.utc), date(2027, 7, 31)),
        (datetime(2026, 12, 31, 23, 0, tzinfo=timezone.utc), date(2027, 1, 1)),
    ],
)
def test_midnight_is_norways(moment: datetime, day: date) -> None:
    assert norwegian(moment) == day


def test_the_servers_zone_does_not_matter() -> None:
    script = "from bot.clock import today; print(today())"
    days = {
        subprocess.run(
            [sys.executable, "-c", script], cwd=ROOT, env={**os.environ, "TZ": zone}, capture_output=True, text=True, check=True
        ).stdout
        for zone in ("UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago")
    }
    assert len(days) == 1


def test_now_is_told_in_norways_time() -> None:
    assert now().utcoffset() == datetime.now(NORWAY).utcoffset()
    assert norwegian(now()) == now().date()


def test_every_day_comes_from_the_clock() -> None:
    taken = [
        str(path)
        for path in (ROOT / "bot").rglob("*.py")
        if path.name != "clock.py" and re.search(r"\bdate\.today\b", path.read_text("utf-8"))
    ]
    assert taken == []
