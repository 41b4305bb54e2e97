"""A language that was asked for is confirmed, with what was said last in it."""

from __future__ import annotations

from bot.dialogue.certainty import certainty
from bot.dialogue.reply import Reply
from bot.dialogue.state import State
from bot.dialogue.turn import Parts, Turn


def language(turn: Turn, parts: Parts) -> Reply | Turn:
    asks_more = certainty(turn.heard) == "sure" and turn.heard.intent not in parts.roles.asides
    return confirmed(turn.state, parts) if turn.heard.asked_malform and not asks_more else turn


def confirmed(state: State, parts: Parts) -> Reply:
    """The language is confirmed; the open question or the last answer follows in it."""
    reply = Reply((parts.voice.notice(f"malform_{state.malform}", state.malform),), state)
    if state.venter == "guide" and (question := parts.guides.resume(state)):
        return reply + question
    last = parts.answers.again(state)
    return reply + Reply((last,), state) if last else reply
