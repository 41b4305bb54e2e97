"""A follow-up names no topic: «og hvor lenge varer det?», «hva med lærekandidat da?»."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.certainty import certainty
from bot.dialogue.reply import Reply
from bot.dialogue.steps.doubt import unsure
from bot.dialogue.turn import Toolkit, Turn

PLAINLY = 0.95
"""From this probability on one of the topic's questions is what is asked, though its words ask for a facet: «må jeg ut med penger for det»."""


def follow_up(turn: Turn, tools: Toolkit) -> Reply | Turn:
    heard, state = turn.heard, turn.state
    if not heard.elliptical or not state.tema or not (heard.facet or heard.carry):
        return turn
    if heard.carry and certainty(heard) in ("sure", "close") and heard.intent not in tools.roles.asides:
        return tools.answers.topic(heard.intent, heard.facet or state.fasett, state)
    if heard.facet is None:
        return unsure(turn, tools)
    if heard.facet == "kontakt":
        return tools.answers.whom_to_contact(heard, replace(state, venter=None), turn.place)
    part = next((part for of, part, share in heard.parts if of == state.tema and share >= PLAINLY), None)
    return tools.answers.topic(state.tema, heard.facet, state, part)
