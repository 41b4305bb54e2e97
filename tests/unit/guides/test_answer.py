"""What a guide says, on a small table."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.guides import FactError
from tests.unit.guides.small_table import TODAY, load_small


def test_outcomes_are_ranked_each_with_its_reason_and_source(tmp_path: Path) -> None:
    answer = load_small(tmp_path).evaluate({"jobb": "ja", "fodt": 2004, "praksis": 3}, TODAY)
    assert [(o.id, o.reason["nb"]) for o in answer.outcomes] == [("erfaren", "Lang praksis."), ("ung", "Ung i jobb.")]
    assert [(b.fact, b.value, b.rule) for b in answer.because] == [
        ("praksis", 3, "erfaren"),
        ("jobb", "ja", "ung"),
        ("fodt", 2004, "ung"),
    ]
    assert {b.source.title for b in answer.because} == {"Loven § 1"}
    assert answer.advice == {"nb": "Alltid.", "nn": "Alltid.", "en": "Always."}


def test_a_number_offers_what_the_rules_tell_apart(tmp_path: Path) -> None:
    question = load_small(tmp_path).evaluate({"jobb": "ja", "fodt": 2004}, TODAY).next_question
    assert question is not None
    assert [(value, label["nn"]) for value, label in question.options] == [(0, "0"), (1, "1"), (2, "2"), (3, "3+")]


@pytest.mark.parametrize(
    ("name", "value"), [("fodt", 1929), ("fodt", "i fjor"), ("fodt", True), ("fodt", None), ("jobb", "kanskje"), ("jobb", 1), ("navn", "x")]
)
def test_a_fact_that_cannot_be_is_refused_in_every_language(tmp_path: Path, name: str, value: object) -> None:
    with pytest.raises(FactError, match=f"«{name}»") as refused:
        load_small(tmp_path).evaluate({name: value}, TODAY)
    assert set(refused.value.message) == {"nb", "nn", "en"}
