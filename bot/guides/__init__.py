"""Guides: dated decision tables that turn a situation into an answer. Knows nothing of Rasa."""

from bot.guides.guide import Answer, Because, FactError, Guide, Outcome, Question
from bot.guides.loader import GuideError, load_guides

__all__ = ["Answer", "Because", "FactError", "Guide", "GuideError", "Outcome", "Question", "load_guides"]
