"""`python -m bot`: what an operator can mend is told in one sentence, without a traceback."""

from __future__ import annotations

import os
import subprocess
import sys

from bot.settings import ROOT


def run(*arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=ROOT,
        env={**os.environ, **env},
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )


def test_a_terminal_without_our_quotation_marks_is_no_fault() -> None:
    told = run("guide", "hvilken_lov", PYTHONIOENCODING="ascii")
    assert told.returncode == 2
    assert "There is no guide ?hvilken_lov?" in told.stderr
    assert "Traceback" not in told.stderr
    assert run("--help", PYTHONIOENCODING="ascii").returncode == 0
