"""What every reply gets before it is sent: a way back to a guide, what danger and weight call for, a word in the
person's own language."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.care import HEAVY
from bot.dialogue.message import Message
from bot.dialogue.reply import Reply
from bot.dialogue.turn import Toolkit, Turn
from bot.dialogue.understanding import CRISIS
from bot.language.danger import NO_DANGER


def closed(reply: Reply, turn: Turn, tools: Toolkit) -> Reply:
    return _in_their_tongue(_closed(reply, turn, tools), turn, tools)


def _in_their_tongue(reply: Reply, turn: Turn, tools: Toolkit) -> Reply:
    """First, to who writes in a language we do not speak, and once: what this is, or in danger the numbers, in theirs."""
    if turn.tongue is None or (turn.tongue == reply.state.tunge and not turn.heard.danger.acute):
        return reply
    lines = tools.tongues.lines(turn.tongue, tools.today())
    text = lines.danger if reply.state.varsom or turn.heard.danger != NO_DANGER else lines.who
    first = Message("notice", text, malform=reply.state.malform, language=lines.code)
    return Reply((first, *reply.messages), replace(reply.state, tunge=turn.tongue))


def _closed(reply: Reply, turn: Turn, tools: Toolkit) -> Reply:
    if any(message.topic in (CRISIS, HEAVY) for message in reply.messages):
        return reply
    return tools.care.close(turn.heard, tools.guides.offer_to_go_on(reply))
