"""A help line that is asked for by name is given."""

from __future__ import annotations

import pytest

from bot.dialogue import State
from bot.language.danger import Danger
from tests.unit.dialogue.turns import lines, number, reply_to, said


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("hva er nummeret til giftinformasjonen", "giftinformasjonen"),
        ("tlf til alarmtelefonen?", "alarmtelefonen"),
        ("phone number for the police", "politi"),
    ],
)
def test_a_line_asked_for_by_name_is_given(text: str, name: str) -> None:
    reply = reply_to(text, Danger())
    assert number(name) in said(reply)
    assert name in lines(reply)
    assert number(name) in said(reply_to(text, Danger(), State(varsom=3, fare="selvmord")))


def test_both_numbers_of_the_police_are_given() -> None:
    assert {"politi", "politi_ikke_haster"} <= set(lines(reply_to("nummeret til politiet?", Danger())))


@pytest.mark.parametrize(
    "text",
    [
        "hvordan blir jeg politi", "jeg vil jobbe på legevakt, hva må jeg ta", "kan læreren min ringe mamma", "hva er politiattest?",
        "hvem ringer jeg for politiattest", "jeg er gift, kan jeg ringe nav", "hvordan ringer jeg politihøgskolen", "hva er gift",
    ],
)  # fmt: skip
def test_a_line_that_is_only_spoken_of_is_not(text: str) -> None:
    assert not lines(reply_to(text, Danger()))
