"""The parts of a process that Rasa starts: it makes channels from credentials.yml, and hands them nothing of ours."""

from __future__ import annotations

from functools import lru_cache

from bot.app import Parts


@lru_cache(maxsize=1)
def parts() -> Parts:
    """The same parts for every channel that `rasa run` makes; `python -m bot run` hands its own on, and never asks.

    Raises:
        SettingsError: a value of the environment cannot be used.
    """
    return Parts()
