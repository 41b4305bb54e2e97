"""A guide's open question is answered first; a guide that was left is corrected, asked about, or gone on with."""

from __future__ import annotations

from bot.dialogue.guide_words import asks_why
from bot.dialogue.reply import Reply
from bot.dialogue.steps.steer import why
from bot.dialogue.turn import Toolkit, Turn


def guide_at_hand(turn: Turn, tools: Toolkit) -> Reply | Turn:
    state = turn.state
    if state.venter == "guide" and state.guide:
        heard = tools.guides.hear(turn.heard, turn.facts, state, names_place=turn.place.alone)
        return (
            tools.answers.after_guide(heard)
            if isinstance(heard, Reply)
            else turn.remembering(venter=heard.venter, guide=heard.guide, fakta=heard.fakta)
        )
    if asks_why(turn.heard.said):
        return why(state, tools)
    later = tools.guides.hear_later(turn.heard, turn.facts, state)
    return tools.answers.after_guide(later) if later else turn
