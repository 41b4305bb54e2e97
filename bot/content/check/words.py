"""Is every hard word explained where the reader meets it?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.content.check.finding import Finding, at_key
from bot.content.figures import REFERENCE
from bot.content.glossary import Glossary
from bot.content.library import Library
from bot.content.topic import Topic
from bot.language.plain import words
from bot.settings import Malform
from bot.yaml_lines import KeyPath, YamlDocument

LONG = 13
"""Letters from which a Norwegian word counts as hard until the glossary explains it or knows it as common."""

_ABBREVIATION = re.compile(r"\b[A-ZÆØÅ]{2,}\b")
_ADDRESS = re.compile(r"\S+\.(?:no|org|com)\b\S*")


def check_words(glossary: Glossary, document: YamlDocument, key: KeyPath, language: Malform, raw: str) -> Iterator[Finding]:
    """The hard words of one text that the reader could not open an explanation of."""
    text = _ADDRESS.sub("", REFERENCE.sub("", raw))
    text = glossary.without(text, language)
    candidates = [word for word in words(text) if language != "en" and len(word) >= LONG]
    candidates += _ABBREVIATION.findall(text)
    for word in dict.fromkeys(candidates):
        if word.lower() in glossary.common:
            continue
        known = _entry_it_starts_with(word, glossary, language)
        if known:
            told = f"«{word}» is a form of «{known}» that glossary.yml does not list: add it to former, or to vanlige"
            yield at_key(document, key, "word-form", told)
        else:
            told = f"«{word}» is hard: use an easier word, or explain it in glossary.yml (plain to all: under vanlige)"
            yield at_key(document, key, "hard-word", told)


def check_topic_words(topic: Topic, glossary: Glossary) -> Iterator[Finding]:
    """The hard words of every text of a topic."""
    for key, language, raw in topic.texts():
        yield from check_words(glossary, topic.document, key, language, raw)


def check_glossary(library: Library) -> Iterator[Finding]:
    """Entries that lead nowhere or that nobody meets."""
    glossary = library.glossary
    if glossary.document is None:
        return
    met = {word.id for topic in library for language, text in _all_texts(topic) for word in glossary.find(text, language)}
    for word in glossary:
        if word.topic is not None and word.topic not in library:
            told = f"«{word.topic}» is not a topic"
            yield at_key(glossary.document, ("ord", word.id, "tema"), "word-topic", told)
        if word.id not in met:
            yield at_key(glossary.document, ("ord", word.id), "word-unused", "no answer uses the word: take it away")


def _all_texts(topic: Topic) -> Iterator[tuple[Malform, str]]:
    yield from topic.title.items()
    yield from ((language, text) for _, language, text in topic.texts())


def _entry_it_starts_with(word: str, glossary: Glossary, language: Malform) -> str | None:
    return next((entry.name(language) for entry in glossary for form in entry.forms[language] if _grows_from(word, form)), None)


def _grows_from(word: str, form: str) -> bool:
    return len(form) >= 6 and word.lower().startswith(form.lower()[:-1])
