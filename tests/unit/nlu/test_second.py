"""Two questions in one message: when there are two, which, and in which order."""

from __future__ import annotations

import numpy as np
import pytest

from bot.nlu.second import two_topics

MONEY, SCHOOL, LICENCE, HELLO = range(4)
ASIDES = frozenset({HELLO})


def shares(**of: float) -> np.ndarray:
    names = {"money": MONEY, "school": SCHOOL, "licence": LICENCE, "hello": HELLO}
    row = np.full(4, 0.01)
    for name, share in of.items():
        row[names[name]] = share
    return row


def test_what_the_head_takes_for_two_is_two_in_the_order_of_the_whole() -> None:
    assert two_topics(shares(money=0.7, school=0.2), [], shares(money=0.6, school=0.3), 0.8, ASIDES) == (MONEY, SCHOOL)


def test_a_story_with_a_sure_side_remark_is_one_question() -> None:
    rows = [shares(school=0.9), shares(money=0.9)]
    assert two_topics(shares(money=0.95), rows, shares(money=0.9), 0.05, ASIDES) is None


def test_two_sure_segments_are_two_when_that_is_likely_at_all() -> None:
    rows = [shares(school=0.9), shares(money=0.9)]
    whole = shares(money=0.95, school=0.02)
    assert two_topics(whole, rows, shares(money=0.9, school=0.05), 0.2, ASIDES, words=40) == (MONEY, SCHOOL)
    assert two_topics(whole, rows, shares(money=0.9), 0.6, ASIDES, words=40) == (MONEY, SCHOOL), "a segment is sure of it"


def test_what_no_segment_is_sure_of_must_be_seen_in_the_whole() -> None:
    rows = [shares(school=0.45), shares(money=0.9)]
    assert two_topics(shares(money=0.9, school=0.1), rows, shares(money=0.9) * 0.9, 0.8, ASIDES) is None
    assert two_topics(shares(money=0.9, school=0.1), rows, shares(money=0.9, school=0.05), 0.8, ASIDES) == (MONEY, SCHOOL)


def test_what_was_asked_first_is_answered_first_if_the_whole_agrees() -> None:
    rows = [shares(school=0.9), shares(money=0.9)]
    assert two_topics(shares(money=0.6, school=0.3), rows, shares(money=0.5, school=0.4), 0.9, ASIDES) == (SCHOOL, MONEY)


def test_a_greeting_is_no_second_question() -> None:
    rows = [shares(hello=0.99), shares(money=0.9)]
    assert two_topics(shares(money=0.9, hello=0.08), rows, shares(money=0.9, hello=0.06), 0.2, ASIDES) is None
    assert two_topics(shares(hello=0.9, money=0.2), rows, shares(hello=0.9), 0.9, ASIDES) is None


def test_a_second_that_nothing_speaks_for_is_left_out() -> None:
    assert two_topics(shares(money=0.99), [], shares(money=0.99), 0.9, ASIDES) is None


@pytest.mark.parametrize("rows", [[], [shares(money=0.9)]])
def test_without_an_encoder_two_sure_segments_are_needed(rows: list[np.ndarray]) -> None:
    assert two_topics(shares(money=0.9, school=0.1), rows, None, 1.0, ASIDES) is None
    assert two_topics(shares(money=0.9, school=0.1), [shares(money=0.9), shares(school=0.9)], None, 1.0, ASIDES) == (MONEY, SCHOOL)


def test_two_plain_questions_are_two_in_their_order_whatever_the_head_says() -> None:
    rows = [shares(school=0.9), shares(money=0.8)]
    assert two_topics(shares(money=0.95), rows, shares(money=0.9), 0.01, ASIDES, questions=[True, True]) == (SCHOOL, MONEY)
    assert two_topics(shares(money=0.95), rows, shares(money=0.9), 0.01, ASIDES, questions=[False, True]) is None


def test_a_short_message_is_answered_in_its_own_order_and_a_story_is_not() -> None:
    rows = [shares(school=0.9), shares(money=0.9)]
    whole = shares(money=0.95)
    assert two_topics(whole, rows, shares(money=0.5, school=0.4), 0.9, ASIDES, words=12) == (SCHOOL, MONEY)
    assert two_topics(whole, rows, shares(money=0.5, school=0.4), 0.9, ASIDES, words=60) == (MONEY, SCHOOL)
