"""A follow-up that names no topic stays with what is talked of, and what begins anew does not: a writer held out whole (tests/nlu/follow_ups)."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

import pytest

from bot.dialogue import State, Understanding
from bot.nlu.asked import Way, read_follow_ups
from bot.rasa.training import current_model
from bot.rasa.understanding import Understander
from tests.parts import PARTS

FILES = sorted((Path(__file__).parent / "follow_ups").glob("*.tsv"))
NEW = "NEW"
SEED = 5
TOPIC, QUESTION, ANEW = 0.80, 0.58, 0.84


async def replies() -> list[tuple[Way, str | None, str | None]]:
    """Each held-out message with the topic and the question that were answered, said while its topic – for a new beginning another – is talked of."""
    understander, rng = Understander(current_model(), PARTS), random.Random(SEED)
    ways = read_follow_ups(FILES)
    topics = sorted({way.topic for way in ways})
    found = []
    for way in ways:
        at_hand = rng.choice([topic for topic in topics if topic != way.topic]) if way.part == NEW else way.topic
        heard = Understanding.from_parse(await understander.parse(way.text))
        reply = PARTS.assistant.turn(heard, State(tema=at_hand, temaer=(at_hand,), spurt_sted=True))
        answer = next((message for message in reply.messages if message.type == "answer"), None)
        found.append((way, answer.topic if answer else None, answer.part if answer else None))
    return found


@pytest.fixture(scope="module")
def answered() -> list[tuple[Way, str | None, str | None]]:
    return asyncio.run(replies())


def test_a_follow_up_stays_with_the_topic_and_gets_its_question(answered: list[tuple[Way, str | None, str | None]]) -> None:
    follow_ups = [found for found in answered if found[0].part != NEW]
    assert len(follow_ups) >= 150
    topic = sum(way.topic == about for way, about, _ in follow_ups) / len(follow_ups)
    question = sum((way.topic, way.part) == (about, part) for way, about, part in follow_ups) / len(follow_ups)
    print(f"topic right {topic:.3f}, question right {question:.3f} of {len(follow_ups)}")
    assert topic >= TOPIC
    assert question >= QUESTION


def test_a_new_beginning_does_not_stay(answered: list[tuple[Way, str | None, str | None]]) -> None:
    new = [found for found in answered if found[0].part == NEW]
    right = sum(way.topic == about for way, about, _ in new) / len(new)
    print(f"new beginnings right {right:.3f} of {len(new)}")
    assert right >= ANEW
