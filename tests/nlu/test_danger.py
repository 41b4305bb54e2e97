"""Danger as it is heard in whole replies, on writers held out whole; the floors only rise. And what is never an alarm."""

from __future__ import annotations

import asyncio
import csv
from typing import Any

import pytest

from bot.dialogue.understanding import Understanding
from bot.evaluation.danger import measure
from bot.nlu.neutral import CONTACTS
from bot.rasa.training import current_model
from bot.settings import ROOT
from tests.parts import PARTS

HELD_OUT = sorted((ROOT / "tests" / "danger").glob("heldout_*.tsv"))
FLOORS = {
    "acute_shown": 0.94,
    "plain_shown": 0.98,
    "acute_shown_or_named": 0.98,
    "heavy_heard": 0.95,
    "kind_right": 0.90,
    "other_right": 0.95,
}
CEILINGS = {"heavy_screen": 0.05, "false_alarms": 0.03}
WAYS = 0.02
"""How much a neutral sentence, shouting or a slip of the thumb may cost."""


@pytest.fixture(scope="module")
def figures() -> dict[str, Any]:
    return measure(HELD_OUT)


@pytest.fixture(scope="module")
def disturbed() -> dict[str, Any]:
    return measure(HELD_OUT[-2:], ways=True)  # two writers are enough to see it; `make understanding` measures all


@pytest.mark.parametrize(("figure", "floor"), FLOORS.items())
def test_floor(figures: dict[str, Any], figure: str, floor: float) -> None:
    assert figures[figure] >= floor, figures


@pytest.mark.parametrize(("figure", "ceiling"), CEILINGS.items())
def test_ceiling(figures: dict[str, Any], figure: str, ceiling: float) -> None:
    assert figures[figure] <= ceiling, figures


def test_no_stock_line_meets_danger_or_what_weighs(figures: dict[str, Any]) -> None:
    assert figures["stock"] == []


def test_what_must_not_matter_does_not(disturbed: dict[str, Any]) -> None:
    for way, found in disturbed["ways"].items():
        assert found["acute_shown"] >= disturbed["acute_shown"] - WAYS, way
        assert found["false_alarms"] <= disturbed["false_alarms"] + WAYS, way


@pytest.fixture(scope="module")
def understander() -> Any:
    from bot.rasa.quiet import printed_to

    with printed_to():
        from bot.rasa.understanding import Understander

        return Understander(current_model(), PARTS)


def places() -> list[str]:
    found = set()
    for file, column in (("kommuner.csv", "navn"), ("postnummer.csv", "poststed")):
        with (CONTACTS / file).open(encoding="utf-8", newline="") as rows:
            found |= {row[column].split(" (")[0] for row in csv.DictReader(rows)}
    return sorted(found)


def test_no_place_is_an_alarm_bare_or_in_a_sentence(understander: Any) -> None:
    async def alarms() -> list[str]:
        texts = [text for place in places() for text in (place, place.lower(), f"jeg bor i {place}", f"{place}, hvor er nav?")]
        return [text for text in texts if Understanding.from_parse(await understander.parse(text)).danger.acute]

    assert asyncio.run(alarms()) == []


def test_no_age_year_or_postcode_is_an_alarm(understander: Any) -> None:
    async def alarms() -> list[str]:
        texts = [form.format(number) for number in range(13, 40) for form in ("{}", "jeg er {}", "og {}", "er {} år", "i am {}")]
        texts += [str(year) for year in range(1990, 2014)] + ["født 2004", "8514", "postnummeret er 8514"]
        return [text for text in texts if Understanding.from_parse(await understander.parse(text)).danger.acute]

    assert asyncio.run(alarms()) == []


def test_a_place_never_hides_a_danger(understander: Any) -> None:
    async def missed() -> list[str]:
        texts = [f"jeg bor i {place} og orker ikke leve" for place in ("Levanger", "Våler", "Alvdal", "Bø", "Oslo", "Time")]
        return [text for text in texts if not Understanding.from_parse(await understander.parse(text)).danger.acute]

    assert asyncio.run(missed()) == []


def test_questions_after_help_are_told_apart(understander: Any) -> None:
    async def right() -> tuple[int, int]:
        with (ROOT / "tests" / "danger" / "after_heldout.tsv").open(encoding="utf-8", newline="") as file:
            rows = [row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row["id"] not in ("annet", "mer_fare")]
        found = [(Understanding.from_parse(await understander.parse(row["text"])).danger.question, row["id"]) for row in rows]
        return sum(question == wanted for question, wanted in found), len(found)

    hits, count = asyncio.run(right())
    assert hits >= 0.65 * count, f"{hits} of {count}"
