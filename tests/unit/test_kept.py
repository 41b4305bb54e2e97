"""What was read is read again only when what it was made from has changed, and nothing runs when it is loaded."""

from __future__ import annotations

import os
import pickle
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.kept import kept

VALUE = {"dato": date(2026, 11, 29), "tekster": ["æ", {"nb": "hei"}], "tall": 1.5, "ja": True, "ingen": None}


class Made:
    """Gives a value, and counts how often."""

    def __init__(self, value: Any = VALUE) -> None:
        self.value, self.times = value, 0

    def __call__(self) -> Any:
        self.times += 1
        return self.value


def test_it_is_made_once_for_the_same_and_anew_for_other(tmp_path: Path) -> None:
    made = Made()
    assert [kept("a", b"1", made, tmp_path) for _ in range(3)] == [VALUE] * 3
    assert made.times == 1
    assert kept("a", b"2", Made("ny"), tmp_path) == "ny"
    assert kept("b", b"1", Made("annen"), tmp_path) == "annen"
    assert len(list(tmp_path.iterdir())) == 2, "the later entry took the place of the first"


def test_each_time_it_is_another_object(tmp_path: Path) -> None:
    first = kept("a", b"1", Made(), tmp_path), kept("a", b"1", Made(), tmp_path)
    first[1]["tekster"].clear()
    assert kept("a", b"1", Made(), tmp_path) == VALUE


class Evil:
    """Runs a command when it is unpickled."""

    def __reduce__(self) -> Any:
        return os.system, ("exit 1",)


@pytest.mark.parametrize(
    "spoilt", [b"", b"\x80\x05.", b"not a pickle", pickle.dumps(Evil()), pickle.dumps(timedelta(1)), pickle.dumps(VALUE)[:-9]]
)
def test_what_is_spoilt_or_asks_for_more_than_it_may_is_made_anew(tmp_path: Path, spoilt: bytes) -> None:
    kept("a", b"1", Made(), tmp_path)
    (path,) = tmp_path.iterdir()
    path.write_bytes(path.read_bytes()[:32] + spoilt)
    assert kept("a", b"1", Made("ny"), tmp_path) == "ny"
    assert kept("a", b"1", Made("nyere"), tmp_path) == "ny"


def test_where_nothing_can_be_written_it_is_made_each_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    made = Made()
    assert [kept("a", b"1", made, tmp_path / "file") for _ in range(2)] == [VALUE] * 2
    assert made.times == 2


def test_what_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    def fail() -> Any:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        kept("a", b"1", fail, tmp_path)
    assert not list(tmp_path.iterdir())
