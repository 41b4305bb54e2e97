"""A telephone number is asked for: the one that fits the topic and the place, the question where that is, or that we do not have it."""

from __future__ import annotations

import re

from bot.dialogue.answers import NO_SERVICE
from bot.dialogue.certainty import certainty
from bot.dialogue.places import helping_services
from bot.dialogue.reply import Reply
from bot.dialogue.turn import Toolkit, Turn
from bot.dialogue.writing import RATHER_WRITES, rather_writes
from bot.language.utterance import Utterance

MOST_WORDS = 10
_NUMBER = re.compile(r"(?<!\bd )\b(?:(?:telefon|mobil)?nummer(?:et|a|ene)?|nr|tlf\w*|(?:phone )?numbers?)\b")
_NOT_THEIRS = re.compile(
    r"\b(?:mitt|mine|my|ukjent|skjult|hemmelig|feil|bytt\w*|nytt|vedtak\w*|sak\w*|konto\w*|kandidat\w*|person\w*|org\w*|unknown|hidden)\b"
)
"""A number that is somebody else's to have: «de har ikke nummeret mitt»."""
_RINGS = re.compile(
    r"\b(?:hvem|hvor|who)(?: \w+){0,2} (?:jeg|man|vi|i|we)(?: \w+)? (?:ringj?er?|call|phone)\b|\b(?:hvem|hvor) ringj?er (?:jeg|man|vi)\b"
)
_SCHOOL = re.compile(r"\b(?:\w*skole(?:n|ne)?|vgs|videregående|rektor|rådgiver(?:en)?|(?:kontakt)?lærer(?:en)?|school|teacher)\b")


def asks_for_number(said: Utterance) -> bool:
    """«hva er nummeret», «nummer til Nav»."""
    return len(said.words) <= MOST_WORDS and bool(_NUMBER.search(said.plain)) and not _NOT_THEIRS.search(said.plain)


def asks_whom_to_ring(said: Utterance) -> bool:
    """«hvem kan jeg ringe»."""
    return len(said.words) <= MOST_WORDS and bool(_RINGS.search(said.plain))


def number(turn: Turn, tools: Toolkit) -> Reply | Turn:
    heard, state, answers = turn.heard, turn.state.forgetting(RATHER_WRITES), tools.answers  # who asks for it will ring after all
    number, rings = asks_for_number(heard.said), asks_whom_to_ring(heard.said)
    if heard.pressed or state.varsom or rather_writes(heard.said) or not (number or rings):
        return turn
    if number and _SCHOOL.search(heard.said.plain):
        return answers.school_number(state)
    plain = certainty(heard) in ("sure", "close") and heard.intent not in tools.roles.asides
    if plain and heard.intent not in tools.roles.contacts and rings:  # «hvem ringer jeg om fraværet»
        return turn
    own = tools.roles.having("kontakt") - {"finn_kontakt"}
    topic = heard.intent if plain and (heard.intent in own or heard.intent not in tools.roles.contacts) else state.tema
    service = answers.service(topic)
    services = (service,) if service != NO_SERVICE else helping_services(state.age(tools.today()))
    return answers.number(services, state, topic, rings and topic == state.tema)
