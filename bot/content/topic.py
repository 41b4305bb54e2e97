"""One topic: an answer with its facets, next steps, sources and dates (data/content/<area>/<id>.yml)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bot.content.passage import Passage, passage_from
from bot.content.roles import Part
from bot.content.schema import day, read_checked
from bot.content.source import Source
from bot.settings import MALFORMER, Malform
from bot.yaml_lines import ContentError, YamlDocument

FACETS = ("hvem", "hva", "varighet", "penger", "soke", "frist", "kontakt")
"""What can be asked of a topic: who, what, how long, money, how to apply, deadline, contact."""

SERVICES = ("nav", "ot", "karrieresenter", "fagopplaring", "voksenopplaring", "ombud", "ingen")
"""The public services that may own a topic; `ingen` is none."""

Text = dict[Malform, str]


@dataclass(frozen=True)
class Coming:
    """A rule that is decided but not yet in force."""

    valid_from: date
    text: Text


@dataclass(frozen=True)
class Topic:
    """One answer, as an editor wrote it; figures are still references."""

    id: str
    area: str
    service: str
    matter: str | None
    """What of the service it is about (`MATTERS` in bot/contacts/tables.py); None for the whole of it."""
    part: Part
    title: Text
    short: Text
    facets: dict[str, Text]
    facet_names: dict[str, Text]
    """What a facet is called where the usual name («Hvem kan få?») does not say what it holds."""
    facet_sources: dict[str, tuple[Source, ...]]
    """Where a facet is known from, for those that say so; the topic's sources stand for the rest."""
    passages: tuple[Passage, ...]
    """The questions people ask about it, each with its own answer."""
    advice: Text | None
    say: Text | None
    coming: tuple[Coming, ...]
    next: tuple[str, ...]
    related: tuple[str, ...]
    sources: tuple[Source, ...]
    valid_from: date
    check_by: date
    document: YamlDocument

    def wordings(self) -> Iterator[tuple[tuple[str | int, ...], Text]]:
        """Every text a reader may see, in all its languages, with its key path; titles left out."""
        yield ("kort",), self.short
        for facet, texts in self.facets.items():
            yield ("fasetter", facet), texts
        if self.advice is not None:
            yield ("rad",), self.advice
        if self.say is not None:
            yield ("si_naar_du_ringer",), self.say
        for index, coming in enumerate(self.coming):
            yield ("kommer", index), coming.text
        for index, passage in enumerate(self.passages):
            for key, texts in passage.wordings():
                yield ("sporsmal", index, *key), texts

    def facet_name(self, facet: str, malform: Malform, say: Callable[[str, Malform], str]) -> str:
        """What a facet is called to those who read: the topic's own words, or the usual phrase, which `say` gives."""
        own = self.facet_names.get(facet)
        return own[malform] if own else say(f"fasett_{facet}", malform)

    def sources_of(self, facet: str | None) -> tuple[Source, ...]:
        """Where a facet (None: the short answer) is known from: its own sources, or those of the topic."""
        return self.facet_sources.get(facet or "", self.sources)

    def every_source(self) -> Iterator[tuple[tuple[str | int, ...], Source]]:
        """Every source of the topic and its facets, with its key path; those of its questions left out."""
        for index, source in enumerate(self.sources):
            yield ("kilder", index), source
        for facet, sources in self.facet_sources.items():
            for index, source in enumerate(sources):
                yield ("fasettkilder", facet, index), source

    def passage(self, passage_id: str) -> Passage | None:
        """The passage of this id; None where the topic has none."""
        return next((passage for passage in self.passages if passage.id == passage_id), None)

    def texts(self) -> Iterator[tuple[tuple[str | int, ...], Malform, str]]:
        """Every text a reader may see, as (key path, language, text); titles left out."""
        for key, texts in self.wordings():
            for language, text in texts.items():
                yield (*key, language), language, text


def load_topic(path: Path) -> Topic:
    """Read one topic file; its area is the name of its folder.

    Raises:
        ContentError: `file:line: reason` for the first thing that breaks the schema.
    """
    document = read_checked(path, "topic.schema.json")
    return topic_from(document.value, document)


def topic_from(raw: Mapping[str, Any], document: YamlDocument) -> Topic:
    """The topic in a value that follows the schema.

    Raises:
        ContentError: the id is not the file's name, a facet that has no text has a name or sources, or a date stands in quotes.
    """
    path = document.path
    if raw["id"] != path.stem:
        raise ContentError(f"{path}:{document.line(('id',))}: id is «{raw['id']}», the file is called «{path.stem}»")
    for key, has in (("fasettnavn", "a name"), ("fasettkilder", "sources")):
        for facet in raw.get(key) or {}:
            if facet not in (raw.get("fasetter") or {}):
                raise ContentError(f"{path}:{document.line((key, facet))}: «{facet}» has {has} and no text")
    try:
        return Topic(
            id=raw["id"],
            area=path.parent.name,
            service=raw["tjeneste"],
            matter=raw.get("tjeneste_gjelder"),
            part=Part.from_yaml(raw),
            title=_clean(raw["tittel"]),
            short=_clean(raw["kort"]),
            facets={facet: _clean(raw["fasetter"][facet]) for facet in FACETS if facet in (raw.get("fasetter") or {})},
            facet_names={facet: _clean(names) for facet, names in (raw.get("fasettnavn") or {}).items()},
            facet_sources={
                facet: tuple(Source.from_yaml(source) for source in sources) for facet, sources in (raw.get("fasettkilder") or {}).items()
            },
            passages=tuple(passage_from(item) for item in raw.get("sporsmal") or ()),
            advice=_clean(raw["rad"]) if "rad" in raw else None,
            say=_clean(raw["si_naar_du_ringer"]) if "si_naar_du_ringer" in raw else None,
            coming=tuple(Coming(day(item["gjelder_fra"]), _clean(item)) for item in raw.get("kommer") or ()),
            next=tuple(raw["neste"]),
            related=tuple(raw["slekt"]),
            sources=tuple(Source.from_yaml(source) for source in raw["kilder"]),
            valid_from=day(raw["gjelder_fra"]),
            check_by=day(raw["sjekkes_innen"]),
            document=document,
        )
    except ValueError as reason:
        raise ContentError(f"{path}:1: {reason}") from reason


def _clean(texts: Mapping[str, Any]) -> Text:
    return {language: " ".join(texts[language].split()) for language in MALFORMER if language in texts}
