"""A language that was asked for is confirmed, with what was said last in it."""

from __future__ import annotations

from bot.dialogue.certainty import certainty
from bot.dialogue.reply import Reply
from bot.dialogue.state import State
from bot.dialogue.turn import Toolkit, Turn

FEW = 4
"""Words of a message that asks for a language and nothing else: «nynorsk igjen, takk»."""


def language(turn: Turn, tools: Toolkit) -> Reply | Turn:
    few = len(turn.heard.said.words) <= FEW
    asks_more = not few and certainty(turn.heard) == "sure" and turn.heard.intent not in tools.roles.asides
    return confirmed(turn.state, tools) if turn.heard.asked_malform and not asks_more else turn


def confirmed(state: State, tools: Toolkit) -> Reply:
    """The language is confirmed; the open question or the last answer follows in it."""
    reply = Reply((tools.voice.notice(f"malform_{state.malform}", state.malform),), state)
    if state.venter == "guide" and (question := tools.guides.resume(state)):
        return reply + question
    last = tools.answers.again(state)
    return reply + Reply((last,), state) if last else reply
