"""Reads who answers in danger and what is said (data/help), and refuses what does not hang together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.content.figures import Figures
from bot.content.help import UNKNOWN, Entry, HelpTexts, Line
from bot.content.schema import read_checked
from bot.content.source import Source
from bot.language.lexicon import folded
from bot.language.situation import situations as known_situations
from bot.settings import ROOT, Malform
from bot.yaml_lines import ContentError, YamlDocument

HELP = ROOT / "data" / "help"
LEVELS = ("acute", "heavy", "after", "situations")
"""The files with texts, by what they are said to."""
INSTEAD = "instead"
"""The file with what several dangers share when the message tells it."""
HOURS = ("naa", "snart")
"""Situations that come after what somebody's body needs."""


def load_help(figures: Figures, folder: Path = HELP) -> HelpTexts:
    """Read the lines and the texts.

    Raises:
        ContentError: `file:line: reason` for the first thing that cannot be used.
    """
    document = read_checked(folder / "lines.yml", "help_lines.schema.json")
    lines = {name: _line(name, raw) for name, raw in document.value.items()}
    for name, line in lines.items():
        if line.phone and line.phone not in figures:
            raise ContentError(f"{document.path}:{document.line((name, 'telefon'))}: no figure {line.phone}")
    entries, documents = {}, [document]
    for level in LEVELS:
        texts = read_checked(folder / f"{level}.yml", "help.schema.json")
        documents.append(texts)
        entries[level] = {kind: _entry(raw) for kind, raw in texts.value.items()}
        _check_lines(texts, entries[level], lines)
        _check_names(level, texts, entries[level], set(entries["acute"]))
    documents.append(texts := read_checked(folder / f"{INSTEAD}.yml", "help.schema.json"))
    instead = {name: _entry(raw) for name, raw in texts.value.items()}
    _check_lines(texts, instead, lines)
    _check_names(INSTEAD, texts, instead, set(entries["acute"]))
    entries["acute"] = {kind: _with_shared(kind, entry, instead) for kind, entry in entries["acute"].items()}
    return HelpTexts(lines, entries, figures, documents)


def _with_shared(kind: str, entry: Entry, instead: Mapping[str, Entry]) -> Entry:
    """A danger's texts, with those it shares with others for what it has no words of its own for."""
    shared = {name: words for name, words in instead.items() if kind in words.meant_for and name not in entry.when}
    names = list(entry.when)
    at = next((names.index(name) for name in names if name in HOURS), len(names))
    before, after = names[:at], names[at:]
    return replace(entry, when={name: shared.get(name) or entry.when[name] for name in (*before, *shared, *after)})


def _check_lines(texts: YamlDocument, entries: Mapping[str, Entry], lines: Mapping[str, Line]) -> None:
    """Raise for the first line that is shown and is not in lines.yml."""
    for kind, entry in entries.items():
        for part in (entry, *entry.when.values()):
            for line_id in (*part.lines, *part.minor_lines):
                if line_id not in lines:
                    raise ContentError(f"{texts.path}:{texts.line((kind, 'linjer'))}: no line {line_id} in lines.yml")


def _check_names(level: str, texts: YamlDocument, entries: Mapping[str, Entry], dangers: set[str]) -> None:
    """Raise for the first situation or danger that nothing can tell of, or where the general text is missing."""
    for kind, entry in entries.items():
        for key, dangers_named in (("bare_ved", entry.only_for), ("gjelder", entry.meant_for)):
            if unknown := sorted(dangers_named - dangers):
                raise ContentError(f"{texts.path}:{texts.line((kind, key))}: no danger {unknown[0]} in acute.yml")
    told = {situation for entry in entries.values() for situation in entry.when} | (
        set(entries) if level in ("situations", INSTEAD) else set()
    )
    known = known_situations() | (dangers if level == "after" else set())
    if unknown := sorted(told - known):
        raise ContentError(f"{texts.path}:1: no situation {unknown[0]} in data/language/situations.tsv")
    if level in ("acute", "heavy") and UNKNOWN not in entries:
        raise ContentError(f"{texts.path}:1: there must be an entry {UNKNOWN}")


def help_passages(texts: HelpTexts) -> Iterator[tuple[YamlDocument, tuple[str | int, ...], Malform, str]]:
    """Every text a reader may see: the file, key path, language and wording."""
    for document in texts.documents:
        for name, raw in document.value.items():
            yield from _passages(document, (name,), raw)


def _passages(
    document: YamlDocument, at: tuple[str | int, ...], raw: Mapping[str, Any]
) -> Iterator[tuple[YamlDocument, tuple[str | int, ...], Malform, str]]:
    for key, value in raw.items():
        if isinstance(value, dict) and "nb" in value:
            for malform, text in value.items():
                yield document, (*at, key, malform), malform, " ".join(text.split())
        elif key == "i_situasjon":
            for situation, inner in value.items():
                yield from _passages(document, (*at, key, situation), inner)


def _line(name: str, raw: Mapping[str, Any]) -> Line:
    source = Source.from_yaml(raw["kilde"]) if "kilde" in raw else None
    called = "|".join(map(folded, raw.get("kalles") or ()))
    return Line(
        name,
        raw["navn"],
        raw["naar"],
        raw.get("telefon"),
        raw.get("side"),
        raw.get("alder") == "under_18",
        bool(raw.get("hele_dognet")),
        source,
        re.compile(rf"\b(?:{called})\b") if called else None,
    )


def _entry(raw: Mapping[str, Any]) -> Entry:
    texts = {
        key: {malform: " ".join(text.split()) for malform, text in value.items()}
        for key, value in raw.items()
        if isinstance(value, dict) and "nb" in value
    }
    sources = tuple(Source.from_yaml(source) for source in raw.get("kilder") or ())
    when = {name: _entry(inner) for name, inner in (raw.get("i_situasjon") or {}).items()}
    return Entry(
        texts,
        tuple(raw.get("linjer") or ()),
        tuple(raw.get("under_18") or ()),
        sources,
        bool(raw.get("ogsaa_forst")),
        frozenset(raw.get("bare_ved") or ()),
        when,
        frozenset(raw.get("gjelder") or ()),
    )
