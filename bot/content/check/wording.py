"""Is a text plain, short, free of bare numbers, and in the written language it says it is?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.content.check.finding import Finding, at
from bot.content.check.languages import strangers
from bot.content.check.numbers import bare_numbers, number_words
from bot.content.figures import REFERENCE, Figures
from bot.content.topic import Text, Topic
from bot.language.plain import lix, sentences, words
from bot.settings import Malform
from bot.yaml_lines import KeyPath

MAX_WORDS = 60
MAX_SENTENCE_WORDS = 20
MAX_LIX_SHORT = 30.0
MAX_LIX = 38.0
MIN_WORDS_FOR_LIX = 8
LENGTH_RATIO = (0.75, 1.34)
"""Nynorsk may be this much shorter or longer than bokmål, in words (texts of ten words or more)."""


def check_wording(topic: Topic, figures: Figures, on: date) -> Iterator[Finding]:
    """Every wording rule over every text of one topic."""
    for key, texts in topic.wordings():
        for language, raw in texts.items():
            yield from _references(topic, (*key, language), figures, raw, on)
            yield from _numbers(topic, (*key, language), language, raw)
            for word, instead in strangers(REFERENCE.sub("", raw), language):
                yield at(topic, (*key, language), "language", f"«{word}» in a {language} text: write {instead}")
            yield from _plainness(topic, (*key, language), figures, language, raw, on)
        yield from _lengths(topic, key, texts)


def _references(topic: Topic, key: KeyPath, figures: Figures, raw: str, on: date) -> Iterator[Finding]:
    for reference in dict.fromkeys(REFERENCE.findall(raw)):
        if reference not in figures:
            yield at(topic, key, "figure-missing", f"{{{reference}}} is not in figures.yml: add it there or mend the key")
        elif figures[reference].row(_day(topic, key, on)) is None:
            yield at(topic, key, "figure-early", f"{{{reference}}} has no value yet on {on}: add an earlier row")


def _numbers(topic: Topic, key: KeyPath, language: Malform, raw: str) -> Iterator[Finding]:
    for found in dict.fromkeys(bare_numbers(raw)):
        yield at(topic, key, "bare-number", f"a bare number, «{found}»: put it in figures.yml and write {{key}}")
    for found in dict.fromkeys(number_words(raw, language)):
        yield at(topic, key, "number-word", f"«{found}» is a number: put it in figures.yml, or say it without")


def _plainness(topic: Topic, key: KeyPath, figures: Figures, language: Malform, raw: str, on: date) -> Iterator[Finding]:
    try:
        text = figures.fill(raw, language, _day(topic, key, on))
    except KeyError:
        return  # the missing figure is a finding of its own
    count = len(words(text))
    if count > MAX_WORDS:
        yield at(topic, key, "too-long", f"{count} words: at most {MAX_WORDS}; move something to a facet")
    limit = MAX_LIX_SHORT if key[0] == "kort" else MAX_LIX
    if language != "en" and count >= MIN_WORDS_FOR_LIX and (value := lix(text)) > limit:
        yield at(topic, key, "lix", f"LIX {value:.0f}: at most {limit:.0f}; use shorter sentences or shorter words")
    for sentence in sentences(text):
        if (length := len(words(sentence))) > MAX_SENTENCE_WORDS:
            told = f"a sentence of {length} words («{sentence[:40]}…»): at most {MAX_SENTENCE_WORDS}; split it"
            yield at(topic, key, "long-sentence", told)


def _lengths(topic: Topic, key: KeyPath, texts: Text) -> Iterator[Finding]:
    nb, nn = len(words(texts["nb"])), len(words(texts["nn"]))
    if min(nb, nn) >= 10 and not LENGTH_RATIO[0] <= nn / nb <= LENGTH_RATIO[1]:
        yield at(topic, key, "length-ratio", f"nynorsk has {nn} words, bokmål {nb}: one of them leaves something out")


def _day(topic: Topic, key: KeyPath, on: date) -> date:
    """The day a text's figures are read on: the first it holds, while the topic, or the rule under `kommer`, is yet to begin."""
    begins = topic.coming[int(key[1])].valid_from if key[0] == "kommer" else topic.valid_from
    return max(on, begins)
