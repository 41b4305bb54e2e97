"""Do topics, the links between them, figures, changes and old addresses hang together?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from bot.content.changes import Changes
from bot.content.check.finding import Finding, at, at_key
from bot.content.figures import NAME, REFERENCE
from bot.content.library import Library
from bot.content.topic import Topic
from bot.language.small_talk import KINDS
from bot.yaml_lines import YamlDocument


def check_structure(library: Library) -> Iterator[Finding]:
    """Every rule that looks at more than one text."""
    reached = set(library.roles.having("hoflighet", "om_oss", "krise", "utenfor"))  # the conversation itself leads there
    alone = library.roles.asides
    for topic in library:
        reached |= set(topic.next) | set(library.related(topic.id))
        yield from check_links(topic, library)
        if not topic.related and topic.id not in alone:
            yield at(topic, ("slekt",), "no-related", "name at least one topic that lies near")
        if topic.service != "ingen" and topic.say is None:
            yield at(topic, ("tjeneste",), "no-say", "a topic with a service needs si_naar_du_ringer")
    for topic in library:
        if topic.id not in reached:
            yield at(topic, ("id",), "unreachable", "no other topic leads here: add it to someone's neste or slekt")


def check_manners(library: Library) -> Iterator[Finding]:
    """Do the words for small talk and the topics that answer it agree?"""
    for topic in library:
        if (topic.part.role == "hoflighet") != (topic.id in KINDS):
            yield at(topic, ("id",), "manners", f"«{topic.id}» is in one of data/language/small_talk.tsv and rolle: hoflighet, not in both")


def check_links(topic: Topic, library: Library) -> Iterator[Finding]:
    """Where one topic leads."""
    for key, ids in (("neste", topic.next), ("slekt", topic.related)):
        for index, other in enumerate(ids):
            if other not in library:
                yield at(topic, (key, index), "no-such-topic", f"«{other}» is not a topic: mend the id")
            elif other == topic.id:
                yield at(topic, (key, index), "own-topic", "a topic cannot lead to itself: take it away")


def check_use(library: Library, elsewhere: Iterable[str]) -> Iterator[Finding]:
    """Figures that nothing states: no topic, and no text from elsewhere."""
    texts = (text for topic in library for _, _, text in topic.texts())
    used = {key for text in (*texts, *elsewhere) for key in REFERENCE.findall(text)}
    used |= {name for figure in library.figures for row in figure.rows for name in NAME.findall(row.formula or "")}
    for figure in library.figures:
        if figure.key not in used:
            yield at_key(figure.document, (figure.key,), "figure-unused", "no text states it: use it or take it away")


def check_changes(changes: Changes, library: Library, old_names: Mapping[str, str], on: date) -> Iterator[Finding]:
    """What changes.yml tells."""
    previous = None
    for index, change in enumerate(changes.entries):
        if change.topic is not None and change.topic not in library and change.topic not in old_names:
            told = f"«{change.topic}» is not a topic: mend the id, or add the old one to addresses.yml"
            yield at_key(changes.document, (index, "tema"), "change-topic", told)
        if change.day > on:
            yield at_key(changes.document, (index, "dato"), "change-date", f"{change.day} is in the future")
        elif previous is not None and change.day > previous:
            yield at_key(changes.document, (index, "dato"), "change-date", "the newest change stands first: move it up")
        previous = change.day


def check_old_names(document: YamlDocument, library: Library) -> Iterator[Finding]:
    """Old and guessed addresses (addresses.yml) each lead straight to a topic of today."""
    for name, topic in (document.value or {}).items():
        if topic not in library:
            yield at_key(document, (name,), "old-name", f"«{topic}» is not a topic: name the one that replaced it")
        if name in library:
            yield at_key(document, (name,), "old-name", f"«{name}» is a topic of today: take the line away")
