"""Rasa's understanding of one message, without the dialogue: for evaluation and tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage

from bot.app import Parts
from bot.rasa.unpacked import use_unpacked_model
from bot.web.api.incoming import made_safe


class Understander:
    """Parses messages as the channel does: tidied, masked, shortened, never a command.

    Args:
        model: a model archive that was trained here.
        parts: the settings say how long a message is read whole.
    """

    def __init__(self, model: Path, parts: Parts) -> None:
        use_unpacked_model()
        self._agent = Agent.load(str(model))
        self._parts = parts

    async def parse(self, text: str) -> dict[str, Any]:
        """Intent, ranking and reading of a message; Rasa's parse format."""
        safe = made_safe(text, None, self._parts.settings.max_message_chars, self._parts.phrases).text
        result: dict[str, Any] = await self._agent.processor.parse_message(UserMessage(safe))
        return result
