"""The last step: the topic is answered."""

from __future__ import annotations

from bot.dialogue.reply import Reply
from bot.dialogue.steps.doubt import off_topic, unsure
from bot.dialogue.turn import Toolkit, Turn
from bot.dialogue.understanding import OFF_TOPIC


def answer(turn: Turn, tools: Toolkit) -> Reply:
    heard, state, answers = turn.heard, turn.state, tools.answers
    if heard.danger.suspicious and heard.intent in tools.roles.asides | {OFF_TOPIC} and not heard.pressed:
        return unsure(turn, tools)
    if heard.intent in tools.roles.guides and not heard.second:
        return answers.guide(heard.intent, state)
    if heard.intent in tools.roles.manners:
        return answers.manners(heard.intent, state)
    if heard.intent in tools.roles.contacts and not heard.part_of(heard.intent):
        return answers.with_second(answers.contact(heard, state, turn.place), heard)
    if heard.intent == OFF_TOPIC and not heard.pressed:
        return off_topic(turn, state, tools)
    return answers.about(heard, state)
