"""`python -m bot links` asks gently, remembers, and says what to mend."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest

from bot.links.cli import main
from bot.links.results import load_records
from tests.unit.links.played import Played, written_data


def test_the_command(server: Played, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def local(path: str) -> str:
        return f"http://127.0.0.1:{server.port}{path}"

    data = written_data(tmp_path / "data", local("/ok"), local("/flyttet"), local("/borte"), local("/forbudt"))
    common = ["--data", str(data), "--results", str(tmp_path / "links.json")]
    assert main([*common, "--delay", "0"]) == 1
    shown = capsys.readouterr().out.splitlines()
    assert shown[-1] == "4 addresses: 1 ok, 1 dead, 0 soft_404, 1 moved, 1 blocked, 0 unsure"
    assert [line.split(": ")[0].rsplit("/", 1)[1] for line in shown[:-1]] == ["a.yml:3", "a.yml:2", "a.yml:4"]
    assert "find its new address" in shown[0]
    assert "write the new address" in shown[1]
    assert len(json.loads((tmp_path / "links.json").read_text(encoding="utf-8"))) == 4

    server.asked.clear()
    assert main([*common, "--report"]) == 1
    assert server.asked == [], "a report asks nobody"
    assert main([*common, "--delay", "0", "--max-age", "30"]) == 1
    assert {path for _, _, path in server.asked} == {"/borte", "/forbudt"}, "what worked lately is not asked for again"
    written_data(data, local("/ok"))
    assert main([*common, "--delay", "0", "--max-age", "30"]) == 0
    assert set(load_records(tmp_path / "links.json")) == {local("/ok")}, "addresses no longer in use are forgotten"


def test_without_a_network_the_results_stay(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        data = written_data(tmp_path / "data", f"http://127.0.0.1:{closed.getsockname()[1]}/")
        results = tmp_path / "links.json"
        results.write_text("{}", encoding="utf-8")
        assert main(["--data", str(data), "--results", str(results), "--delay", "0"]) == 2
    assert "is there a network?" in capsys.readouterr().err
    assert results.read_text(encoding="utf-8") == "{}"
