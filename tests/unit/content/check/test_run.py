"""The checks find nothing in our content, and each finds what it is for, where it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.content.check import check_content
from bot.content.library import CONTENT
from tests.unit.content.check.faults import FIGURES, GLOSSARY, KVP, Fault, found
from tests.unit.content.content_example import TODAY, write

FAULTS: list[Fault] = [
    ("unreadable", KVP, "neste: [hilsen]", "neste: hilsen", "neste: 'hilsen' is not of type 'array'"),
    ("unreadable", KVP, "tjeneste: nav", "tjeneste: nvv", "tjeneste: 'nvv' is not one of"),
    ("unreadable", KVP, 'url: "https://lovdata.no/x"', 'url: "http://lovdata.no/x"', "does not match"),
    ("unreadable", KVP, "id: kvp", "id: kvpp", "the file is called"),
    ("unreadable", KVP, "  en: You can get help", "  de: You can get help", "'de' was unexpected"),
    ("unreadable", KVP, "  nn: Du kan få hjelp", "  xx: Du kan få hjelp", "'xx' was unexpected"),
    ("unreadable", KVP, "kort:", "kort: {", "not valid YAML"),
    ("unreadable", KVP, "tjeneste: nav", "tjeneste: nav\ntjeneste: nav", "written twice"),
    ("unreadable", KVP, "2027-05-01", "'2027-05-01'", "must be a date without quotes"),
    ("unreadable", FIGURES, "enhet: år", "enhet: aar", "'aar' is not one of"),
    ("unreadable", FIGURES, "verdi: 2}", "verdi: [2]}", "is not of type"),
    ("unreadable", FIGURES, "verdi: 2}", "verdi: {nb: to}}", "'nn' is a required property"),
    ("unreadable", FIGURES, "verdi: 2}", "formel: 2 * finnes.ikke}", "which is not here"),
    ("unreadable", FIGURES, "verdi: 2}", "formel: __import__('os')}", "does not match"),
    ("unreadable", FIGURES, "verdi: 2}", "verdi: 2, formel: 2 * 3}", "too many properties"),
    ("unreadable", FIGURES, "  navn: Varighet\n", "", "'navn' is a required property"),
    ("unreadable", FIGURES, "kvp.aar:\n", "kvp.aar:\n  gjelder: {kommuner: ['1806']}\n", "gjelder belongs in a local folder"),
    ("unreadable", GLOSSARY, "en: A decision.", "de: Ein Bescheid.", "'de' was unexpected"),
    ("unreadable", "unsaid.yml", "KVP[^.]*2 G", "KVP[^.*2 G", "the pattern cannot be read"),
    ("unreadable", "unsaid.yml", "I KVP får du 2 G.", "I KVP får du penger.", "does not find its own example"),
    ("unreadable", "changes.yml", "tema: kvp, ", "", "'tema' is a required property"),
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault[0]}: {fault[4]}")
def test_each_fault_is_found_where_it_is(tmp_path: Path, fault: Fault) -> None:
    assert found(tmp_path, fault)


def test_our_content_has_no_findings() -> None:
    assert [str(finding) for finding in check_content(CONTENT, date.today()) if not finding.warning] == []


def test_good_content_has_no_findings(tmp_path: Path) -> None:
    assert [str(finding) for finding in check_content(write(tmp_path), TODAY)] == []


@pytest.mark.parametrize("name", ["figures.yml", "glossary.yml", "unsaid.yml", "unlinked.yml", "changes.yml", "addresses.yml"])
def test_a_missing_file_is_a_finding(tmp_path: Path, name: str) -> None:
    (write(tmp_path) / name).unlink()
    assert [f.rule for f in check_content(tmp_path, TODAY)] == ["unreadable"]
