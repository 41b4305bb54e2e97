"""What has changed in the answers, for advisers who embed them (data/content/changes.yml)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.content.schema import day, read_checked
from bot.content.topic import Text
from bot.yaml_lines import ContentError, YamlDocument


@dataclass(frozen=True)
class Change:
    """One change: the day it was published, its topic (None: several), and what changed, in bokmål and nynorsk."""

    day: date
    topic: str | None
    text: Text


@dataclass(frozen=True)
class Changes:
    """All changes, in the order of the file: newest first."""

    entries: tuple[Change, ...]
    document: YamlDocument

    def latest(self, count: int) -> tuple[Change, ...]:
        """The newest changes."""
        return tuple(sorted(self.entries, key=lambda change: change.day, reverse=True)[:count])


def load_changes(path: Path) -> Changes:
    """Read `changes.yml`.

    Raises:
        ContentError: `file:line: reason` – it breaks its schema, or a date stands in quotes.
    """
    document = read_checked(path, "changes.schema.json")
    entries = []
    for index, raw in enumerate(document.value or ()):
        try:
            when = day(raw["dato"])
        except ValueError as error:
            raise ContentError(f"{path}:{document.line((index, 'dato'))}: {error}") from error
        entries.append(Change(when, raw["tema"], {"nb": " ".join(raw["nb"].split()), "nn": " ".join(raw["nn"].split())}))
    return Changes(tuple(entries), document)
