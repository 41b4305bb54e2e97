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
class Line:
    """One text: where it stands, its language, its topic (None: no topic), and the text as written."""

    document: YamlDocument
    key: KeyPath
    language: Malform
    topic: str | None
    raw: str


def topic_lines(topic: Topic) -> Iterator[Line]:
    """Every text of a topic, its title too."""
    for language, text in topic.title.items():
        yield Line(topic.document, ("tittel", language), language, topic.id, text)
    for key, language, text in topic.texts():
        yield Line(topic.document, key, language, topic.id, text)


def file_lines(path: Path) -> Iterator[Line]:
    """Every text of another file: whatever stands under nb, nn or en.

    Raises:
        ContentError: the file is not YAML.
    """
    document = read_yaml(path)
    for key, language, text in _texts_below(document.value, ()):
        yield Line(document, key, language, None, text)


def check_everywhere(lines: Iterator[Line], unsaid: Unsaid, figures: Figures, on: date) -> Iterator[Finding]:
    """What is not established, or no longer true, stays unsaid."""
    for line in lines:
        text = _as_read(line, figures, on)
        for claim in unsaid:
            if made := claim.made_in(text, line.topic):
                told = f"«{made}» ({claim.id}): {claim.reason}"
                yield at_key(line.document, line.key, "unsaid", told)


def check_language(lines: Iterator[Line]) -> Iterator[Finding]:
    """The written language of texts that are no answers."""
    for line in lines:
        for word, instead in strangers(REFERENCE.sub("", line.raw), line.language):
            told = f"«{word}» in a {line.language} text: write {instead}"
            yield at_key(line.document, line.key, "language", told)


def _as_read(line: Line, figures: Figures, on: date) -> str:
    try:
        return figures.fill(line.raw, line.language, on)
    except KeyError:
        return line.raw


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
