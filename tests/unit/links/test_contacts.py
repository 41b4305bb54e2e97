"""`python -m bot contacts links` checks the contacts' pages and leaves the results of the others alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.links.contacts import main
from bot.links.results import load_records
from tests.unit.command import run
from tests.unit.links.played import Played, written_data


def test_only_the_contacts_are_asked_for(server: Played, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = written_data(tmp_path / "data", f"http://127.0.0.1:{server.port}/ok")
    results = tmp_path / "links.json"
    assert main(["--data", str(data), "--results", str(results), "--delay", "0"]) == 0
    assert capsys.readouterr().out == "1 addresses: 1 ok, 0 dead, 0 soft_404, 0 moved, 0 blocked, 0 unsure\n"
    assert len(load_records(results)) == 1


def test_ours_and_the_local_ones_are_known(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    local = tmp_path / "lokalt" / "contacts"
    local.mkdir(parents=True)
    (local / "inntak.csv").write_text("nettsted\nhttps://lokalt.example.no/ot\n", encoding="utf-8")
    results = tmp_path / "links.json"
    records = ('"%s": {"kind": "dead", "reason": "x", "status": 404, "final": null, "redirects": [], "checked": "2026-11-29", "since": "2026-11-29",'
               ' "last_ok": null}')  # fmt: skip
    results.write_text(
        "{" + ",".join(records % url for url in ("https://lokalt.example.no/ot", "https://www.vigo.no")) + "}", encoding="utf-8"
    )
    monkeypatch.setenv("VEIVALG_LOKALT", str(tmp_path / "lokalt"))
    assert main(["--report", "--results", str(results)]) == 1
    told = capsys.readouterr().out
    assert "inntak.csv:2: https://lokalt.example.no/ot – dead" in told
    assert "data/contacts/reserver.csv:14: https://www.vigo.no – dead" in told
    monkeypatch.setenv("VEIVALG_LOKALT", str(tmp_path / "no"))
    assert main(["--report"]) == 2


def test_it_is_one_of_the_commands() -> None:
    told = run("contacts", "links", "--help")
    assert told.returncode == 0
    assert "--max-age" in told.stdout
    assert "contacts links" in run("--help").stdout
