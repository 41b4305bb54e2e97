"""Words that tell which written language a text is in.

A pair is the word our bokmål uses and the word our nynorsk uses for it. Some of them are allowed in the other
language too («også» and «fyrste» are good nynorsk); we keep to one form throughout, so that an answer reads as one
voice and a text in the wrong place is noticed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.language.plain import words
from bot.settings import Malform

_BOTH_WAYS = """
ikke ikkje, hvordan korleis, hvorfor kvifor, hva kva, hvem kven, hver kvar, jeg eg, noe noko, noen nokon, mye mykje,
mer meir, være vere, vært vore, skole skule, skolen skulen, skoler skular, videregående vidaregåande, videre vidare,
uker veker, måned månad, måneder månader, penger pengar, gjøre gjere, gjør gjer, selv sjølv, uten utan,
veileder rettleiar, veilederen rettleiaren, også òg, enten anten, mulighet moglegheit, muligheter moglegheiter,
mulig mogleg, fra frå, bare berre, disse desse, bedre betre, hjemme heime, hjem heim, hele heile, flere fleire,
kommer kjem, trenger treng, heter heiter, vet veit, syk sjuk, sykdom sjukdom, navn namn, voksne vaksne,
voksen vaksen, dager dagar, timer timar, kilde kjelde, kilder kjelder, hun ho
"""
_ONLY_TO_NYNORSK = """
hvert kvart, gjelder gjeld, hvilken kva, hvilke kva, hvor kor, hvis dersom, annet anna, annen annan, deres dykkar, fyrste første,
fyrst først, vei veg, veien vegen, veier vegar, tiden tida, loven lova, prøven prøva, bedriften bedrifta,
opplæringen opplæringa, utdanningen utdanninga, ordningen ordninga, veiledningen rettleiinga
"""
_ONLY_TO_BOKMAL = "en ein, et eit, de dei, mens medan, da då, ingen inga"

_NORWEGIAN = frozenset("ikke ikkje som eller også må blir jeg eg av fra frå hvis hva kva er når".split())
"""Words that stand in no name of a Norwegian scheme, and in no English text."""
_ENGLISH = frozenset("the and of with you your are is this they".split())
_ADDRESS = re.compile(r"\S+\.(?:no|org|com)\b\S*")


def _pairs(text: str) -> list[tuple[str, str]]:
    return [(pair.split()[0], pair.split()[1]) for pair in text.split(",")]


_TO_NYNORSK = dict(_pairs(_BOTH_WAYS) + _pairs(_ONLY_TO_NYNORSK))
_TO_BOKMAL = {nynorsk: bokmal for bokmal, nynorsk in _pairs(_BOTH_WAYS) + _pairs(_ONLY_TO_BOKMAL)}
_ENDINGS: dict[Malform, tuple[tuple[re.Pattern[str], str], ...]] = {
    "nn": ((re.compile(r"\w{2,}[^il]lig(?:e|ere)?"), "-leg"), (re.compile(r"\w{4,}het(?:en|er)?"), "-heit")),
    "nb": ((re.compile(r"\w{2,}leg(?:are)?"), "-lig"), (re.compile(r"\w{4,}heit(?:a|er)?"), "-het")),
    "en": (),
}


def strangers(text: str, language: Malform) -> Iterator[tuple[str, str]]:
    """The words of a text that are not in its language, each with what to write instead."""
    for word in dict.fromkeys(word.lower() for word in words(_ADDRESS.sub("", text))):
        if language == "en":
            if word in _NORWEGIAN:
                yield word, "English"
            continue
        instead = (_TO_NYNORSK if language == "nn" else _TO_BOKMAL).get(word)
        if instead:
            yield word, f"«{instead}»"
        elif word in _ENGLISH:
            yield word, "Norwegian"
        else:
            yield from ((word, ending) for pattern, ending in _ENDINGS[language] if pattern.fullmatch(word))
