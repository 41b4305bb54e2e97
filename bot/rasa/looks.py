"""What must work for a message to be answered (`/health/ready`)."""

from __future__ import annotations

from collections.abc import Mapping

from rasa.core.agent import Agent

from bot.app import Parts
from bot.rasa.tracker_store import store_of
from bot.web.health import Look


def looks(agent: Agent, parts: Parts) -> Mapping[str, Look]:
    """A look at each part: the model, the answers, and the two stores."""
    return {
        "model": agent.is_ready,
        "content": lambda: len(parts.library) > 0,
        "conversations": store_of(agent).alive,
        "contacts": parts.directory.alive,
    }
