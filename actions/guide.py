"""Runs a guide."""

from __future__ import annotations

from actions.base import VeivalgAction
from bot.dialogue import Assistant, Reply, State, Understanding


class GuideAction(VeivalgAction):
    def name(self) -> str:
        return "action_guide"

    def handle(self, assistant: Assistant, heard: Understanding, state: State) -> Reply:
        return assistant.guide(heard, state)
