"""What no text may say: claims that are not established, or no longer true (data/content/unsaid.yml)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.content.schema import read_checked
from bot.yaml_lines import ContentError


@dataclass(frozen=True)
class Claim:
    """A claim that stays unsaid: how it is recognised, why, and a sentence that makes it."""

    id: str
    pattern: re.Pattern[str]
    topics: frozenset[str]
    """The topics it is looked for in; empty is everywhere."""
    reason: str
    example: str

    def made_in(self, text: str, topic: str | None) -> str | None:
        """The words of a text that make the claim, if any.

        Args:
            text: as a reader sees it, figures filled in.
            topic: the topic it belongs to, or None for texts of no topic.
        """
        if self.topics and topic not in self.topics:
            return None
        match = self.pattern.search(text)
        return match.group(0) if match else None


@dataclass(frozen=True)
class Unsaid:
    """All such claims."""

    claims: tuple[Claim, ...] = ()

    def __iter__(self) -> Iterator[Claim]:
        return iter(self.claims)


def load_unsaid(path: Path) -> Unsaid:
    """Read `unsaid.yml`.

    Raises:
        ContentError: `file:line: reason` – it breaks its schema, a pattern is none, or misses its own example.
    """
    document = read_checked(path, "unsaid.schema.json")
    claims = []
    for id_, raw in (document.value or {}).items():
        line = document.line((id_, "monster"))
        try:
            pattern = re.compile(raw["monster"], 0 if raw.get("skill_store") else re.IGNORECASE)
        except re.error as error:
            raise ContentError(f"{path}:{line}: {id_}: the pattern cannot be read: {error}") from error
        if not pattern.search(raw["eksempel"]):
            raise ContentError(f"{path}:{line}: {id_}: the pattern does not find its own example")
        claims.append(Claim(id_, pattern, frozenset(raw.get("temaer") or ()), raw["grunn"], raw["eksempel"]))
    return Unsaid(tuple(claims))
