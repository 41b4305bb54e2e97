"""What a message tells of danger, whoever found it out (docs/decisions/0008-danger.md)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["ingen", "tung", "akutt"]

CIRCUMSTANCES = ("naa", "liv", "borte", "lokket", "over", "barn")
"""What a message can tell besides the danger, so that no «if» asks for it: that it goes on now or comes within a day, that a body may
not last, that somebody is gone, that they are being lured, that it is over, that it is about a child of 12 or less."""


@dataclass(frozen=True)
class Danger:
    """What one message tells of danger.

    Attributes:
        level: `akutt`, somebody is or may be in danger; `tung`, it hurts and no danger is told; `ingen`.
        kind: what kind (`vold`, `sorg` …); `ukjent` when only the level is known, `ingen` for none.
        sure: the kind is certain enough to change what an ongoing conversation is about.
        other: it is about somebody else than the one who writes.
        narrow: acute by little, and by no word that says it: in the middle of a talk about something else it is more likely nothing.
        suspicious: not enough to act on, and too much for a stock line.
        question: what is asked of the help that was shown (data/help/after.yml), if the message asks that.
        asked: the same, asked in one sentence of a message that tells of danger in another.
        told: which of `CIRCUMSTANCES` the message tells of.
    """

    level: Level = "ingen"
    kind: str = "ingen"
    sure: bool = False
    other: bool = False
    narrow: bool = False
    suspicious: bool = False
    question: str | None = None
    asked: str | None = None
    told: tuple[str, ...] = ()

    @property
    def acute(self) -> bool:
        return self.level == "akutt"

    @property
    def heavy(self) -> bool:
        return self.level == "tung"


NO_DANGER = Danger()
