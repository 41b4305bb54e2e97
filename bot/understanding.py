"""Rasa's understanding of one message, without the dialogue: for evaluation and tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage

from bot.language.normalise import tidy
from bot.privacy.mask import mask


class Understander:
    """Parses messages as the channel does: tidied, masked, never a command.

    Args:
        model: a model archive that was trained here.
    """

    def __init__(self, model: Path) -> None:
        self._agent = Agent.load(str(model))

    async def parse(self, text: str) -> dict[str, Any]:
        """Intent, ranking and reading of a message; Rasa's parse format."""
        safe = mask(tidy(text).lstrip("/ ") or "…").text
        result: dict[str, Any] = await self._agent.processor.parse_message(UserMessage(safe))
        return result
