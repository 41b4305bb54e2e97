"""Places and numbers say nothing of danger; everything else stays."""

from __future__ import annotations

import csv

import pytest

from bot.contacts.vocabulary import COMMON, GENERIC
from bot.nlu.neutral import _ALSO_WORDS, CONTACTS, MIN_LETTERS, PLACE, neutral


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("jeg er 25", "jeg er 20"), ("våler", PLACE), ("bor i Nore og Uvdal", f"bor i {PLACE}"), ("113", "113"), ("ring 112 nå", "ring 112 nå"),
        ("tok 2 paracet", "tok 2 paracet"), ("tok 30 paracet", "tok 20 paracet"), ("født 2004", "født 2000"),
        ("jeg bor i Levanger og orker ikke leve", f"jeg bor i {PLACE} og orker ikke leve"), ("eg tør ikkje gå heim", "eg tør ikkje gå heim"),
        ("har ikke time før torsdag", "har ikke time før torsdag"), ("jeg bor i Sekken", f"jeg bor i {PLACE}"), ("har sekken klar", "har sekken klar"), ("jeg bor i Plassen", f"jeg bor i {PLACE}"), ("bor på plassen", "bor på plassen"), ("bor i bilen", "bor i bilen"), ("satt på en stol og hørte det", "satt på en stol og hørte det"),
    ],
)  # fmt: skip
def test_made_alike(text: str, same: str) -> None:
    assert neutral(text) == same


def names() -> set[str]:
    found = set()
    for file, column in (("kommuner.csv", "navn"), ("postnummer.csv", "poststed"), ("alias.csv", "navn")):
        with (CONTACTS / file).open(encoding="utf-8", newline="") as rows:
            found |= {row[column].split(" (")[0] for row in csv.DictReader(rows)}
    return found


def test_every_place_is_alike_unless_its_name_is_also_a_word() -> None:
    words = COMMON | GENERIC | _ALSO_WORDS
    kept = {name for name in names() if neutral(name) != PLACE}
    assert {name for name in kept if len(name) >= MIN_LETTERS and name.lower() not in words} == set()
