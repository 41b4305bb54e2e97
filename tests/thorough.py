"""How much is tried: a sample while one works, all of it in `make test` (scripts/test.sh sets VEIVALG_THOROUGH=1)."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TypeVar

THOROUGH = os.environ.get("VEIVALG_THOROUGH") == "1"
FEWEST = 40
"""Examples that even a quick run draws."""

Item = TypeVar("Item")


def examples(thorough: int) -> int:
    """How many examples a property is tried on."""
    return thorough if THOROUGH else max(FEWEST, thorough // 5)


def some(items: Sequence[Item], every: int = 5) -> Sequence[Item]:
    """All of them, or one in so many."""
    return items if THOROUGH else items[::every]
