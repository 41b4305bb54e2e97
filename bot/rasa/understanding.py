"""Rasa's understanding of one message, without the dialogue: for evaluation and tests."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage

from bot.app import Parts
from bot.rasa.unpacked import use_unpacked_model
from bot.web.api.incoming import made_safe


@lru_cache(maxsize=1)
def _agent(model: Path) -> Agent:
    """The model, loaded once for all who measure with it: it keeps nothing of a message it has parsed."""
    use_unpacked_model()
    return Agent.load(str(model))


class Understander:
    """Parses messages as the channel does: tidied, masked, shortened, never a command.

    Args:
        model: a model archive that was trained here.
        parts: the settings say how long a message is read whole.
    """

    def __init__(self, model: Path, parts: Parts) -> None:
        self._agent = _agent(model)
        self._parts = parts

    async def parse(self, text: str) -> dict[str, Any]:
        """Intent, ranking and reading of a message; Rasa's parse format."""
        safe = made_safe(text, None, self._parts.settings.max_message_chars, self._parts.phrases).text
        result: dict[str, Any] = await self._agent.processor.parse_message(UserMessage(safe))
        return result
