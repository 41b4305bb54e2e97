"""Are the questions of a topic questions, and does each answer begin with its answer and say where it is from?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from bot.content.check.finding import Finding, at
from bot.content.check.sources import NoLink, check_source
from bot.content.passage import Passage
from bot.content.topic import FACETS, Topic
from bot.language.plain import words
from bot.settings import Malform

MAX_QUESTION_WORDS = 20
MAX_SOURCE_WORDS = 25

_YES_OR_NO: dict[Malform, re.Pattern[str]] = {
    "nb": re.compile(
        r"(?:kan|får|må|er|har|skal|blir|mister|gjelder|finnes|trenger|går det|bør|teller|stopper|beholder|slipper|risikerer) ", re.I
    ),
    "nn": re.compile(r"(?:kan|får|må|er|har|skal|blir|mistar|gjeld|finst|treng|går det|bør|tel|stoppar|beheld|slepp|risikerer) ", re.I),
    "en": re.compile(r"(?:can|may|must|am|is|are|do|does|did|will|has|have|should) ", re.I),
}
_SAID: dict[Malform, re.Pattern[str]] = {
    "nb": re.compile(r"(?:ja|nei|jo|som regel|vanligvis|ofte|oftest|det kommer an på|kommer an på|kanskje|begge|delvis|noen ganger|ikke |bare |det vet jeg ikke|det avhenger|det er ikke sikkert)\b", re.I),
    "nn": re.compile(r"(?:ja|nei|jo|som regel|vanlegvis|ofte|oftast|det kjem an på|kjem an på|kanskje|begge|delvis|nokre gonger|ikkje |berre |det veit eg ikkje|det er ikkje sikkert)\b", re.I),
    "en": re.compile(r"(?:yes|no|usually|often|mostly|as a rule|it depends|that depends|perhaps|maybe|both|partly|sometimes|not |only |i do not know|i don't know)\b", re.I),
}  # fmt: skip


def check_passages(topic: Topic, unlinked: Mapping[str, NoLink], on: date) -> Iterator[Finding]:
    """Every rule over the questions of one topic."""
    seen: set[str] = set()
    for index, passage in enumerate(topic.passages):
        key = ("sporsmal", index)
        if passage.id in {"kort", *FACETS}:
            yield at(topic, (*key, "id"), "passage-twice", f"«{passage.id}» is what a part of every topic is called: give it another id")
        if passage.id in seen:
            yield at(topic, (*key, "id"), "passage-twice", f"«{passage.id}» is there already: give it another id")
        seen.add(passage.id)
        for language, question in passage.question.items():
            yield from _question(topic, (*key, "spor", language), question)
            if _YES_OR_NO[language].match(question) and not _SAID[language].match(passage.answer[language]):
                told = f"asked yes or no («{question}»), answered «{passage.answer[language][:30]}…»: begin with Ja, Nei, Som regel or Det kommer an på"
                yield at(topic, (*key, "svar", language), "answer-first", told)
        yield from _for_you(topic, passage, (*key, "for_deg"))
        for number, source in enumerate(passage.sources):
            where = (*key, "kilder", number)
            yield from check_source(source, topic.document, where, unlinked, on)
            if source.words is None and source.url is not None and "lovdata.no" in source.url:
                yield at(topic, where, "source-words", "a law keeps the words the answer rests on: add ord, copied from the §")
            elif source.words is not None and (count := len(words(source.words))) > MAX_SOURCE_WORDS:
                yield at(topic, (*where, "ord"), "source-words", f"{count} words: at most {MAX_SOURCE_WORDS}")


def _question(topic: Topic, key: tuple[str | int, ...], question: str) -> Iterator[Finding]:
    if not question.endswith("?"):
        yield at(topic, key, "question-form", "a question ends with a question mark")
    if (count := len(words(question))) > MAX_QUESTION_WORDS:
        yield at(topic, key, "question-form", f"{count} words: at most {MAX_QUESTION_WORDS}")


def _for_you(topic: Topic, passage: Passage, key: tuple[str | int, ...]) -> Iterator[Finding]:
    """Sentences for some readers: each can be reached, and no two of one kind hold for the same age."""
    for index, for_you in enumerate(passage.for_you):
        if for_you.ages is not None and for_you.ages[0] > for_you.ages[1]:
            yield at(
                topic, (*key, index, "naar"), "for-you", f"{for_you.ages[0]} is more than {for_you.ages[1]}: the youngest stands first"
            )
        for earlier in passage.for_you[:index]:
            apart = for_you.ages and earlier.ages and (for_you.ages[0] > earlier.ages[1] or for_you.ages[1] < earlier.ages[0])
            if for_you.other == earlier.other and not apart:
                yield at(topic, (*key, index, "naar"), "for-you", "holds for somebody an earlier one holds for too: keep them apart")
