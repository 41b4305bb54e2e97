"""One topic: an answer with its facets, next steps, sources and dates (data/content/<area>/<id>.yml)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import jsonschema

from bot.content.source import Source
from bot.settings import Malform
from bot.yaml_lines import ContentError, YamlDocument, read_yaml

FACETS = ("hvem", "hva", "varighet", "penger", "soke", "frist", "kontakt")
"""What can be asked of a topic: who, what, how long, money, how to apply, deadline, contact."""

SERVICES = ("nav", "ot", "karrieresenter", "fagopplaring", "voksenopplaring", "ombud", "ingen")
"""The public services that may own a topic; `ingen` is none."""

Text = dict[Malform, str]


@dataclass(frozen=True)
class Topic:
    """One answer, as an editor wrote it; figures are still references."""

    id: str
    area: str
    service: str
    title: Text
    short: Text
    facets: dict[str, Text]
    advice: Text | None
    say: Text | None
    next: tuple[str, ...]
    related: tuple[str, ...]
    sources: tuple[Source, ...]
    valid_from: date
    check_by: date
    document: YamlDocument

    def texts(self) -> Iterator[tuple[tuple[str, ...], Malform, str]]:
        """Every text a reader may see, as (key path, language, text); titles left out."""
        for language, text in self.short.items():
            yield ("kort", language), language, text
        for facet, texts in self.facets.items():
            for language, text in texts.items():
                yield ("fasetter", facet, language), language, text
        for key, optional in (("rad", self.advice), ("si_naar_du_ringer", self.say)):
            for language, text in (optional or {}).items():
                yield (key, language), language, text


@lru_cache(maxsize=1)
def _validator(path: Path) -> jsonschema.Draft7Validator:
    return jsonschema.Draft7Validator(json.loads(path.read_text(encoding="utf-8")))


def load_topic(path: Path, schema: Path) -> Topic:
    """Read one topic file; its area is the name of its folder.

    Raises:
        ContentError: `file:line: reason` for the first thing that breaks the schema.
    """
    document = read_yaml(path)
    raw = document.value
    error = next(iter(sorted(_validator(schema).iter_errors(_dates_as_text(raw)), key=lambda e: list(e.path))), None)
    if error is not None:
        at = tuple(error.absolute_path)
        where = ".".join(str(part) for part in at) or "the file"
        raise ContentError(f"{path}:{document.line(at)}: {where}: {error.message}")
    if raw["id"] != path.stem:
        raise ContentError(f"{path}:{document.line(('id',))}: id is «{raw['id']}», the file is called «{path.stem}»")
    try:
        return Topic(
            id=raw["id"],
            area=path.parent.name,
            service=raw["tjeneste"],
            title=_clean(raw["tittel"]),
            short=_clean(raw["kort"]),
            facets={facet: _clean(raw["fasetter"][facet]) for facet in FACETS if facet in (raw.get("fasetter") or {})},
            advice=_clean(raw["rad"]) if "rad" in raw else None,
            say=_clean(raw["si_naar_du_ringer"]) if "si_naar_du_ringer" in raw else None,
            next=tuple(raw["neste"]),
            related=tuple(raw["slekt"]),
            sources=tuple(Source.from_yaml(source) for source in raw["kilder"]),
            valid_from=_date(raw["gjelder_fra"]),
            check_by=_date(raw["sjekkes_innen"]),
            document=document,
        )
    except ValueError as reason:
        raise ContentError(f"{path}:1: {reason}") from reason


def _clean(texts: dict[str, str]) -> Text:
    return {language: " ".join(text.split()) for language, text in texts.items()}  # type: ignore[misc]


def _date(value: Any) -> date:
    if not isinstance(value, date):
        raise ValueError(f"{value} must be a date without quotes, such as 2027-05-01")
    return value


def _dates_as_text(value: Any) -> Any:
    """JSON Schema knows no dates, YAML does: give the schema what an editor's tool would see."""
    if isinstance(value, dict):
        return {key: _dates_as_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_dates_as_text(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value
