"""What every reply gets before it is sent: a way back to a guide, and what danger and weight call for."""

from __future__ import annotations

from bot.dialogue.care import HEAVY
from bot.dialogue.reply import Reply
from bot.dialogue.turn import Toolkit, Turn
from bot.dialogue.understanding import CRISIS


def closed(reply: Reply, turn: Turn, tools: Toolkit) -> Reply:
    if any(message.topic in (CRISIS, HEAVY) for message in reply.messages):
        return reply
    return tools.care.close(turn.heard, tools.guides.offer_to_go_on(reply))
