"""Ways to ask are read whole, and every one belongs to a question that is there."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

import pytest

from bot.nlu.asked import Way, asked_ways, follow_ups, questions, read_follow_ups, read_ways
from bot.nlu.questions import SHORT
from bot.nlu.training_texts import training_utterances
from bot.settings import ROOT

FEWEST = 5
HELD_OUT = ROOT / "tests" / "nlu" / "follow_ups"


def test_a_file_is_a_topic(tmp_path: Path) -> None:
    (tmp_path / "kvp.tsv").write_text("part\ttext\njobbe\tlov å jobbe attåt?\n", encoding="utf-8")
    assert read_ways([tmp_path / "kvp.tsv"]) == [Way("kvp", "jobbe", "lov å jobbe attåt?")]


@pytest.mark.parametrize("row", ["\ttekst", "jobbe\t", "jobbe", "jobbe\ten\tto"])
def test_a_row_that_lacks_something_is_named(tmp_path: Path, row: str) -> None:
    path = tmp_path / "kvp.tsv"
    path.write_text(f"part\ttext\n{row}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"kvp\.tsv:2:"):
        read_ways([path])


def test_every_question_has_ways_and_every_way_a_question() -> None:
    there = {(way.topic, way.part) for way in questions() if way.part != SHORT}
    ways = Counter((way.topic, way.part) for way in asked_ways())
    assert not set(ways) - there, "ways to ask a question that no topic has"
    assert not {name for name in there if ways[name] < FEWEST}, f"questions with fewer than {FEWEST} ways"


def test_no_text_is_learnt_for_two_topics() -> None:
    """Rasa's own check of the training data refuses it too, minutes later."""
    topics = defaultdict[str, set[str]](set)
    for topic, text in [*training_utterances(), *((way.topic, way.text) for way in (*questions(), *asked_ways(), *follow_ups()))]:
        topics[text].add(topic)
    assert not {text: found for text, found in topics.items() if len(found) > 1}


def test_no_way_is_there_twice() -> None:
    twice = [text for text, count in Counter((way.topic, way.text.lower()) for way in asked_ways()).items() if count > 1]
    assert not twice


def test_a_follow_up_says_of_which_topic_it_is(tmp_path: Path) -> None:
    (tmp_path / "kari.tsv").write_text("topic\tpart\ttext\nkvp\tjobbe\thelga da?\n", encoding="utf-8")
    assert read_follow_ups([tmp_path / "kari.tsv"]) == [Way("kvp", "jobbe", "helga da?")]
    (tmp_path / "ola.tsv").write_text("part\ttext\njobbe\thelga da?\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"ola\.tsv"):
        read_follow_ups([tmp_path / "ola.tsv"])


def test_every_follow_up_asks_a_question_that_is_there_and_none_was_held_out() -> None:
    there = {(way.topic, way.part) for way in questions()}
    assert not {(way.topic, way.part) for way in follow_ups()} - there
    held = {way.text.lower() for way in read_follow_ups(sorted(HELD_OUT.glob("*.tsv")))}
    assert len(held) >= 200
    assert not held & {way.text.lower() for way in follow_ups() if len(way.text.split()) > 2}
