"""Finds whom to contact where the person lives."""

from __future__ import annotations

from actions.base import VeivalgAction
from bot.dialogue import Assistant, Reply, State, Understanding


class ContactAction(VeivalgAction):
    def name(self) -> str:
        return "action_kontakt"

    def handle(self, assistant: Assistant, heard: Understanding, state: State) -> Reply:
        return assistant.contact(heard, state)
