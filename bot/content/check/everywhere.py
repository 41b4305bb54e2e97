"""Rules for every text a reader may meet, wherever it is kept: answers, phrases, the glossary, changes, guides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bot.content.check.finding import Finding, at_key
from bot.content.check.languages import strangers
from bot.content.figures import REFERENCE, Figures
from bot.content.topic import Topic
from bot.content.unsaid import Unsaid
from bot.settings import MALFORMER, Malform
from bot.yaml_lines import KeyPath, YamlDocument, read_yaml


@dataclass(frozen=True)
class Passage:
    """One text: where it stands, its language, its topic (None: no topic), and the text as written."""

    document: YamlDocument
    key: KeyPath
    language: Malform
    topic: str | None
    raw: str


def topic_passages(topic: Topic) -> Iterator[Passage]:
    """Every text of a topic, its title too."""
    for language, text in topic.title.items():
        yield Passage(topic.document, ("tittel", language), language, topic.id, text)
    for key, language, text in topic.texts():
        yield Passage(topic.document, key, language, topic.id, text)


def file_passages(path: Path) -> Iterator[Passage]:
    """Every text of another file: whatever stands under nb, nn or en.

    Raises:
        ContentError: the file is not YAML.
    """
    document = read_yaml(path)
    for key, language, text in _texts_below(document.value, ()):
        yield Passage(document, key, language, None, text)


def check_everywhere(passages: Iterator[Passage], unsaid: Unsaid, figures: Figures, on: date) -> Iterator[Finding]:
    """What is not established, or no longer true, stays unsaid."""
    for passage in passages:
        text = _as_read(passage, figures, on)
        for claim in unsaid:
            if made := claim.made_in(text, passage.topic):
                told = f"«{made}» ({claim.id}): {claim.reason}"
                yield at_key(passage.document, passage.key, "unsaid", told)


def check_language(passages: Iterator[Passage]) -> Iterator[Finding]:
    """The written language of texts that are no answers."""
    for passage in passages:
        for word, instead in strangers(REFERENCE.sub("", passage.raw), passage.language):
            told = f"«{word}» in a {passage.language} text: write {instead}"
            yield at_key(passage.document, passage.key, "language", told)


def _as_read(passage: Passage, figures: Figures, on: date) -> str:
    try:
        return figures.fill(passage.raw, passage.language, on)
    except KeyError:
        return passage.raw


def _texts_below(value: Any, key: KeyPath) -> Iterator[tuple[KeyPath, Malform, str]]:
    if isinstance(value, Mapping):
        if isinstance(value.get("til"), date):
            return  # a guide's rule with an end told what was right then
        for name, item in value.items():
            if name in MALFORMER and isinstance(item, str):
                yield (*key, name), name, " ".join(item.split())
            else:
                yield from _texts_below(item, (*key, name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts_below(item, (*key, index))
