"""Whether a message asks about two things, and in which order they are answered.

Each topic is weighed beside the leading one, by the whole message, the encoder, the surest segment, and the encoder's head for messages
that ask two things. Read segment by segment alone, stories were taken for two questions in one of ten.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Limits:
    """Probabilities, read off five held-out writers (1 469 messages, 325 of them two questions).

    Attributes:
        second: from here on another topic is asked about too.
        segment: from here on a segment is sure.
        plainly: from here on two questions with a question mark each are two, in their order, whatever else is said.
        apart: below this probability that a message asks two things its segments are not read: of 2 804 held-out messages that saves 55 of 100
            readings, and of 43 second topics that fall away 3 were asked for.
        before: the least a topic must have in the whole message to be answered before the likeliest, when it was asked before it.
    """

    second: float = 0.16
    segment: float = 0.5
    plainly: float = 0.5
    apart: float = 0.1
    before: float = 0.1


LIMITS = Limits()
SHORT = 25
"""Most words of a message that is no story."""

WHOLE, HEAD, SURER, TWO, LEADING, LENGTH, MANY, BIAS = 0.099, 0.862, 0.346, 0.675, 0.393, 0.338, -0.458, 0.701
"""A logistic regression on those writers, each left out once: the log odds of a topic in the whole message, to the encoder, and in its surest
segment; that two things are asked; of the leading topic; the log of its words; its segments."""
LEAST = 1e-4
"""Kept from certainty, either way."""


def two_topics(
    whole: np.ndarray,
    segments: Sequence[np.ndarray],
    by_head: np.ndarray | None,
    asks_two: float,
    asides: frozenset[int],
    limits: Limits = LIMITS,
    questions: Sequence[bool] = (),
    words: int = 0,
) -> tuple[int, int] | None:
    """The two topics of a message, in the order they are answered; None when it is about one.

    Args:
        whole: probabilities of the topics for the whole message, shape (topics,).
        segments: the same for each of its segments, in their order.
        by_head: the encoder's own probabilities for the whole message, shape (topics,); None without an encoder.
        asks_two: how probable it is that the message asks two things.
        asides: topics that are no second question.
        questions: which of the segments are questions, with a question mark.
        words: how many words the message has; a short one is answered in its own order.
    """
    plain = [int(row.argmax()) for row, asked in zip(segments, questions, strict=False) if asked and row.max() >= limits.plainly]
    plain = [topic for topic in dict.fromkeys(plain) if topic not in asides]
    if len(plain) > 1:
        return plain[0], plain[1]
    leading = int(whole.argmax())
    if leading in asides:
        return None
    sure = [topic for topic in dict.fromkeys(int(row.argmax()) for row in segments if row.max() >= limits.segment) if topic not in asides]
    if by_head is None:
        other = next((topic for topic in sure if topic != leading), None) if leading in sure else None
    else:
        shares = _asked_too(whole, segments, by_head, asks_two, leading, words)
        shares[list(asides | {leading})] = 0.0
        best = int(shares.argmax())
        other = best if shares[best] >= limits.second else None
    if other is None:
        return None
    earlier = leading in sure and other in sure and sure.index(other) < sure.index(leading)
    return (other, leading) if earlier and (words <= SHORT or whole[other] >= limits.before) else (leading, other)


def _asked_too(
    whole: np.ndarray, segments: Sequence[np.ndarray], by_head: np.ndarray, asks_two: float, leading: int, words: int
) -> np.ndarray:
    """How probable it is of each topic that it is asked about beside the leading one."""
    surest = np.max(segments, axis=0) if len(segments) else whole
    odds = BIAS + WHOLE * _log_odds(whole) + HEAD * _log_odds(by_head) + SURER * _log_odds(surest)
    odds = (
        odds + TWO * _log_odds(asks_two) + LEADING * _log_odds(whole[leading]) + LENGTH * np.log(words + 1) + MANY * max(len(segments), 1)
    )
    return 1 / (1 + np.exp(-odds))


def _log_odds(share: np.ndarray | float) -> np.ndarray:
    kept = np.clip(share, LEAST, 1 - LEAST)
    return np.log(kept / (1 - kept))
