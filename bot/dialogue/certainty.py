"""How sure is sure enough? The steps from answering to handing over.

The thresholds are read off the precision/coverage curve on held-out data (docs/understanding.md).
"""

from __future__ import annotations

from typing import Literal

from bot.dialogue.understanding import OFF_TOPIC, Understanding

SURE = 0.50
"""From here on the best topic is answered."""
CLOSE = 0.25
"""From here on the best topic is answered and the runner-up offered."""
MAYBE = 0.15
"""From here on the three best are offered; below it, what the assistant can do."""
RIVAL = 0.5
"""A runner-up with this share of the best probability is offered beside it."""

Certainty = Literal["sure", "close", "maybe", "lost"]


def certainty(understanding: Understanding) -> Certainty:
    """The step a message is at."""
    if understanding.pressed:
        return "sure"
    best = understanding.confidence
    rival = understanding.ranking[1][1] if len(understanding.ranking) > 1 else 0.0
    if best >= SURE and rival < RIVAL * best:
        return "sure"
    if best >= CLOSE:
        return "close"
    if best >= MAYBE and understanding.intent != OFF_TOPIC:
        return "maybe"
    return "lost"


def candidates(understanding: Understanding, leave_out: frozenset[str], count: int = 3) -> tuple[str, ...]:
    """The most likely topics worth offering, best first."""
    return tuple(topic for topic, _ in understanding.ranking if topic not in leave_out)[:count]
