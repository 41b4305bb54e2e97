"""A slip of the thumb leaves a word to be known by."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.slips import slip, slip_word


@given(st.text("abcdeæøå", min_size=3, max_size=12), st.integers(0, 2**32))
def test_the_first_letter_stays_and_the_length_changes_by_one_at_most(word: str, seed: int) -> None:
    slipped = slip_word(word, random.Random(seed))
    assert slipped[0] == word[0]
    assert abs(len(slipped) - len(word)) <= 1
    assert set(slipped) <= set(word)


def test_one_word_of_four_letters_or_more_is_hit() -> None:
    before = "jeg vil bli rørlegger i 2027".split()
    for seed in range(50):
        after = slip(" ".join(before), random.Random(seed)).split()
        assert [word for word, old in zip(after, before, strict=True) if word != old] in ([], [after[3]])
    assert slip("ja nei 2027", random.Random(1)) == "ja nei 2027"
