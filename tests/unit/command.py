"""`python -m bot`, as an operator runs it."""

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
