"""Prison, drugs and police certificates are not brought up by a guess: what hurts when it is wrong must be named, or certain."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.understanding import OFF_TOPIC, Understanding
from bot.language.delicate import unnamed

NAMED_OR_SURE = 0.85
"""Below this a topic that hurts when it is wrong must be named by a word of its own."""


def without_delicate(heard: Understanding) -> Understanding:
    """What was heard, without a guess at a topic that hurts when it is wrong (bot/language/delicate.py): the rest decides, no surer for it."""
    shares = dict(heard.ranking)
    out = frozenset() if heard.pressed else frozenset(topic for topic in unnamed(heard.said) if shares.get(topic, 0.0) < NAMED_OR_SURE)
    if not out & {*shares, heard.second}:
        return heard
    ranking = tuple((topic, share) for topic, share in heard.ranking if topic not in out)
    parts = tuple(part for part in heard.parts if part[0] not in out)
    heard = replace(heard, ranking=ranking, parts=parts, second=None if heard.second in out else heard.second)
    if heard.intent not in out:
        return heard
    intent, confidence = ranking[0] if ranking else (OFF_TOPIC, 0.0)
    return replace(heard, intent=intent, confidence=confidence)
