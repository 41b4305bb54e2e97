"""What a check found."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from bot.content.topic import Topic
from bot.yaml_lines import ContentError, KeyPath, YamlDocument

RULES = {
    "unreadable": "the file cannot be used: not YAML, or against its schema",
    "source-place": "a law has a §, a report a chapter or page",
    "source-address": "a source has an address, or a reason for having none",
    "source-date": "the day a source was checked is not in the future",
    "source-stale": "a figure's source is read at least once a year",
    "check-due": "the answer is past its sjekkes_innen",
    "check-soon": "the answer must be checked within 30 days",
    "check-span": "sjekkes_innen is at most a year after each source was checked",
    "begins-far": "an answer that is not yet in force begins within a year",
    "coming-begun": "a rule under kommer has begun and belongs in the answer",
    "figure-missing": "a reference names no figure",
    "figure-early": "a figure has no value yet on that date",
    "figure-unused": "no text states the figure",
    "bare-number": "digits stand in prose",
    "number-word": "a number stands in prose as a word",
    "too-long": "a text has at most 60 words",
    "long-sentence": "a sentence has at most 20 words",
    "lix": "LIX is at most 30 in a short answer, 38 elsewhere",
    "language": "each text is in its own written language",
    "length-ratio": "nynorsk and bokmål say as much",
    "hard-word": "a long word or abbreviation is explained in the glossary",
    "word-form": "a form of a glossary word is not listed there",
    "word-unused": "no text uses the glossary word",
    "word-topic": "a glossary word names a topic that exists",
    "unsaid": "what is not established stays unsaid",
    "passage-twice": "a question's id stands once in its topic",
    "question-form": "a question is short and ends with a question mark",
    "answer-first": "what is asked yes or no is answered so, in the first words",
    "source-words": "a law keeps the words an answer rests on, at most 25",
    "for-you": "sentences for some readers hold for ages that do not overlap",
    "no-such-topic": "neste and slekt name topics that exist",
    "own-topic": "a topic does not lead to itself",
    "no-related": "a topic leads to related topics",
    "unreachable": "some topic leads to every topic",
    "no-say": "a topic with a service says what to say on the phone",
    "change-topic": "a change names a topic that exists",
    "change-date": "a change is not in the future, and the newest stands first",
    "guide-topic": "a guide names topics and a service that exist",
    "manners": "the words for greetings and the like (data/language/small_talk.tsv) are of the topics that are manners",
    "out-of-date": "what is made from the content is as it should be",
    "address-form": "what looks like an address on the web can be pressed",
    "address-site": "an address is on a site that sites.yml names",
    "old-name": "an old address leads to a topic that exists, and is none itself",
    "not-read": "every file in a local folder is read",
    "local-language": "a local text has every language that ours has",
}
"""Every kind of finding, and what it demands."""

WARNINGS = frozenset({"check-soon", "figure-unused", "word-unused"})
"""The kinds that may wait."""


@dataclass(frozen=True, order=True)
class Finding:
    """One thing to mend: the file, its line (from 1), the rule it breaks and what to do."""

    path: Path
    line: int
    rule: str
    message: str
    key: KeyPath = field(default=(), compare=False)
    """Where in the file."""

    @property
    def warning(self) -> bool:
        """It may wait."""
        return self.rule in WARNINGS

    def __str__(self) -> str:
        kind = "warning: " if self.warning else ""
        return f"{os.path.relpath(self.path)}:{self.line}: {kind}{self.message} [{self.rule}]"


def at(topic: Topic, key: KeyPath, rule: str, message: str) -> Finding:
    """A finding at a key of a topic's file."""
    return at_key(topic.document, key, rule, message)


def at_key(document: YamlDocument, key: KeyPath, rule: str, message: str) -> Finding:
    """A finding at a key of any file."""
    where = ".".join(str(part) for part in key)
    return Finding(document.path, document.line(key), rule, f"{where}: {message}" if where else message, key)


def unreadable(error: ContentError) -> Finding:
    """The finding for a file that could not be read."""
    path, line, message = str(error).split(":", 2)
    return Finding(Path(path), int(line), "unreadable", message.strip())
