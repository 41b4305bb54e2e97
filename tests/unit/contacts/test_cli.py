"""`python -m bot contacts` as an operator uses it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.contacts.cli import main
from bot.contacts.directory import Directory


def test_import_export_find_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    url = f"sqlite:///{tmp_path / 'new' / 'c.db'}"
    assert main(["find", "--db", url, "bor i narvik"]) == 1
    assert "contacts import" in capsys.readouterr().err
    assert main(["import", "--db", url]) == 0
    assert main(["export", str(tmp_path / "out"), "--db", url]) == 0
    capsys.readouterr()
    assert main(["find", "bor på mosjøen", "--db", url]) == 0
    assert capsys.readouterr().out == '{"status":"found","kommuner":[{"nummer":"1824","navn":"Vefsn"}]}\n'
    assert main(["find", "hvor lenge varer kvp", "--db", url]) == 0
    assert capsys.readouterr().out == '{"status":"none","kommuner":[]}\n'
    assert main(["nothing"]) == 2


def test_it_imports_into_a_real_postgresql(postgres: str) -> None:
    assert main(["import", "--db", postgres]) == 0
    directory = Directory(postgres)
    assert directory.find("narvik", expecting_place=True).kommuner[0].nummer == "1806"
    assert directory.cards("nav", "1806")


def test_a_sheet_and_a_folder_are_two_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "--write"]) == 2
    assert "go with a SHEET" in capsys.readouterr().err
    assert main(["import", "list.csv", "--from", "folder"]) == 2
    assert main(["import", "no.csv", "--nn"]) == 1
    assert capsys.readouterr().err.endswith("Fila no.csv finst ikkje.\n")


def test_show_reads_the_files_and_disturbs_no_database(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "Narvik"]) == 0
    assert capsys.readouterr().out.startswith("Narvik (1806), Nordland\n")
    assert main(["show", "1806", "--db", f"sqlite:///{tmp_path / 'empty.db'}"]) == 1
    assert "contacts import" in capsys.readouterr().err
