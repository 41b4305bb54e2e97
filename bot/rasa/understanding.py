"""Rasa's understanding of one message, without the dialogue: for evaluation and tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage

from bot.settings import Settings
from bot.web.api.incoming import made_safe


class Understander:
    """Parses messages as the channel does: tidied, masked, shortened, never a command.

    Args:
        model: a model archive that was trained here.
    """

    def __init__(self, model: Path) -> None:
        self._agent = Agent.load(str(model))
        self._max_chars = Settings.load().max_message_chars

    async def parse(self, text: str) -> dict[str, Any]:
        """Intent, ranking and reading of a message; Rasa's parse format."""
        safe, _ = made_safe(text, None, self._max_chars)
        result: dict[str, Any] = await self._agent.processor.parse_message(UserMessage(safe))
        return result
