"""Does every answer and figure say where it is from, and has someone looked lately?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from bot.content.check.finding import Finding, at, at_key
from bot.content.figures import Figure
from bot.content.library import NEAR
from bot.content.schema import read_checked
from bot.content.source import Source
from bot.content.topic import Topic
from bot.yaml_lines import KeyPath, YamlDocument

WARN_BEFORE = timedelta(days=30)
LONGEST = timedelta(days=366)
"""How long a reading of a source is trusted."""

_LAW = re.compile(r"\b(?:\w*lov(?:en|a)?|\w*forskrift(?:en|a)?)\b", re.IGNORECASE)
_PLACE = re.compile(r"§|\bkap(?:\.|ittel|itlet)|\bside \d|\bs\. ?\d|\bhele (?:loven|forskriften)\b")


@dataclass(frozen=True)
class NoLink:
    """Why the sources whose title starts so have no address."""

    reason: str
    needs_place: bool


def load_unlinked(path: Path) -> dict[str, NoLink]:
    """Read `unlinked.yml`: how a title starts → why it has no address.

    Raises:
        ContentError: it breaks its schema.
    """
    raw = read_checked(path, "unlinked.schema.json").value or {}
    return {start: NoLink(item["grunn"], item["sted"]) for start, item in raw.items()}


def why_unlinked(source: Source, unlinked: Mapping[str, NoLink]) -> NoLink | None:
    """The reason for a source's missing address, if one is given."""
    return next((why for start, why in unlinked.items() if source.title.startswith(start)), None)


def check_topic_sources(topic: Topic, unlinked: Mapping[str, NoLink], on: date) -> Iterator[Finding]:
    """The sources and dates of one topic."""
    for key, source in topic.every_source():
        yield from check_source(source, topic.document, key, unlinked, on)
        if topic.check_by - source.checked > LONGEST:
            told = f"{topic.check_by} is more than a year after {source.title} was checked ({source.checked}): read it again"
            yield at(topic, ("sjekkes_innen",), "check-span", told)
    if topic.check_by < on:
        told = f"the check was due {topic.check_by}: read the sources again, then set sjekket and sjekkes_innen"
        yield at(topic, ("sjekkes_innen",), "check-due", told)
    elif topic.check_by - on <= WARN_BEFORE:
        yield at(topic, ("sjekkes_innen",), "check-soon", f"to be checked by {topic.check_by}")
    if topic.valid_from > on + NEAR:
        told = f"begins {topic.valid_from}: keep today's rule in the answer, and put the new one under kommer"
        yield at(topic, ("gjelder_fra",), "begins-far", told)
    for index, coming in enumerate(topic.coming):
        if coming.valid_from <= on:
            told = f"began {coming.valid_from}: write it into the answer and take it away here"
            yield at(topic, ("kommer", index), "coming-begun", told)


def check_figure_source(figure: Figure, unlinked: Mapping[str, NoLink], on: date) -> Iterator[Finding]:
    """The source of one figure."""
    key = (figure.key, "kilde")
    yield from check_source(figure.source, figure.document, key, unlinked, on)
    if on - figure.source.checked > LONGEST:
        told = f"last checked {figure.source.checked}: read the source again and set sjekket"
        yield at_key(figure.document, (*key, "sjekket"), "source-stale", told)


def check_source(source: Source, document: YamlDocument, key: KeyPath, unlinked: Mapping[str, NoLink], on: date) -> Iterator[Finding]:
    """One source: its place, its address, and the day it was read."""
    why = why_unlinked(source, unlinked) if source.url is None else None
    is_law = _LAW.search(source.title.split("(")[0]) and (source.url is None or "lovdata.no" in source.url)
    if (is_law or (why and why.needs_place)) and not _PLACE.search(source.title):
        yield at_key(document, key, "source-place", f"«{source.title}» needs a § (or kapittel), a report its kap. or side")
    if source.url is None and why is None:
        told = f"«{source.title}» has no address: give its url, or the reason in unlinked.yml"
        yield at_key(document, key, "source-address", told)
    if source.checked > on:
        yield at_key(document, key, "source-date", f"sjekket {source.checked} is in the future")
