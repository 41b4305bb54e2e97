"""A long message is read in parts that cover all of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.danger_model import LONG, MOST_PARTS, clauses, windows


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
