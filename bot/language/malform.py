"""Which written language a short text is in – bokmål, nynorsk or English – and which one is asked for.

Library detectors are weak on a few words of chat, so marker words decide: words that stand in one
of the languages only. A text without markers gives None and the conversation keeps what it had.
"""

from __future__ import annotations

import re

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
ENGLISH = frozenset(
    """the is are was were be been being am im ive id ill a an and or but if then than that this these those there here
    what how when where who whom whose which why can could do does did done doing will would shall should may might must
    i my mine myself you your yours he him his she her hers they them their theirs we us our it its me of to from with
    without for about into onto out up down off over before after again between under since until while because
    not no yes dont doesnt didnt cant cannot wont isnt arent wasnt need want wants wanted get gets got getting have has had
    having make makes made take takes took know think feel feels felt say says said tell told talk ask asked asking help
    please thanks thank hi hello hey sorry some any every all none nobody someone anyone everyone something nothing
    anything everything just only still already ever never always now today tonight tomorrow yesterday soon later very too
    much many more most less few lot old young year years week weeks month months day days night time home house school
    class teacher work works job jobs working boss pay paid money rent live lives living leave left move stay go going gone
    went come came back away apply application apprenticeship apprentice apprentices contract study student education
    dropped friend friends boyfriend girlfriend mother father mum mom dad brother sister parents family kids child children
    hurt hurts hurting hit hits beat beats kill killing die dying dead alive scared afraid alone safe unsafe sleep eat food
    police doctor nurse sick pain drunk drugs pills phone passport norway norwegian english permit really like as at by on
    so also even first last next new good bad right wrong own other another same such become becoming learn start started
    stop stopped keep keeps put find found give gave try tried trying call called write long short high low two three four
    woke throw threw cut cuts touch touched touching force forced forcing marry married pregnant""".split()
) - frozenset(
    "i me for a an and or at by so as on do her his may all is his ill id even get am to of over under no new put old mine sort bad lot long last like ha did there back".split()
) | frozenset("there back last old did am to of is".split())
"""Words of English that no Norwegian sentence has; «is», «to» and the like count, since a Norwegian one has other words too."""

_WORD = re.compile(r"[a-zæøåàòéô]+")
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
_SHORT_FORM = re.compile(r"(?<=[a-z])['’](?=[a-z])")


def detect_malform(said: Utterance) -> Malform | None:
    """The language of a text, or None when its words do not tell.

    Args:
        said: one chat message, any length; only its first 400 characters are read.

    Returns:
        `nb`, `nn` or `en`; None without a clear majority of marker words.
    """
    tokens = _WORD.findall(_SHORT_FORM.sub("", said.lower[:400]))  # «I'm» is one word
    nynorsk = 0 if NORTHERN & set(tokens) else sum(token in NYNORSK for token in tokens)
    bokmal = sum(token in BOKMAL for token in tokens)
    english = sum(token in ENGLISH for token in tokens)
    norwegian = nynorsk + bokmal + sum(token in DIALECT for token in tokens)
    if english > 2 * norwegian and english >= 0.25 * len(tokens) and (english >= 2 or 2 <= len(tokens) <= 4):
        return "en"
    if nynorsk > bokmal:
        return "nn"
    if bokmal > nynorsk:
        return "nb"
    return None


def read_asked_malform(said: Utterance) -> Malform | None:
    """The language the person asks to be answered in, or None."""
    return next((malform for malform, pattern in _ASKED if pattern.search(said.lower)), None)
