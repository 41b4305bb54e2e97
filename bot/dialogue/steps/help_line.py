"""A help line that is asked for by name is given, whatever it is wanted for: its number is never held back."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.reply import Reply
from bot.dialogue.turn import Toolkit, Turn


def help_line(turn: Turn, tools: Toolkit) -> Reply | Turn:
    if turn.heard.pressed:
        return turn
    found = tools.care.named_lines(turn.heard.said, turn.state)
    if found is None:
        return turn
    return Reply((found,), replace(turn.state, uforstatt=0))
