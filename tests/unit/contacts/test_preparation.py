"""The database holds today's files, whoever starts first, and an operator's own stay."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from bot.contacts import open_session
from bot.contacts.cli import main
from bot.contacts.directory import Directory
from bot.contacts.models import Kommune
from bot.contacts.preparation import ensure_imported
from bot.settings import ROOT

TOGETHER = "from bot.contacts.preparation import ensure_imported; import sys; print(ensure_imported(sys.argv[1]))"


def _start_together(url: str, count: int = 3) -> list[str]:
    started = [
        subprocess.Popen([sys.executable, "-c", TOGETHER, url], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(count)
    ]
    told = [process.communicate(timeout=120) for process in started]
    assert [process.returncode for process in started] == [0] * count, told
    return sorted(out.strip() for out, _ in told)


def test_processes_that_start_together_on_an_empty_database_wait_for_the_first(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'c.db'}"
    assert _start_together(url) == ["False"] * 2 + ["True"]
    with open_session(url) as session:
        assert session.query(Kommune).count() == 357


def test_the_same_on_postgresql(postgres: str) -> None:
    assert _start_together(postgres) == ["False"] * 2 + ["True"]
    directory = Directory(postgres)
    assert directory.find("narvik", expecting_place=True).kommuner[0].nummer == "1806"
    assert directory.cards("nav", "1806")


def test_an_operators_own_contacts_stay_until_ours_are_taken_back(tmp_path: Path, copied: Path) -> None:
    url = f"sqlite:///{tmp_path / 'c.db'}"
    assert main(["import", "--from", str(copied), "--db", url]) == 0
    assert ensure_imported(url) is False
    assert main(["import", "--db", url]) == 0
    assert ensure_imported(url) is False
    with (copied / "alias.csv").open("a", encoding="utf-8") as file:
        file.write("Storbyen,,0301,talemål,,\n")
    assert ensure_imported(url, folder=copied) is True, "the files are others now"
