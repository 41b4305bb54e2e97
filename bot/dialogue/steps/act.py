"""A message about the talk itself – a source, fewer words, the two compared – is answered from what was said."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dialogue.certainty import certainty
from bot.dialogue.message import Message
from bot.dialogue.reply import Reply
from bot.dialogue.turn import Toolkit, Turn
from bot.dialogue.writing import DARES_NOT, rather_writes
from bot.language.danger import NO_DANGER
from bot.language.person import read_birth_correction
from bot.language.small_talk import only_small_talk
from bot.language.utterance import Utterance

GOOD_NEWS = "god_nyhet"
STOP = "stopp"
COMPANY = "ta_med"
_CONSENT = re.compile(
    r"\b(?:si(?:er)?|sagt|seie|seier|say) (?:ja|ok|yes)\b|\b(?:skrive? under|underskri\w*|signer\w*|samtykke\w*|godkjenn\w*|bestemme\w*|vite|tillate\w*|sign|consent|agree|know)\b"
)
"""Asks whether somebody must agree, or be told; that somebody may come along – «Ja, du kan ha med en» – would be read as a yes to it."""
ASK_ON = frozenset({"hvem_hjelper", "hva_si", "ta_med"})
ASKED_OF_A_TOPIC = ASK_ON | {"god_nyhet", "tor_ikke", "naar_sjekket", "sammenlign", "paa_nytt", "mest", "anbefal", "eksempel"}
"""Acts that a follow-up may sound like."""
OF_AN_ANSWER = frozenset({"kilde", "sikker", "naar_sjekket"})
"""Acts about what was just answered: «hvor har du det fra» is then no question about the machine."""
_QUITS = re.compile(
    r"\bslutt(?:e[rt]?|a)\b(?! (?:her|nå her|samtalen|chatten|(?:å|med å) (?:spørre|skrive|snakke|chatte)))|\b(?:quit|leave|drop out)\b"
)
"""May be about school or work, and is then no end of the talk; «slutt!» is."""
_TO_US = re.compile(r"\b(?:du|dere|dokker|you)\b")
"""Says it to the assistant."""
LEAVING = ("sluttet_pa_skolen", "slutte_i_laere", "arbeidsliv")
"""What may be left: school, training, a job."""
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
    heard = turn.heard
    asks_ours = certainty(heard) == "sure" and heard.intent not in tools.roles.asides
    found = heard.act or (DARES_NOT if rather_writes(heard.said) and not asks_ours else None)
    if heard.follows(turn.state.tema) and found in ASKED_OF_A_TOPIC:  # «hvem av dem betaler meg egentlig» is a question of the topic
        return turn
    meaning = tools.voice.meaning(heard.said, turn.state.malform)
    if meaning is not None and meaning.topic is None:  # a word with a topic of its own is that topic's to explain
        return Reply((meaning,), replace(turn.state, uforstatt=0))
    if found is None or _only_sounds_like(found, turn, tools):
        return turn
    if found == STOP and _may_be_leaving(heard.said):
        return _stop_what(turn, tools)
    reply = tools.acts.reply(found, turn.state)
    return turn if reply is None else reply


def _only_sounds_like(found: str, turn: Turn, tools: Toolkit) -> bool:
    """Whether the words of a message say that it is not the act it was heard as."""
    heard, plain = turn.heard, turn.heard.said.plain
    if found == COMPANY and _CONSENT.search(plain):
        return True
    if found in ASK_ON and heard.facet not in (None, "kontakt"):  # «og hvem kan få det?» asks for a facet of the topic at hand
        return True
    if found == CALL and _NUMBER.search(plain):  # «har du et telefonnummer til dem» asks for the number
        return True
    answered = turn.state.tema is not None and found in OF_AN_ANSWER
    if heard.intent in tools.roles.about_us and heard.confidence >= CERTAIN and not answered:
        return True
    if found == STOP and (
        only_small_talk(heard.said) or (heard.said.asks and not _TO_US.search(plain) and not _may_be_leaving(heard.said))
    ):
        return True  # «topp! hade» is a goodbye, and a question none
    weighs = heard.danger.suspicious or heard.danger.level != NO_DANGER.level  # calm, and giving things away, is no good news
    return found == GOOD_NEWS and (heard.said.inquires or weighs or only_small_talk(heard.said))


def _may_be_leaving(said: Utterance) -> bool:
    """«kan jeg slutte nå», not «kan du slutte litt»."""
    return bool(_QUITS.search(said.plain)) and not _TO_US.search(said.plain)


def _stop_what(turn: Turn, tools: Toolkit) -> Reply | Turn:
    """«kan jeg slutte nå»: unless it is plain what is stopped – school, training, a job – that is asked."""
    heard, state, voice = turn.heard, turn.state, tools.voice
    if certainty(heard) == "sure" and heard.intent not in tools.roles.asides:
        return turn
    buttons = voice.topic_buttons(LEAVING, state.malform) + voice.person(state.malform)
    asked = Message("question", voice.say("akt_slutte_med_hva", state.malform), suggestions=buttons, malform=state.malform)
    return Reply((asked,), replace(state, venter=None, uforstatt=0))
