"""What those who keep the answers see: the page's rows, the CSV, the preview."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.content import load_library
from bot.content.overview import as_csv, due, rows
from tests.unit.content.content_example import TODAY, write


def test_a_row_tells_age_next_check_and_plainness(tmp_path: Path) -> None:
    row = next(row for row in rows(load_library(write(tmp_path)), TODAY) if row.id == "kvp")
    assert (row.age, row.status, row.check_by) == (22, "ok", date(2027, 5, 1))
    assert set(row.lix) == {"nb", "nn"}
    assert [part.name for part in row.parts] == ["innhold_kort", "fasett_penger", "godt_aa_vite", "innhold_si", "innhold_sporsmal"]
    assert row.parts[0].texts["nb"].startswith("Du kan få hjelp i 2 år.")
    assert set(row.parts[0].texts) == {"nb", "nn", "en"}


@pytest.mark.parametrize(("on", "status"), [
    (date(2027, 3, 31), "ok"), (date(2027, 4, 1), "snart"), (date(2027, 5, 1), "snart"), (date(2027, 5, 2), "forfalt"),
])  # fmt: skip
def test_what_is_due(tmp_path: Path, on: date, status: str) -> None:
    found = rows(load_library(write(tmp_path)), on)
    assert {row.status for row in found} == {status}
    assert len(due(found)) == (0 if status == "ok" else 2)


@pytest.mark.parametrize(("query", "ids"), [
    ("", {"kvp", "hilsen"}), ("VEDTAK plan", {"kvp"}), ("lovdata.no", {"kvp"}), ("om oss", {"hilsen"}), ("finnes ikke", set()),
])  # fmt: skip
def test_search_looks_in_texts_and_sources(tmp_path: Path, query: str, ids: set[str]) -> None:
    assert {row.id for row in rows(load_library(write(tmp_path)), TODAY) if row.matches(query)} == ids


def test_the_csv_opens_as_a_table_and_holds_no_formula(tmp_path: Path) -> None:
    row = rows(load_library(write(tmp_path)), TODAY)[0]
    text = as_csv([replace(row, title={**row.title, "nb": "=1+1;\n«x»"})], "https://v.example.no")
    assert text.startswith("\ufefftema;")
    (read,) = csv.DictReader(io.StringIO(text[1:]), delimiter=";")
    assert read["tittel"] == "'=1+1;\n«x»"
    assert read["adresse"] == f"https://v.example.no/t/{row.id}"


def test_a_day_before_any_figure_shows_the_text_as_written(tmp_path: Path) -> None:
    row = next(row for row in rows(load_library(write(tmp_path)), date(2000, 1, 1)) if row.id == "kvp")
    assert "{kvp.kroner}" in row.parts[1].texts["nb"]
