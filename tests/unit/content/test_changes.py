"""What has changed in the answers is read with its days, the newest first whatever the order of the file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.content.changes import load_changes
from bot.yaml_lines import ContentError

TEXT = """
- {dato: 2026-11-01, tema: null, nb: Først., nn: Først.}
- {dato: 2026-11-20, tema: kvp, nb: "Ny\\n  sats.", nn: Ny sats.}
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "changes.yml"
    path.write_text(text.lstrip(), encoding="utf-8")
    return path


def test_the_newest_come_first(tmp_path: Path) -> None:
    changes = load_changes(written(tmp_path, TEXT))
    assert [(change.day, change.topic) for change in changes.latest(2)] == [(date(2026, 11, 20), "kvp"), (date(2026, 11, 1), None)]
    assert [change.topic for change in changes.latest(1)] == ["kvp"]
    assert changes.latest(1)[0].text["nb"] == "Ny sats."


def test_a_date_in_quotes_is_refused_by_its_line(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"changes\.yml:2: .*must be a date without quotes"):
        load_changes(written(tmp_path, TEXT.replace("2026-11-20", "'2026-11-20'")))


def test_an_empty_file_has_no_changes(tmp_path: Path) -> None:
    assert load_changes(written(tmp_path, "[]\n")).latest(5) == ()
