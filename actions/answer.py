"""Answers a topic."""

from __future__ import annotations

from actions.base import VeivalgAction
from bot.dialogue import Assistant, Reply, State, Understanding


class AnswerAction(VeivalgAction):
    def name(self) -> str:
        return "action_svar"

    def handle(self, assistant: Assistant, heard: Understanding, state: State) -> Reply:
        return assistant.answer(heard, state)
