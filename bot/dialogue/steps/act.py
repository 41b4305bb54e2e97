"""A message about the talk itself – a source, fewer words, the two compared – is answered from what was said."""

from __future__ import annotations

from bot.dialogue.reply import Reply
from bot.dialogue.turn import Toolkit, Turn
from bot.language.danger import NO_DANGER

GOOD_NEWS = "god_nyhet"


def act(turn: Turn, tools: Toolkit) -> Reply | Turn:
    if turn.state.venter == "guide" or turn.state.varsom:  # a guide knows «stopp» and «hvorfor»; help is not summed up
        return turn
    if turn.facts or turn.told.born or turn.place.kommune:  # «nei, født i 1996»: what is told counts
        return turn
    found, heard = turn.heard.act, turn.heard
    if found == GOOD_NEWS and (heard.said.inquires or heard.danger.suspicious or heard.danger.level != NO_DANGER.level):
        return turn  # calm, and giving things away, is no good news
    reply = tools.acts.reply(found, turn.state) if found else None
    return turn if reply is None else reply
