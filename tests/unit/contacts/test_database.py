"""A database that cannot be used is told of in one sentence, without its password."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from bot.contacts.preparation import ensure_imported
from bot.errors import OperatorError
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


@pytest.mark.parametrize("url", ["postgresql+psycopg2://u:hemmelig@127.0.0.1:1/x", "nonsense", "nosuch://x", "sqlite:////proc/none/x.db"])
def test_a_contact_database_that_cannot_be_used(url: str) -> None:
    with pytest.raises((OperatorError, OSError)) as refused:
        ensure_imported(url)
    assert "\n" not in str(refused.value)
    assert "hemmelig" not in str(refused.value)
    told = run("contacts", "import", VEIVALG_CONTACTS_URL=url)
    assert told.returncode == 1
    assert "Traceback" not in told.stderr
    assert len(told.stderr.strip().splitlines()) == 1
