"""What is about the talk itself is heard as a writer nobody had seen put it. The floors only rise."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bot.nlu.acts import NONE, read_acts
from bot.rasa.training import current_model
from bot.settings import ROOT
from tests.parts import PARTS

HELD_OUT = ROOT / "tests" / "nlu" / "acts" / "heldout.tsv"
HEARD, NOT_TAKEN = 0.88, 0.94


def test_acts_are_heard_and_nothing_else_is_taken_for_one() -> None:
    from bot.rasa.understanding import Understander

    rows = read_acts([Path(HELD_OUT)])
    understander = Understander(current_model(), PARTS)

    async def found() -> list[str]:
        return [(await understander.parse(text)).get("akt") or NONE for _, text in rows]

    pairs = list(zip(rows, asyncio.run(found()), strict=True))
    acts = [got == act for (act, _), got in pairs if act != NONE]
    others = [got == NONE for (act, _), got in pairs if act == NONE]
    print(f"heard {sum(acts)} of {len(acts)}, not taken {sum(others)} of {len(others)}")
    wrong = [(act, got, text) for (act, text), got in pairs if act != got]
    assert sum(acts) >= HEARD * len(acts), wrong
    assert sum(others) >= NOT_TAKEN * len(others), wrong
