"""Which ways and measures follow, the best first: ranked.tsv, written by hand with the § beside each row."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from tests.parts import PARTS

ALL = PARTS.guides
TODAY = date(2026, 11, 23)
SITUATIONS = list(csv.DictReader(Path(__file__).with_name("ranked.tsv").open(encoding="utf-8"), delimiter="\t"))


@pytest.mark.parametrize("row", SITUATIONS, ids=lambda row: f"{row['guide']}: {row['facts']}")
def test_the_best_first(row: dict[str, str]) -> None:
    facts = dict(part.split("=") for part in row["facts"].split())
    answer = ALL[row["guide"]].evaluate(facts, TODAY)
    assert [outcome.id for outcome in answer.outcomes] == row["outcomes"].split(), (row["paragraph"], row["note"])


@pytest.mark.parametrize("guide", ["vei_til_fagbrev", "hvilke_tiltak"])
def test_every_outcome_has_its_situation(guide: str) -> None:
    told = {outcome for row in SITUATIONS if row["guide"] == guide for outcome in row["outcomes"].split()}
    assert told == set(ALL[guide].outcomes)


def test_the_trial_of_a_four_year_subsidy_began_on_1_august_2026() -> None:
    facts = {"onsker_nav": "jobb", "fodt": 2004, "arbeidsgiver": "ja", "nedsatt": "ja"}
    before, after = (
        next(o.reason["nb"] for o in ALL["hvilke_tiltak"].evaluate(facts, day).outcomes if o.id == "lonnstilskudd")
        for day in (date(2026, 7, 31), date(2026, 8, 1))
    )
    assert "{lonnstilskudd.ung_aar}" not in before
    assert "{lonnstilskudd.ung_aar}" in after
