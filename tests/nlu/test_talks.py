"""Whole conversations by two writers who had not seen the training data. The floor only rises."""

from __future__ import annotations

import asyncio

from bot.evaluation.talks import play, read_talks
from bot.rasa.training import current_model
from bot.settings import ROOT
from tests.parts import PARTS

TALKS = sorted((ROOT / "tests" / "nlu" / "talks").glob("*.yml"))
CHECKS = 0.68


def test_conversations_say_what_a_sensible_adviser_would() -> None:
    from bot.rasa.understanding import Understander

    talks = [talk for path in TALKS for talk in read_talks(path)]
    assert len(talks) >= 40
    figures = asyncio.run(play(talks, Understander(current_model(), PARTS), PARTS))
    print("\n".join(figures.lines()))
    assert figures.checks >= CHECKS, figures.missed
