"""The last step: the topic is answered."""

from __future__ import annotations

from bot.dialogue.reply import Reply
from bot.dialogue.steps.doubt import off_topic, unsure
from bot.dialogue.turn import Parts, Turn
from bot.dialogue.understanding import OFF_TOPIC


def answer(turn: Turn, parts: Parts) -> Reply:
    heard, state, answers = turn.heard, turn.state, parts.answers
    if heard.danger.suspicious and heard.intent in parts.roles.asides and not heard.pressed:
        return unsure(turn, parts)
    if heard.intent in parts.roles.guides and not heard.second:
        return answers.guide(heard.intent, state)
    if heard.intent in parts.roles.manners:
        return answers.manners(heard.intent, state)
    if heard.intent in parts.roles.contacts:
        return answers.contact(heard, state, turn.place)
    if heard.intent == OFF_TOPIC and not heard.pressed:
        return off_topic(state, parts)
    return answers.about(heard, state)
