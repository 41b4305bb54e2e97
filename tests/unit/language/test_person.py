"""Whose age it is (person.tsv): told by people who did not see how it is read."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from bot.language.person import mine, read_alone, read_birth_correction, read_person
from bot.language.utterance import Utterance

TODAY = date(2026, 11, 27)


def rows() -> list[dict[str, str]]:
    with (Path(__file__).parent / "person.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def read(row: dict[str, str]) -> tuple[str, str, str]:
    told = read_person(Utterance(row["said"]), TODAY)
    other = told.other
    return (
        str(TODAY.year - told.born) if told.born else "-",
        other.role if other else "-",
        str(TODAY.year - other.born) if other and other.born else "-",
    )


def test_ages_are_read_and_hardly_ever_taken_from_somebody_else() -> None:
    table = rows()
    found = [read(row) for row in table]
    assert sum(age == row["age"] for (age, _, _), row in zip(found, table, strict=True)) >= 0.95 * len(table)
    assert sum(role == row["role"] for (_, role, _), row in zip(found, table, strict=True)) >= 0.91 * len(table)
    assert sum(age == row["other_age"] for (_, _, age), row in zip(found, table, strict=True)) >= 0.95 * len(table)
    wrong = [row["said"] for (age, _, _), row in zip(found, table, strict=True) if age not in ("-", row["age"])]
    assert len(wrong) <= 0.02 * len(table), wrong


@pytest.mark.parametrize(
    ("text", "age", "role", "other_age"),
    [
        ("broren min er 15 år og vil slutte", "-", "sosken", "15"),
        ("min mor er 45 år og vil ta fagbrev", "-", "forelder", "45"),
        ("lillebroren min er 15", "-", "sosken", "15"),
        ("eleven min er 16", "-", "elev", "16"),
        ("hun er 14 og jeg er 18", "18", "annen", "14"),
        ("han e 19 æ e 15", "15", "annen", "19"),
        ("mor til en gutt på 17", "-", "barn", "17"),
        ("har to barn og er 31", "31", "-", "-"),
        ("mamma maser. er 17", "17", "forelder", "-"),
        ("da jeg var 16 slutta jeg", "-", "-", "-"),
        ("man må være 18", "-", "-", "-"),
        ("16. bor i bodø", "16", "-", "-"),
        ("fyller 19 i mars", "18", "-", "-"),
    ],
)
def test_whose_age(text: str, age: str, role: str, other_age: str) -> None:
    assert read({"said": text}) == (age, role, other_age)


def test_what_is_told_of_others_is_left_out() -> None:
    assert mine(Utterance("broren min er 19 og har fagbrev. jeg har ikke fullført vgs")).text == "jeg har ikke fullført vgs"
    assert mine(Utterance("jeg har en sønn på 15 som har sluttet på skolen")).text == "jeg har en sønn på 15"
    assert mine(Utterance("jeg har fagbrev")).text == "jeg har fagbrev"


@pytest.mark.parametrize(("text", "age"), [("17", 17), ("2004", 22), ("17 år.", 17), ("8514", None), ("hei 17", None), ("99", None)])
def test_a_number_alone(text: str, age: int | None) -> None:
    born = read_alone(Utterance(text), TODAY)
    assert (TODAY.year - born if born else None) == age


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("nei, 2000", 26),
        ("24 ikke 14", 24),
        ("mente 19", 19),
        ("nei 24 ikke 14", 24),
        ("feil, jeg er 17 år", 17),
        ("oi! 25 skulle det stå", 25),
        ("skrev feil, er 25", 25),
        ("det skulle stå 25", 25),
        ("nei, Bodø", None),
        ("17", None),
        ("nei", None),
    ],
)
def test_a_corrected_age(text: str, age: int | None) -> None:
    born = read_birth_correction(Utterance(text), TODAY)
    assert (TODAY.year - born if born else None) == age


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("er 26 og fikk aldri fullført", 26),
        ("æ e 19", 19),
        ("jente 17 år, bor i Bodø", 17),
        ("født i 2004", 22),
        ("I'm 22 years old", 22),
        ("en 24-åring", 24),
        ("har jobbet 40 timer", None),
        ("er 100 kr", None),
        ("den 12 mai", None),
        ("jobbet i 15 år", None),
    ],
)
def test_age(text: str, age: int | None) -> None:
    born = read_person(Utterance(text), TODAY).born
    assert (TODAY.year - born if born else None) == age


@pytest.mark.parametrize(
    ("text", "asked_for"),
    [
        ("må foreldrene mine skrive under", False),
        ("min venn si jeg kan ta bare eksamen, jobbe 5 år", False),
        ("kan en venn bli med meg", False),
        ("eleven vil ikke snakke med meg", True),
        ("moren min har mistet jobben, hva kan hun få", True),
        ("mamma er 49 og vil ta fagbrev", True),
        ("vi skal ta inn en lærling", True),
        ("har en lærling på 17", True),
    ],
)
def test_who_is_asked_for_and_who_only_spoken_of(text: str, asked_for: bool) -> None:
    other = read_person(Utterance(text), TODAY).other
    assert other is not None
    assert other.asked_for is asked_for


@pytest.mark.parametrize("text", ["hvilke verksted tar inn lærling", "noen som vet om en bedrift som tar inn lærling"])
def test_who_asks_which_companies_take_apprentices_has_none(text: str) -> None:
    assert read_person(Utterance(text), TODAY).other is None
