"""What an operator can mend is told in one sentence, without a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.contacts.preparation import ensure_imported
from bot.errors import OperatorError
from bot.settings import ROOT, Settings, SettingsError, _dotenv


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


def test_settings_in_another_encoding_name_the_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes("VEIVALG_OPERATOR=Bærum kommune".encode("latin-1"))
    with pytest.raises(SettingsError, match=r"\.env is not UTF-8"):
        _dotenv(tmp_path / ".env")


@pytest.mark.parametrize(("host", "address"), [("::1", "http://[::1]:8080"), ("127.0.0.1", "http://127.0.0.1:8080")])
def test_an_address_of_six_groups_stands_in_brackets(host: str, address: str) -> None:
    assert Settings.load({"VEIVALG_HOST": host}).address == address


def test_a_terminal_without_our_quotation_marks_is_no_fault() -> None:
    told = run("check", PYTHONIOENCODING="ascii")
    assert told.returncode == 0
    assert "Traceback" not in told.stderr
    assert run("--help", PYTHONIOENCODING="ascii").returncode == 0
