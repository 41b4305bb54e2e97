"""A message that only tells of the writer is told back, and the talk goes on."""

from __future__ import annotations

import pytest

from tests.talk import Talk, assistant


@pytest.fixture
def talk() -> Talk:
    return Talk(assistant())


@pytest.mark.parametrize(
    ("text", "noted"),
    [
        ("jeg er 19 og bor i Narvik", "19 år, Narvik"),
        ("16. bor i bodø", "16 år, Bodø"),
        ("19 år gammel jente fra Tromsø", "19 år, Tromsø"),
        ("17 år", "17 år"),
        ("er 22", "22 år"),
        ("nei 24 ikke 14 haha", "24 år"),
        ("15. blir 16 i januar", "15 år"),
    ],
)
def test_it_is_told_back_with_ways_to_go_on(talk: Talk, text: str, noted: str) -> None:
    (message,) = talk.say(text)
    assert noted in message.text
    assert message.topic is None
    assert len(message.suggestions) >= 4
    assert talk.state.uforstatt == 0


@pytest.mark.parametrize(
    "supposed", ["hva hvis jeg er 17", "hva hvis jeg hadde vært 17", "hadde det vært det samme om jeg var 17?", "oi! 17 skulle det stå"]
)
def test_the_topic_at_hand_is_answered_for_that_age(talk: Talk, supposed: str) -> None:
    talk.say("hva tjener en lærling", topic="laerling")
    noted, answer = talk.say(supposed)[:2]
    assert "17 år" in noted.text
    assert (answer.topic, answer.facet) == ("laerling", "hvem")
    (asked,) = talk.say("nei 18")
    assert "18 år" in asked.text
    assert asked.type == "question", "the same is not said twice"


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("jeg er 19 og trenger penger i Narvik", "okonomi_akutt"),
        ("er 17 og vil bli lærling", "laerling"),
        ("bor i Bodø, har 16 i snitt", "uten_laereplass"),
    ],
)
def test_what_is_asked_beside_it_is_answered(talk: Talk, text: str, topic: str) -> None:
    assert talk.say(text, topic=topic)[0].topic == topic


def test_a_brothers_age_is_not_the_writers(talk: Talk) -> None:
    talk.say("broren min er 15")
    assert "fodt" not in talk.state.fakta
