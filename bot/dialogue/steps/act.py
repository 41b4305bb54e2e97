"""A message about the talk itself – a source, fewer words, the two compared – is answered from what was said."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dialogue.reply import Reply
from bot.dialogue.turn import Toolkit, Turn
from bot.language.danger import NO_DANGER
from bot.language.person import read_birth_correction
from bot.language.small_talk import only_small_talk

GOOD_NEWS = "god_nyhet"
STOP = "stopp"
ASK_ON = frozenset({"hvem_hjelper", "hva_si", "ta_med"})
ASKED_OF_A_TOPIC = ASK_ON | {"god_nyhet", "tor_ikke", "naar_sjekket", "sammenlign", "paa_nytt", "mest", "anbefal", "eksempel"}
"""Acts that a follow-up may sound like."""
OF_AN_ANSWER = frozenset({"kilde", "sikker", "naar_sjekket"})
"""Acts about what was just answered: «hvor har du det fra» is then no question about the machine."""
CALL = "ring_for_meg"
_NUMBER = re.compile(r"\b(?:telefon)?(?:nummer\w*|numbers?|tlf)\b")
CERTAIN = 0.97
"""From this probability on a message is about the assistant itself: «lagrer du det jeg skriver?» is no «what did I say»."""


def _tells(turn: Turn, tools: Toolkit) -> bool:
    """Whether a message tells something of the writer, or puts it right."""
    return bool(turn.facts or turn.told.born or turn.place.kommune or read_birth_correction(turn.heard.said, tools.today()))


def act(turn: Turn, tools: Toolkit) -> Reply | Turn:
    if turn.state.venter == "guide" or turn.state.varsom:  # a guide knows «stopp» and «hvorfor»; help is not summed up
        return turn
    if _tells(turn, tools):  # «nei, født i 1996»: what is told counts
        return turn
    found, heard = turn.heard.act, turn.heard
    if heard.follows(turn.state.tema) and found in ASKED_OF_A_TOPIC:  # «hvem av dem betaler meg egentlig» is a question of the topic
        return turn
    meaning = tools.voice.meaning(heard.said, turn.state.malform)
    if meaning is not None and meaning.topic is None:  # a word with a topic of its own is that topic's to explain
        return Reply((meaning,), replace(turn.state, uforstatt=0))
    if found in ASK_ON and heard.facet not in (None, "kontakt"):
        return turn  # «og hvem kan få det?» asks for a facet of the topic at hand
    if found == CALL and _NUMBER.search(heard.said.plain):  # «har du et telefonnummer til dem» asks for the number
        return turn
    answered = turn.state.tema is not None and found in OF_AN_ANSWER
    if heard.intent in tools.roles.about_us and heard.confidence >= CERTAIN and not answered:
        return turn
    if found == STOP and only_small_talk(heard.said):  # «topp! hade» is a goodbye
        return turn
    weighs = heard.danger.suspicious or heard.danger.level != NO_DANGER.level  # calm, and giving things away, is no good news
    if found == GOOD_NEWS and (heard.said.inquires or weighs or only_small_talk(heard.said)):
        return turn
    reply = tools.acts.reply(found, turn.state) if found else None
    return turn if reply is None else reply
