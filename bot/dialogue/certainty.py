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

BESIDE = 0.25
"""From here on such a runner-up is answered too, in short: it is then as often right as the best, and hardly ever neither is."""

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


def close_rival(understanding: Understanding, leave_out: frozenset[str]) -> str | None:
    """The runner-up that is nearly as likely as the best topic, both worth answering; None when one is clearly likelier."""
    best, *others = understanding.ranking[:2] or [("", 0.0)]
    if understanding.pressed or not others or best[0] != understanding.intent or best[0] in leave_out:
        return None
    topic, share = others[0]
    return topic if topic not in leave_out and share >= BESIDE and share >= RIVAL * best[1] else None


def candidates(understanding: Understanding, leave_out: frozenset[str], count: int = 3) -> tuple[str, ...]:
    """The most likely topics worth offering, best first."""
    return tuple(topic for topic, _ in understanding.ranking if topic not in leave_out)[:count]
