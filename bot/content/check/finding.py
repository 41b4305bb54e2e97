"""What a check found."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from bot.content.topic import Topic


@dataclass(frozen=True, order=True)
class Finding:
    """One thing to mend: the file, its line (from 1), what to do, and whether it may wait."""

    path: Path
    line: int
    message: str
    warning: bool = False

    def __str__(self) -> str:
        kind = "warning: " if self.warning else ""
        return f"{os.path.relpath(self.path)}:{self.line}: {kind}{self.message}"


def at(topic: Topic, key: tuple[str | int, ...], message: str, warning: bool = False) -> Finding:
    """A finding at a key of a topic's file."""
    where = ".".join(str(part) for part in key)
    return Finding(topic.document.path, topic.document.line(key), f"{where}: {message}" if where else message, warning)
