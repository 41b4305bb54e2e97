"""Who to call and what to say when somebody is in danger or has it hard (data/help).

Every telephone is a figure, so that a number changes in one place. The wording is the editors';
what is chosen for whom – kind of danger, age, whether it is about somebody else – is decided here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from bot.content.figures import Figures
from bot.content.schema import read_checked
from bot.content.source import Source
from bot.settings import ROOT, Malform
from bot.yaml_lines import ContentError, YamlDocument

HELP = ROOT / "data" / "help"

MOST = 5
"""Buttons that are shown at once: more are not read."""
UNKNOWN = "ukjent"
"""The kind whose texts fit when it is not known what somebody is in danger of."""

Text = Mapping[Malform, str]
Way = Literal["call", "write"]


@dataclass(frozen=True)
class Line:
    """Somebody who answers: by telephone (the key of a figure) or on a page."""

    id: str
    name: Text
    when: Text
    phone: str | None
    page: str | None
    minors_only: bool
    always_open: bool
    source: Source | None
    """Where a page is known from; a telephone has its figure's source."""


@dataclass(frozen=True)
class Shown:
    """A line in one language as of one day, ready to be a button."""

    id: str
    way: Way
    name: str
    when: str
    phone: str | None
    url: str | None

    def as_json(self) -> dict[str, str | None]:
        """The line as the chat API gives it: `{"id", "way", "name", "when", "phone", "url"}`."""
        return {"id": self.id, "way": self.way, "name": self.name, "when": self.when, "phone": self.phone, "url": self.url}


@dataclass(frozen=True)
class Help:
    """What is said, and who answers, the fitting one first."""

    text: str
    lines: tuple[Shown, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class _Entry:
    texts: Mapping[str, Text]
    """`selv`, and where the file has them `selv_under_18`, `annen` and `igjen`."""
    lines: tuple[str, ...]
    minor_lines: tuple[str, ...]
    sources: tuple[Source, ...]


class HelpTexts:
    """Everything in data/help; immutable once loaded."""

    def __init__(
        self, lines: Mapping[str, Line], entries: Mapping[str, Mapping[str, _Entry]], figures: Figures, documents: Iterable[YamlDocument]
    ) -> None:
        self._lines = dict(lines)
        self._entries = {name: dict(entry) for name, entry in entries.items()}
        self._figures = figures
        self.documents = tuple(documents)

    def kinds(self, level: str) -> tuple[str, ...]:
        """The kinds that have a text: `acute`, `heavy` or `after`."""
        return tuple(self._entries[level])

    def acute(self, kind: str, malform: Malform, on: date, minor: bool | None = None, other: bool = False) -> Help:
        """What to do in danger.

        Args:
            kind: a kind of data/help/acute.yml; one that is not there gets the general text.
            minor: whether the person is under 18; None when the age is not known.
            other: it is about somebody else.
        """
        entries = self._entries["acute"]
        return self._help(entries.get(kind, entries[UNKNOWN]), malform, on, minor, other)

    def again(self, kind: str, malform: Malform, on: date, minor: bool | None = None) -> str:
        """One sentence for the turns after, when a danger of this kind has not gone away."""
        entries = self._entries["acute"]
        return self._help(entries.get(kind, entries[UNKNOWN]), malform, on, minor, False, "igjen").text

    def heavy(self, kind: str, malform: Malform, on: date, minor: bool | None = None, other: bool = False) -> Help:
        """What to say to somebody who has it hard, and where they can talk; arguments as for `acute`."""
        entries = self._entries["heavy"]
        return self._help(entries.get(kind, entries[UNKNOWN]), malform, on, minor, other)

    def after(self, question: str, malform: Malform, on: date, minor: bool | None = None, other: bool = False) -> Help:
        """The answer to a question that people ask when help has been shown.

        Raises:
            KeyError: no such question.
        """
        return self._help(self._entries["after"][question], malform, on, minor, other)

    def line(self, line: str, malform: Malform, on: date) -> Shown:
        """One line, by its id.

        Raises:
            KeyError: no such line.
        """
        return self._show(self._lines[line], malform, on)

    def talk(self, malform: Malform, on: date, minor: bool | None) -> str:
        """The number somebody of this age can always ring: «116 123 (under 18: 116 111)»."""
        grown, young = (self._figures.show(f"telefon.{name}", malform, on) for name in ("mental_helse", "alarmtelefonen"))
        if minor is None:
            return f"{grown} (under {self._figures.show('myndig.alder', malform, on)}: {young})"
        return young if minor else grown

    def _help(self, entry: _Entry, malform: Malform, on: date, minor: bool | None, other: bool, key: str | None = None) -> Help:
        texts = entry.texts
        wanted = (key,) if key else ("annen",) if other else ("selv_under_18",) if minor else ()
        text = next((texts[key] for key in (*wanted, "selv") if key in texts), texts["selv"])[malform]
        filled = self._figures.fill(text.replace("{snakk}", self.talk(malform, on, minor)), malform, on)
        chosen = entry.minor_lines if minor and not other and entry.minor_lines else entry.lines
        lines = [self._lines[name] for name in chosen if not (self._lines[name].minors_only and minor is False)]
        sources = [self._figures[line.phone].source if line.phone else line.source for line in lines]
        unique = dict.fromkeys((*entry.sources, *(source for source in sources if source)))
        return Help(filled, tuple(self._show(line, malform, on) for line in _in_order(lines)), tuple(unique))

    def _show(self, line: Line, malform: Malform, on: date) -> Shown:
        phone = self._figures.show(line.phone, malform, on) if line.phone else None
        when = self._figures.fill(line.when[malform], malform, on)
        return Shown(line.id, "call" if phone else "write", line.name[malform], when, phone, line.page)


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
    for level in ("acute", "heavy", "after"):
        texts = read_checked(folder / f"{level}.yml", "help.schema.json")
        documents.append(texts)
        entries[level] = {kind: _entry(raw) for kind, raw in texts.value.items()}
        for kind, entry in entries[level].items():
            for line_id in (*entry.lines, *entry.minor_lines):
                if line_id not in lines:
                    raise ContentError(f"{texts.path}:{texts.line((kind, 'linjer'))}: no line {line_id} in lines.yml")
        if level != "after" and UNKNOWN not in entries[level]:
            raise ContentError(f"{texts.path}:1: there must be an entry {UNKNOWN}")
    return HelpTexts(lines, entries, figures, documents)


def help_passages(texts: HelpTexts) -> Iterator[tuple[YamlDocument, tuple[str | int, ...], Malform, str]]:
    """Every text a reader may see: the file, key path, language and wording."""
    for document in texts.documents:
        for name, raw in document.value.items():
            for key, value in raw.items():
                if isinstance(value, dict) and "nb" in value:
                    for malform, text in value.items():
                        yield document, (name, key, malform), malform, " ".join(text.split())


def _line(name: str, raw: Mapping[str, Any]) -> Line:
    source = Source.from_yaml(raw["kilde"]) if "kilde" in raw else None
    return Line(
        name, raw["navn"], raw["naar"], raw.get("telefon"), raw.get("side"), raw.get("alder") == "under_18", bool(raw.get("hele_dognet")), source
    )


def _in_order(lines: list[Line]) -> list[Line]:
    """At most `MOST` of the lines: two to ring, one to write to – many dare no more than that – and the others."""
    calls, writes = [line for line in lines if line.phone], [line for line in lines if not line.phone]
    return [*calls[:2], *writes[:1], *calls[2:4], *writes[1:]][:MOST]


def _entry(raw: Mapping[str, Any]) -> _Entry:
    texts = {key: {malform: " ".join(text.split()) for malform, text in value.items()} for key, value in raw.items() if isinstance(value, dict)}
    sources = tuple(Source.from_yaml(source) for source in raw.get("kilder") or ())
    return _Entry(texts, tuple(raw["linjer"]), tuple(raw.get("under_18") or ()), sources)
