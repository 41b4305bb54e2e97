"""A message about the talk itself – a source, fewer words, the two compared – is answered from what was said."""

from __future__ import annotations

from bot.dialogue.reply import Reply
from bot.dialogue.turn import Toolkit, Turn
from bot.language.danger import NO_DANGER
from bot.language.small_talk import only_small_talk

GOOD_NEWS = "god_nyhet"
ASK_ON = frozenset({"hvem_hjelper", "hva_si", "ta_med"})
CERTAIN = 0.97
"""From this probability on a message is about the assistant itself: «lagrer du det jeg skriver?» is no «what did I say»."""


def act(turn: Turn, tools: Toolkit) -> Reply | Turn:
    if turn.state.venter == "guide" or turn.state.varsom:  # a guide knows «stopp» and «hvorfor»; help is not summed up
        return turn
    if turn.facts or turn.told.born or turn.place.kommune:  # «nei, født i 1996»: what is told counts
        return turn
    found, heard = turn.heard.act, turn.heard
    if found in ASK_ON and heard.facet not in (None, "kontakt"):
        return turn  # «og hvem kan få det?» asks for a facet of the topic at hand
    if heard.intent in tools.roles.about_us and heard.confidence >= CERTAIN:
        return turn
    weighs = heard.danger.suspicious or heard.danger.level != NO_DANGER.level  # calm, and giving things away, is no good news
    if found == GOOD_NEWS and (heard.said.inquires or weighs or only_small_talk(heard.said)):
        return turn
    reply = tools.acts.reply(found, turn.state) if found else None
    return turn if reply is None else reply
