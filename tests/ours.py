"""What is ours, loaded once a session: the one place of the unit tests that knows how the parts are put together."""

from __future__ import annotations

from bot.assembly import assistant, directory, error_texts, guides, help_texts, library, phrases, settings

__all__ = ["assistant", "directory", "error_texts", "guides", "help_texts", "library", "phrases", "settings"]
