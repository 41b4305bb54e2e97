"""Whether a message asks about two things, and in which order they are answered.

Read segment by segment, stories were taken for two questions in one of ten, and what came first was wrong in four of five of
those; the encoder's own head for it, learnt from messages that do and do not ask two things, decides first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Limits:
    """Probabilities, read off five held-out writers (1 459 messages, 317 of them two questions).

    Attributes:
        asked: from here on the message asks two things.
        likely: from here on it does if two of its segments are each sure of a topic.
        segment: from here on a segment is sure.
        plainly: from here on two questions with a question mark each are two, in their order, whatever else is said.
        second: the least the second topic must have.
        heard: the least a second topic that no segment is sure of must have in the encoder's own view of the whole message: of 18 with less, 15 were not asked about.
        before: the least a topic must have in the whole message to be answered before the likeliest, when it was asked before it.
    """

    asked: float = 0.2
    likely: float = 0.1
    segment: float = 0.5
    plainly: float = 0.5
    second: float = 0.02
    heard: float = 0.015
    before: float = 0.1


LIMITS = Limits()
SHORT = 25
"""Most words of a message that is no story."""
SEGMENT_SHARE = 0.5
"""What the surest segment counts beside the whole message."""


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
    sure = [topic for topic in dict.fromkeys(int(row.argmax()) for row in segments if row.max() >= limits.segment) if topic not in asides]
    if by_head is not None and asks_two >= limits.asked:
        other = _runner_up(whole, segments, by_head, asides | {leading}, limits)
    elif asks_two >= limits.likely and leading in sure and len(sure) > 1:
        other = next(topic for topic in sure if topic != leading)
    else:
        return None
    if other is None or leading in asides:
        return None
    if by_head is not None and by_head[other] < limits.heard and other not in sure:
        return None
    earlier = leading in sure and other in sure and sure.index(other) < sure.index(leading)
    return (other, leading) if earlier and (words <= SHORT or whole[other] >= limits.before) else (leading, other)


def _runner_up(whole: np.ndarray, segments: Sequence[np.ndarray], by_head: np.ndarray, never: frozenset[int], limits: Limits) -> int | None:
    score = (whole + by_head) / 2
    if segments:
        score = score + SEGMENT_SHARE * np.max(segments, axis=0)
    score[list(never)] = 0.0
    best = int(score.argmax())
    return best if score[best] >= limits.second else None
