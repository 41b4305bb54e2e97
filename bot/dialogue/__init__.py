"""The conversation itself, free of Rasa: what to say to an understood message."""

from bot.dialogue.reply import Reply
from bot.dialogue.state import State
from bot.dialogue.turn import Assistant
from bot.dialogue.understanding import Understanding

__all__ = ["Assistant", "Reply", "State", "Understanding"]
