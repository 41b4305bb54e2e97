"""What people write, read as facts: reading.tsv (answers to a question) and passing.tsv (told in passing)."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from bot.guides.model import Fact
from bot.guides.reading import ANSWERS, answers, read_answer, read_facts
from bot.language.person import read_person
from bot.language.utterance import Utterance
from tests.parts import PARTS

HERE = Path(__file__).parent
TODAY = date(2026, 11, 23)
FACTS: dict[str, Fact] = {name: fact for guide in PARTS.guides.values() for name, fact in guide.facts.items()}


def told(text: str) -> dict[str, object]:
    said = Utterance(text)
    return dict(read_facts(said, read_person(said, TODAY).born))


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", _rows("reading.tsv"), ids=lambda row: f"{row['fact']}: {row['said']}")
def test_an_answer_is_read(row: dict[str, str]) -> None:
    read = read_answer(FACTS[row["fact"]], Utterance(row["said"]), TODAY)
    assert ("-" if read is None else str(read)) == row["value"]


@pytest.mark.parametrize("row", _rows("passing.tsv"), ids=lambda row: row["said"])
def test_what_is_told_in_passing_is_read(row: dict[str, str]) -> None:
    found = told(row["said"])
    assert {f"{name}={value}" for name, value in found.items()} == set((row["facts"] or "").split())


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
def test_every_option_written_out_is_its_own_answer(code: str) -> None:
    for fact in FACTS.values():
        for value, label in fact.options.items():
            assert read_answer(fact, Utterance(label[code]), TODAY) == value, (fact.id, label[code])


def test_every_fact_has_been_read() -> None:
    assert {row["fact"] for row in _rows("reading.tsv")} == set(FACTS)


def test_the_table_of_answers_names_what_exists() -> None:
    for fact, rows in answers().items():
        assert {row.value for row in rows} <= set(FACTS[fact].options), (ANSWERS.name, fact)
    assert {fact.id for fact in FACTS.values() if fact.kind == "choice"} == set(answers())
