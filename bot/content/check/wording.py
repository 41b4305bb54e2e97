"""Is a text plain, short, and in the written language it says it is?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bot.content.check.finding import Finding, at
from bot.content.figures import REFERENCE, Figures
from bot.content.topic import Topic
from bot.language.plain import lix, sentences, words
from bot.settings import Malform

MAX_WORDS = 60
MAX_SENTENCE_WORDS = 20
MAX_LIX_SHORT = 30.0
MAX_LIX = 38.0
LENGTH_RATIO = (0.75, 1.34)
"""Nynorsk may be this much shorter or longer than bokmål, in words (texts of ten words or more)."""

NAMES_WITH_DIGITS = re.compile(r"\bVg[123]\b|\b(?:2\+2|0\+4|1\+3)\b|\b23/[56](?:-regelen)?\b|\b§+")
_DIGIT = re.compile(r"\d")
_NUMBER_WORD = re.compile(
    r"\b(to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|femten|tjue|tretti|halvannet|halvtanna)\s+"
    r"(år|måned|månad|uke|veke|dag|time|krone|prosent|gang)\w*",
    re.IGNORECASE,
)
_NAV = re.compile(r"\bNAV\b")
_FORMAL = re.compile(r"\bDe(?:res|m)?\b(?= (?:kan|må|skal|har|er)\b)")

# Words of one written language that never stand in the other. Kept short on purpose: each is certain.
ONLY_BOKMAL = frozenset(
    """ikke hvordan hvorfor hva hvem hvor hver hvert jeg noe noen mye mer være vært skole skolen videregående uker
    måned måneder penger gjøre selv uten første søker veileder veiledning hun også enten mulighet muligheter
    egentlig fra bare disse dere deres hvis bedre får ta""".split()
) - frozenset("får ta dere hvor søker".split())
ONLY_NYNORSK = frozenset(
    """ikkje korleis kvifor kva kven kvar kvart eg noko nokon mykje meir vere vore skule skulen vidaregåande veker
    månad månader pengar gjere sjølv utan fyrste søkjer rettleiar rettleiing òg anten moglegheit moglegheiter
    eigentleg frå berre desse dykk dykkar dersom betre ein eit""".split()
) - frozenset(["dersom"])


def check_wording(topic: Topic, figures: Figures, on: date) -> Iterator[Finding]:
    """Every wording rule over every text of one topic."""
    for key, language, raw in topic.texts():
        for reference in REFERENCE.findall(raw):
            if reference not in figures:
                yield at(topic, key, f"{{{reference}}} is not in figures.yml: add it there or mend the key")
            elif figures[reference].row(on) is None:
                yield at(topic, key, f"{{{reference}}} has no value yet on {on}")
        yield from _numbers(topic, key, raw)
        if _NAV.search(raw):
            yield at(topic, key, "write «Nav», not «NAV»")
        if language != "en":
            yield from _plainness(topic, key, figures, language, raw, on)
            yield from _language(topic, key, language, raw)
    yield from _lengths(topic)


def _numbers(topic: Topic, key: tuple[str, ...], raw: str) -> Iterator[Finding]:
    prose = NAMES_WITH_DIGITS.sub("", REFERENCE.sub("", raw))
    if _DIGIT.search(prose):
        around = _DIGIT.search(prose)
        assert around is not None
        start = max(0, around.start() - 15)
        snippet = prose[start : around.end() + 15]
        yield at(topic, key, f"a bare number in «…{snippet}…»: make it a figure in figures.yml and write {{key}}")
    match = _NUMBER_WORD.search(prose)
    if match:
        yield at(topic, key, f"«{match.group(0)}» is a number: make it a figure in figures.yml and write {{key}}")


def _plainness(
    topic: Topic, key: tuple[str, ...], figures: Figures, language: Malform, raw: str, on: date
) -> Iterator[Finding]:
    try:
        text = figures.fill(raw, language, on)
    except KeyError:
        return  # the missing figure is a finding of its own
    count = len(words(text))
    if count > MAX_WORDS:
        yield at(topic, key, f"{count} words: at most {MAX_WORDS}")
    limit = MAX_LIX_SHORT if key[0] == "kort" else MAX_LIX
    if count >= 8 and (value := lix(text)) > limit:
        yield at(topic, key, f"LIX {value:.0f}: at most {limit:.0f}; shorter sentences or shorter words")
    for sentence in sentences(text):
        if (length := len(words(sentence))) > MAX_SENTENCE_WORDS:
            yield at(topic, key, f"a sentence of {length} words («{sentence[:40]}…»): at most {MAX_SENTENCE_WORDS}")


def _language(topic: Topic, key: tuple[str, ...], language: Malform, raw: str) -> Iterator[Finding]:
    tokens = {word.lower() for word in words(REFERENCE.sub("", raw))}
    wrong = tokens & (ONLY_BOKMAL if language == "nn" else ONLY_NYNORSK)
    if wrong:
        name = "bokmål" if language == "nn" else "nynorsk"
        yield at(topic, key, f"{name} in a {language} text: {', '.join(sorted(wrong))}")


def _lengths(topic: Topic) -> Iterator[Finding]:
    pairs = [(("kort",), topic.short)] + [(("fasetter", name), text) for name, text in topic.facets.items()]
    for key, text in pairs:
        nb, nn = len(words(text["nb"])), len(words(text["nn"]))
        if min(nb, nn) >= 10 and not LENGTH_RATIO[0] <= nn / nb <= LENGTH_RATIO[1]:
            yield at(topic, key, f"nynorsk has {nn} words, bokmål {nb}: one of them leaves something out")
