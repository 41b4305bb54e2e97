"""The question that is asked is the one that is answered: whole writers held out, the topic given (tests/nlu/told, column `part`)."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from bot.nlu.questions import NO_QUESTION, read_questions
from bot.rasa.training import current_model
from bot.rasa.understanding import Understander
from tests.parts import PARTS

FILES = sorted((Path(__file__).parent / "told").glob("*.tsv"))
FIRST, AMONG_THREE = 0.78, 0.92
ENOUGH = 380


async def ranked() -> list[tuple[tuple[str, ...], list[str]]]:
    """For each message that asks a question of its topic: what answers it, and the questions that were named of that topic."""
    understander = Understander(current_model(), PARTS)
    found = []
    for asked in read_questions(FILES):
        if asked.part and asked.topic in PARTS.library:
            parse: dict[str, Any] = await understander.parse(asked.text)
            if parse["intent"]["name"] == asked.topic:
                named = [item["svar"] for item in parse.get("svar") or () if item["tema"] == asked.topic]
                found.append((tuple(part for part in asked.parts if part not in NO_QUESTION), named))
    return found


def test_the_question_is_named_first_or_among_three() -> None:
    found = asyncio.run(ranked())
    assert len(found) >= ENOUGH
    first = sum(named[:1] != [] and named[0] in right for right, named in found) / len(found)
    three = sum(any(part in right for part in named[:3]) for right, named in found) / len(found)
    print(f"question right {first:.3f}, among three {three:.3f} of {len(found)}")
    assert first >= FIRST
    assert three >= AMONG_THREE
