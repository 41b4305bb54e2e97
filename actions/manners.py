"""Greets, thanks and says goodbye."""

from __future__ import annotations

from actions.base import VeivalgAction
from bot.dialogue import Assistant, Reply, State, Understanding


class MannersAction(VeivalgAction):
    def name(self) -> str:
        return "action_samtale"

    def handle(self, assistant: Assistant, heard: Understanding, state: State) -> Reply:
        return assistant.manners(heard, state)
