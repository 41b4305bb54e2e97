"""Checks over every answer: each finding says where it is and what to do."""

from bot.content.check.finding import RULES, Finding
from bot.content.check.run import check_content

__all__ = ["RULES", "Finding", "check_content"]
