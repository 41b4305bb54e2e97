"""What is taken out of a ranking before it decides: small talk beside something else, and a guess that would hurt."""

from __future__ import annotations

from dataclasses import replace

from bot.content.roles import Roles
from bot.dialogue.certainty import CLOSE
from bot.dialogue.understanding import OFF_TOPIC, Understanding
from bot.language.danger import NO_DANGER
from bot.language.delicate import unnamed
from bot.language.small_talk import courtesy, only_small_talk

SURELY_US = 0.7
"""Below this such an answer is only offered: «if I'm reported missing, can I still work» is no question about privacy."""

MOST_WORDS = 12
"""A longer message has something else in it: «har dere taushetsplikt? altså hvis jeg forteller om noe som skjedde i sommer …»."""

ONLY_OFFERED = CLOSE - 0.01

FOR_CERTAIN = 0.97
"""From this probability on a few words are a courtesy, though not each of them is one: «okei må løpe, snakkes». Read off ten held-out writers."""
COURTESIES = frozenset({"hilsen", "takk", "farvel"})
"""Not yes and no, which mean what was asked."""
FEW = 8
"""Words of such a message, at most."""

NAMED_OR_SURE = 0.85
"""Below this a topic that hurts when it is wrong must be named by a word of its own."""

MOST_GAINED = 3.0
"""How many times surer a topic may become when small talk is taken out of the ranking: a weak guess stays one."""


def without_small_talk(heard: Understanding, roles: Roles) -> Understanding:
    """What was heard, without a greeting or a thank-you that stood beside something else: the rest of the ranking decides.

    What is perhaps asked of the assistant itself is made no more than a guess.
    """
    if heard.intent in roles.about_us and not heard.pressed and (heard.confidence < SURELY_US or len(heard.said.words) > MOST_WORDS):
        return replace(heard, confidence=min(heard.confidence, ONLY_OFFERED))
    said = None if heard.pressed or heard.danger != NO_DANGER else courtesy(heard.said)
    if said and (said == "farvel" or heard.intent not in roles.manners):
        return replace(heard, intent=said, confidence=max(heard.confidence, FOR_CERTAIN))
    if heard.pressed or heard.intent not in roles.manners or only_small_talk(heard.said) or _courtesy(heard):
        return heard
    rest = tuple((topic, share) for topic, share in heard.ranking if topic not in roles.manners)
    total = sum(share for _, share in rest)
    if not rest or total <= 0:
        return replace(heard, intent=OFF_TOPIC, confidence=0.0, ranking=())
    ranking = tuple((topic, min(share / total, share * MOST_GAINED)) for topic, share in rest)
    return replace(heard, intent=ranking[0][0], confidence=ranking[0][1], ranking=ranking)


def without_delicate(heard: Understanding) -> Understanding:
    """What was heard, without a guess at a topic that hurts when it is wrong (bot/language/delicate.py): the rest decides, no surer for it."""
    if heard.pressed or not (out := frozenset(topic for topic, share in heard.ranking if share < NAMED_OR_SURE) & unnamed(heard.said)):
        return heard
    ranking = tuple((topic, share) for topic, share in heard.ranking if topic not in out)
    parts = tuple(part for part in heard.parts if part[0] not in out)
    heard = replace(heard, ranking=ranking, parts=parts, second=None if heard.second in out else heard.second)
    if heard.intent not in out:
        return heard
    intent, confidence = ranking[0] if ranking else (OFF_TOPIC, 0.0)
    return replace(heard, intent=intent, confidence=confidence)


def _courtesy(heard: Understanding) -> bool:
    """A greeting, thanks or a goodbye for certain, in a few words with nothing suspicious about them."""
    certain = heard.intent in COURTESIES and heard.confidence >= FOR_CERTAIN
    return certain and len(heard.said.words) <= FEW and heard.danger == NO_DANGER
