"""What was not understood: the likeliest topics are offered, a person is, and whom to ring if it is serious."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from bot.dialogue.certainty import candidates, certainty
from bot.dialogue.message import Message
from bot.dialogue.reply import Reply
from bot.dialogue.state import State
from bot.dialogue.turn import Toolkit, Turn
from bot.dialogue.understanding import OFF_TOPIC
from bot.dialogue.writing import writes
from bot.language.danger import NO_DANGER

CONSIDERED = 10
"""Topics looked at for what they have in common."""
ONE_AREA = 0.55
"""Share of what the topics of all areas have together, from which on one area is what a message is about."""
FAINTEST = 0.05
"""Least probability of the likeliest of them: «trenger jobb» is spread thin over many, nonsense is nothing at all."""
OPENINGS = frozenset({"rettigheter", "skole", "fagbrev", "nav", "jobb"})
"""Areas that have a sentence for a vague beginning (`aapning_` in data/content/phrases.yml)."""
OFTEN = 3
"""Turns in a row that were not understood, after which only a person is offered."""


def doubt(turn: Turn, tools: Toolkit) -> Reply | Turn:
    if certainty(turn.heard) in ("maybe", "lost"):
        return unsure(turn, tools)
    return turn.remembering(venter=None, uforstatt=0)


def unsure(turn: Turn, tools: Toolkit) -> Reply:
    """The reply when it is not known what is asked."""
    missed = turn.state.uforstatt + 1
    state = replace(turn.state, uforstatt=missed, venter=None)
    if state.varsom and missed == 1:  # the same sentence twice would be no answer
        return tools.care.lost(state)
    if turn.heard.danger.suspicious and missed < OFTEN:
        return tools.care.perhaps(state)
    topics = candidates(turn.heard, tools.roles.not_offered, CONSIDERED)
    if missed >= OFTEN:
        return _said("notice", "ikke_forstatt_igjen", (), turn, state, tools, topic=OFF_TOPIC)
    if (area := _area(turn, tools)) is not None:
        near = tuple(topic for topic in topics if tools.voice.library[topic].area == area)
        return _said("question", f"aapning_{area}", near[:3], turn, state, tools)
    if certainty(turn.heard) == "maybe":
        return _said("question", "mente_du", topics[:3], turn, state, tools)
    if turn.heard.intent == OFF_TOPIC:
        return off_topic(turn, state, tools)
    return _said("notice", "ikke_forstatt", topics[:3] or tools.voice.library.start.in_doubt, turn, state, tools, topic=OFF_TOPIC)


def _area(turn: Turn, tools: Toolkit) -> str | None:
    """The area that most of the ranking agrees on, though no topic of it stands out: «trenger jobb»."""
    library = tools.voice.library
    offered = [(topic, share) for topic, share in turn.heard.ranking if topic in library and topic not in tools.roles.not_offered]
    if turn.heard.intent == OFF_TOPIC or max((share for _, share in offered), default=0.0) < FAINTEST:
        return None
    shares = defaultdict[str, float](float)
    for topic, share in offered:
        shares[library[topic].area] += share
    best = max(shares, key=lambda area: shares[area])
    return best if best in OPENINGS and shares[best] >= ONE_AREA * sum(shares.values()) else None


def off_topic(turn: Turn, state: State, tools: Toolkit) -> Reply:
    """What the assistant does not know about, said kindly."""
    reply = tools.answers.topic(OFF_TOPIC, None, state)
    first = replace(reply.messages[0], text=f"{reply.messages[0].text}\n{_in_case(turn, state, tools)}")
    return replace(reply, messages=(first, *reply.messages[1:]))


def _in_case(turn: Turn, state: State, tools: Toolkit) -> str:
    """Whom to ring if it is serious: one short line, unless something sounds like it."""
    danger = turn.heard.danger
    harmless = danger.level == NO_DANGER.level and not danger.suspicious and not danger.narrow
    return tools.care.safety_line(state, short=harmless or writes(state))


def _said(kind: str, key: str, topics: tuple[str, ...], turn: Turn, state: State, tools: Toolkit, topic: str | None = None) -> Reply:
    malform, voice = state.malform, tools.voice
    text = f"{voice.say(key, malform)}\n{_in_case(turn, state, tools)}"
    message = Message(kind, text, topic=topic, suggestions=voice.topic_buttons(topics, malform) + voice.person(malform), malform=malform)  # type: ignore[arg-type]
    return Reply((message,), state)
