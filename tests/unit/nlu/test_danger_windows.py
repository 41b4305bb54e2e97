"""A long message is read in parts that cover all of it."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.around import AROUND, surrounded
from bot.nlu.danger_model import LONG, MOST_PARTS, clauses, windows
from bot.nlu.encoder import prepared


def test_a_short_message_is_read_as_it_is() -> None:
    assert windows("hei. jeg lurer på noe") == ["hei. jeg lurer på noe"]
    assert clauses("hei du. jeg lurer på noe") == ["hei du.", "jeg lurer på noe"]


@given(st.lists(st.text(alphabet="abcæøå.", min_size=1, max_size=600), min_size=1, max_size=60))
def test_every_word_of_a_long_message_is_in_a_part(words: list[str]) -> None:
    parts = windows(" ".join(words)[:1000])
    assert len(parts) <= MOST_PARTS
    assert all(part and len(part) <= LONG for part in parts)
    whole = " ".join(words)[:1000].split()
    assert all(any(word[:LONG] in part for part in parts) for word in whole)


def test_capitals_and_the_mark_at_the_end_do_not_matter_but_a_question_mark_does() -> None:
    assert prepared("HAN SLÅR MEG!!") == prepared("han slår meg.") == prepared("han slår meg")
    assert prepared("slår han deg?") != prepared("slår han deg")


def test_something_around_a_message_leaves_it_whole() -> None:
    rng = random.Random(1)
    for _ in range(200):
        assert "han slår meg" in surrounded("han slår meg", rng, ("hva er kvp",))


def test_what_is_measured_with_is_not_learnt() -> None:
    from bot.evaluation.disturbances import AFTER, BEFORE

    learnt = {prepared(text).rstrip("?") for text in AROUND}
    assert not learnt & {prepared(text).rstrip("?") for text in (*BEFORE, *AFTER)}
