"""What is learnt aside is there when it was waited for; a failure is heard; elsewhere everything is done at once."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from bot.rasa import aside


def test_without_leave_it_is_done_at_once_and_here() -> None:
    done: list[int] = []
    aside.learn(lambda: done.append(os.getpid()))
    assert done == [os.getpid()]


@pytest.mark.skipif(sys.platform != "linux", reason="nothing is learnt aside elsewhere")
def test_it_is_done_in_another_process_before_waiting_ends(tmp_path: Path) -> None:
    file = tmp_path / "who"
    with aside.learning_aside():
        aside.learn(lambda: print(os.getpid(), file=file.open("w")))
        aside.wait()
        assert int(file.read_text()) != os.getpid()


@pytest.mark.skipif(sys.platform != "linux", reason="nothing is learnt aside elsewhere")
def test_a_failure_is_heard() -> None:
    with aside.learning_aside():
        aside.learn(lambda: sys.exit(3))
        with pytest.raises(RuntimeError, match="exit code 3"):
            aside.wait()
