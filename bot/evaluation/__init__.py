"""Measures how well utterances are understood, and says where it fails."""

from bot.evaluation.run import main

__all__ = ["main"]
