"""What was not understood: the likeliest topics are offered, a person is, and whom to ring if it is serious."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.certainty import candidates, certainty
from bot.dialogue.message import Message
from bot.dialogue.reply import Reply
from bot.dialogue.state import State
from bot.dialogue.turn import Toolkit, Turn
from bot.dialogue.understanding import OFF_TOPIC

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
    if state.varsom:
        return tools.care.lost(state)
    topics = candidates(turn.heard, tools.roles.not_offered)
    if missed >= OFTEN:
        return _said("notice", "ikke_forstatt_igjen", (), state, tools, topic=OFF_TOPIC)
    if certainty(turn.heard) == "maybe":
        return _said("question", "mente_du", topics, state, tools)
    if turn.heard.intent == OFF_TOPIC:
        return off_topic(state, tools)
    return _said("notice", "ikke_forstatt", topics or tools.voice.library.start.in_doubt, state, tools, topic=OFF_TOPIC)


def off_topic(state: State, tools: Toolkit) -> Reply:
    """What the assistant does not know about, said kindly."""
    reply = tools.answers.topic(OFF_TOPIC, None, state)
    first = replace(reply.messages[0], text=f"{reply.messages[0].text}\n{tools.care.safety_line(state)}")
    return replace(reply, messages=(first, *reply.messages[1:]))


def _said(kind: str, key: str, topics: tuple[str, ...], state: State, tools: Toolkit, topic: str | None = None) -> Reply:
    malform, voice = state.malform, tools.voice
    text = f"{voice.say(key, malform)}\n{tools.care.safety_line(state)}"
    message = Message(kind, text, topic=topic, suggestions=voice.topic_buttons(topics, malform) + voice.person(malform), malform=malform)  # type: ignore[arg-type]
    return Reply((message,), state)
