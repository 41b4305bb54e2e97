"""Answers a crisis with help, and nothing but help."""

from __future__ import annotations

from actions.base import VeivalgAction
from bot.dialogue import Assistant, Reply, State, Understanding


class CrisisAction(VeivalgAction):
    def name(self) -> str:
        return "action_krise"

    def handle(self, assistant: Assistant, heard: Understanding, state: State) -> Reply:
        return assistant.crisis(heard, state)
