"""Guides: dated decision tables that turn a situation into an answer. Knows nothing of Rasa."""

from bot.guides.answer import Answer, Because, FactError, Outcome, Question
from bot.guides.guide import Guide
from bot.guides.loader import GuideError, load_guides

__all__ = ["Answer", "Because", "FactError", "Guide", "GuideError", "Outcome", "Question", "load_guides"]
