"""Checks over every answer: each finding says where it is and what to do."""

from bot.content.check.finding import Finding
from bot.content.check.run import check_content, main

__all__ = ["Finding", "check_content", "main"]
