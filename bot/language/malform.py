"""Which written language a short text is in: bokmål, nynorsk or English.

Library detectors are weak on a few words of chat, so marker words decide: words that stand in one
of the languages only. A text without markers gives None and the conversation keeps what it had.
"""

from __future__ import annotations

import re

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
ENGLISH = frozenset(
    """the is are what how can do does i my me you your where who when need want get have am school job money help
    with for of to and not dropped out work years old apply much about if was they it this that""".split()
) - frozenset("i me for".split())

_WORD = re.compile(r"[a-zæøåàòéô]+")


def detect_malform(text: str) -> Malform | None:
    """The language of a text, or None when its words do not tell.

    Args:
        text: one chat message, any length; only its first 400 characters are read.

    Returns:
        `nb`, `nn` or `en`; None without a clear majority of marker words.
    """
    tokens = _WORD.findall(text[:400].lower())
    nynorsk = sum(token in NYNORSK for token in tokens)
    bokmal = sum(token in BOKMAL for token in tokens)
    english = sum(token in ENGLISH for token in tokens)
    if english >= 2 and english > 2 * (nynorsk + bokmal) and english >= 0.34 * len(tokens):
        return "en"
    if nynorsk > bokmal:
        return "nn"
    if bokmal > nynorsk:
        return "nb"
    return None
