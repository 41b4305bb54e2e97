"""Replies are added in the order they are said."""

from __future__ import annotations

from bot.dialogue import Reply, State
from bot.dialogue.message import Message


def test_messages_follow_each_other_and_the_last_memory_counts() -> None:
    first, second = Message("notice", "en"), Message("notice", "to")
    both = Reply((first,), State(tema="a")) + Reply((second,), State(tema="b"))
    assert both == Reply((first, second), State(tema="b"))
