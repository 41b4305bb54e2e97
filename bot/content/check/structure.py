"""Do topics, links between them, figures, sources and dates hang together?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from bot.content.check.finding import Finding, at
from bot.content.figures import NAME, REFERENCE
from bot.content.library import Library
from bot.content.topic import Topic

WARN_BEFORE = timedelta(days=30)
ALWAYS_REACHED = frozenset({"hilsen", "farvel", "takk", "ja", "nei", "utenfor_tema", "hva_kan_du", "krise"})
"""Topics the conversation itself leads to."""


def check_structure(library: Library, on: date) -> Iterator[Finding]:
    """Every rule that looks at more than one text."""
    reached = set(ALWAYS_REACHED)
    used: set[str] = set()
    for topic in library:
        reached |= set(topic.next) | set(topic.related)
        used |= {key for _, _, text in topic.texts() for key in REFERENCE.findall(text)}
        yield from _links(topic, library)
        yield from _dates(topic, on)
        if topic.area not in ("om",) and not any("§" in source.title or source.url for source in topic.sources):
            yield at(topic, ("kilder",), "no source with a § or an address")
        if topic.service != "ingen" and topic.say is None:
            yield at(topic, ("tjeneste",), "a topic with a service needs si_naar_du_ringer")
    for topic in library:
        if topic.id not in reached:
            yield at(topic, ("id",), "no other topic leads here: add it to someone's neste or slekt")
    for figure in library.figures:
        for row in figure.rows:
            used |= set(NAME.findall(row.formula or ""))
    for figure in library.figures:
        if figure.key not in used:
            yield Finding(library.figures.path, figure.line, f"{figure.key} is used nowhere", warning=True)
        if figure.source.checked > on:
            yield Finding(library.figures.path, figure.line, f"{figure.key}: sjekket is in the future")


def _links(topic: Topic, library: Library) -> Iterator[Finding]:
    for key, ids in (("neste", topic.next), ("slekt", topic.related)):
        for index, other in enumerate(ids):
            if other not in library:
                yield at(topic, (key, index), f"«{other}» is not a topic")
            elif other == topic.id:
                yield at(topic, (key, index), "a topic cannot lead to itself")


def _dates(topic: Topic, on: date) -> Iterator[Finding]:
    if topic.check_by < on:
        yield at(topic, ("sjekkes_innen",), f"the check was due {topic.check_by}: read the sources again and set new dates")
    elif topic.check_by - on <= WARN_BEFORE:
        yield at(topic, ("sjekkes_innen",), f"to be checked by {topic.check_by}", warning=True)
    for index, source in enumerate(topic.sources):
        if source.checked > on:
            yield at(topic, ("kilder", index), f"sjekket {source.checked} is in the future")
