"""A reply: what is said and what is remembered."""

from __future__ import annotations

from dataclasses import dataclass

from bot.dialogue.message import Message
from bot.dialogue.state import State


@dataclass(frozen=True)
class Reply:
    """Messages in the order they are said, and the memory afterwards."""

    messages: tuple[Message, ...]
    state: State

    def __add__(self, more: Reply) -> Reply:
        return Reply(self.messages + more.messages, more.state)
