"""The parts that tests share when they ask for nothing special: read once, as the assistant itself does."""

from __future__ import annotations

from bot.app import Parts

PARTS = Parts()
