"""A message is split where it may ask two things, and travels with its parts."""

from __future__ import annotations

import pytest
from rasa.shared.nlu.training_data.message import Message

from bot.rasa.pipeline.segmenter import MAX_SEGMENTS, SEGMENTS, Segmenter, split, with_segments


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("hva er kvp? hvordan blir jeg lærling?", ("hva er kvp?", "hvordan blir jeg lærling?")),
        ("hva er kvp og hvordan blir jeg lærling", ("hva er kvp", "hvordan blir jeg lærling")),
        ("jeg er 17 og bor i Narvik", ()),
        ("hva er kvp? takk", ()),
        ("jeg er 17, hva kan jeg gjøre", ("jeg er 17", "hva kan jeg gjøre")),
        ("kva er kvp\nkorleis blir eg lærling", ("kva er kvp", "korleis blir eg lærling")),
        ("hei du. " * (MAX_SEGMENTS + 1), ()),
    ],
)
def test_the_parts(text: str, parts: tuple[str, ...]) -> None:
    assert split(text) == parts


def test_parts_are_messages_of_their_own_behind_all_the_others() -> None:
    messages = [Message({"text": "hva er kvp? hva er aap?"}), Message({"text": "hei"})]
    Segmenter().process(messages)
    assert [segment.get("text") for segment in messages[0].get(SEGMENTS)] == ["hva er kvp?", "hva er aap?"]
    assert [message.get("text") for message in with_segments(messages)] == ["hva er kvp? hva er aap?", "hei", "hva er kvp?", "hva er aap?"]
