"""Which written language a short text is in – bokmål, nynorsk or English – and which one is asked for.

Library detectors are weak on a few words of chat, so words decide: for English the odds of each, for the two
written forms of Norwegian those that stand in one of them only. A text without markers gives None and the conversation keeps what it had.
"""

from __future__ import annotations

import re

from bot.language.english import is_english, words
from bot.language.utterance import Utterance
from bot.settings import Malform

NYNORSK = frozenset(
    """ikkje kva korleis kvifor kven korfor eg ein eit ei nokon noko nokre mykje meir berre vere vera vore skule skulen
    vidaregåande vidaregaande vekene veke veker månad månader pengar saman desse dykk dykkar dei deira heiter heite
    gjere gjer gjera gjerne seie sei sjølv sjølve eigen eigne framleis utan mellom einaste dersom fyrst fyrste
    elev læreplass søkje søkjer rettleiar rettleiing høyre høyrer tilbod utdanninga jobben ynskjer ønskjer
    trengst treng samstundes ifrå frå betre ho kvar kvart nåleis òg au anten anna korkje frist får arbeidsstad
    opplæringa moglegheiter moglegheit verksemd verksemda yrkesfagleg fagleg verkeleg eigentleg vanleg""".split()
) - frozenset("elev læreplass frist får ei ein utdanninga jobben mellom gjerne gjer treng".split())
BOKMAL = frozenset(
    """ikke hva hvordan hvorfor hvem jeg en et noen noe noen mye mer bare være vært skole skolen videregående
    videregaende uke uker måned måneder penger sammen disse deres de heter gjøre gjør si selv egen uten første
    søke søker veileder veiledning høre tilbud ønsker samtidig fra bedre hun hver hvert også enten annet dersom
    arbeidsplass mulighet muligheter virksomhet egentlig vanlig virkelig vgs kjenner åpent bli blir hvilken hvilke""".split()
) - frozenset("søke søker si dersom vgs åpent bli blir de en et".split())
DIALECT = frozenset(
    "æ ka kem kor korsen korsn korleis koffer koffor itj itte inte kje ikkj mæ dæ sæ dokker dokk hånn jæ je e va ska kordan".split()
)
"""Spoken forms; they tell neither written language, so they do not count."""
NORTHERN = frozenset("æ mæ dæ sæ itj hannj hainn hain dæm kæm kem korsn korsen førr nokka nåkka dokker dåkker".split())
"""Spoken north of Dovre, where bokmål is written: with one of these, «ikkje» and «ka» do not make a text nynorsk."""
_ASKED: tuple[tuple[Malform, re.Pattern[str]], ...] = (
    (
        "nn",
        re.compile(
            r"\b(?:på|bruk\w*|skriv\w*|svar\w*|ha|snakk\w*|prat\w*|byt\w*|kan du|vil ha|heller)\b[^.?!]{0,25}\bnynorsk|^nynorsk(?: igjen)?(?: takk| plis| please)?[.!?]*$"
        ),
    ),
    (
        "nb",
        re.compile(
            r"\b(?:på|bruk\w*|skriv\w*|svar\w*|ha|snakk\w*|prat\w*|byt\w*|kan du|vil ha|heller)\b[^.?!]{0,25}\bbokmål|^bokmål(?: igjen)?(?: takk| plis)?[.!?]*$|\bin norwegian\b|\b(?:can|could|will|would) you (?:\w+ )?(?:write|speak|answer|use)\b[^.?!]{0,25}\bnorwegian\b"
        ),
    ),
    (
        "en",
        re.compile(
            r"\b(?:på|bruk\w*|skriv\w*|svar\w*|snakk\w*|prat\w*|byt\w*)\b[^.?!]{0,25}\bengelsk\b(?! (?:eksamen|karakter|fag))|^(?:in )?english(?: please| pls)?[.!?]*$|\b(?:in|speak|write|do you (?:speak|know)|answer in) english\b"
        ),
    ),
)


def detect_malform(said: Utterance) -> Malform | None:
    """The language of a text, or None when its words do not tell.

    Args:
        said: one chat message, any length; only its first 400 characters are read.

    Returns:
        `nb`, `nn` or `en`; None without a clear majority of marker words.
    """
    tokens = words(said.lower)
    if is_english(tokens):
        return "en"
    nynorsk = 0 if NORTHERN & set(tokens) else sum(token in NYNORSK for token in tokens)
    bokmal = sum(token in BOKMAL for token in tokens)
    if nynorsk > bokmal:
        return "nn"
    if bokmal > nynorsk:
        return "nb"
    return None


def read_asked_malform(said: Utterance) -> Malform | None:
    """The language the person asks to be answered in, or None."""
    return next((malform for malform, pattern in _ASKED if pattern.search(said.lower)), None)
