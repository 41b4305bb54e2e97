"""Which right follows, situation by situation: hvilken_rett.tsv, written by hand from the law text."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from tests.parts import PARTS

GUIDE = PARTS.guides["hvilken_rett"]
SITUATIONS = list(csv.DictReader(Path(__file__).with_name("hvilken_rett.tsv").open(encoding="utf-8"), delimiter="\t"))
FACTS = ("fodt", "grunnskole", "vgo", "opphold", "jobb_eller_skole")
UNSURE = ["usikker"]
"""What stands for no outcome, but a person to talk to."""


def _name(row: dict[str, str]) -> str:
    return "-".join([row["date"], *(row[name] for name in FACTS)])


@pytest.mark.parametrize("row", SITUATIONS, ids=_name)
def test_the_law_says(row: dict[str, str]) -> None:
    answer = GUIDE.evaluate({name: row[name] for name in FACTS}, date.fromisoformat(row["date"]))
    assert answer.done
    if row["outcomes"].split() == UNSURE:
        assert not answer.outcomes, row["paragraph"]
        assert answer.advice is not None
        assert "Snakk med" in answer.advice["nb"]
    else:
        assert {outcome.id for outcome in answer.outcomes} == set(row["outcomes"].split()), (row["paragraph"], row["note"])


def test_each_law_has_its_situations() -> None:
    """Both laws, every border: turning 16, 18, 19, 24 and 25 this year or next, at the turn of both kinds of year."""
    assert min(Counter(row["law"] for row in SITUATIONS).values()) >= 120
    for law in ("now", "earlier"):
        rows = [row for row in SITUATIONS if row["law"] == law]
        ages = {date.fromisoformat(row["date"]).year - int(row["fodt"]) for row in rows}
        assert {age - next_year for age in (16, 18, 19, 24, 25) for next_year in (0, 1)} <= ages
        assert {"07-31", "08-01", "12-31", "01-01"} <= {row["date"][5:] for row in rows}
        assert all(row["paragraph"] for row in rows)


def test_the_laws_change_places_on_1_august_2024() -> None:
    facts = {"fodt": 2004, "grunnskole": "ja", "vgo": "pabegynt", "opphold": "lovlig", "jobb_eller_skole": "ja"}
    before, after = ({outcome.id for outcome in GUIDE.evaluate(facts, day).outcomes} for day in (date(2024, 7, 31), date(2024, 8, 1)))
    assert before == {"ungdomsrett"}
    assert after == {"fullforingsrett", "ungdomsrett", "voksenrett"}
