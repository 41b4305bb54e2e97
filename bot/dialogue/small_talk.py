"""Small talk answers only small talk: with anything else in the message, that is what is answered."""

from __future__ import annotations

from dataclasses import replace

from bot.content.roles import Roles
from bot.dialogue.certainty import CLOSE
from bot.dialogue.understanding import OFF_TOPIC, Understanding
from bot.language.danger import NO_DANGER
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


def _courtesy(heard: Understanding) -> bool:
    """A greeting, thanks or a goodbye for certain, in a few words with nothing suspicious about them."""
    certain = heard.intent in COURTESIES and heard.confidence >= FOR_CERTAIN
    return certain and len(heard.said.words) <= FEW and heard.danger == NO_DANGER
