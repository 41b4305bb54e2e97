"""Every answer as those who keep it see it: age, next check, plainness, sources, all languages side by side."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from bot.content.dates import written_date
from bot.content.library import Library
from bot.content.source import Source
from bot.content.topic import Text, Topic
from bot.language.plain import lix
from bot.settings import ROOT, Malform

SOON = timedelta(days=30)

Status = Literal["ok", "snart", "forfalt"]
"""In order, to be checked within a month, or overdue."""


@dataclass(frozen=True)
class Part:
    """One text of a topic: its phrase key (or facet) and what it says in each language, figures filled in."""

    name: str
    texts: Text


@dataclass(frozen=True)
class Row:
    """One topic on a day."""

    id: str
    area: str
    file: str
    """The file an editor changes, from the project's root."""
    title: Text
    status: Status
    checked: date
    """The day the source that was read longest ago was read."""
    age: int
    """Days since then."""
    check_by: date
    valid_from: date
    lix: dict[Malform, float]
    """LIX of the short answer."""
    parts: tuple[Part, ...]
    sources: tuple[Source, ...]

    def matches(self, query: str) -> bool:
        """Whether every word asked for stands somewhere in the topic: its id, texts or sources."""
        heap = " ".join(
            [self.id, *self.title.values(), *(text for part in self.parts for text in part.texts.values())]
            + [f"{source.title} {source.url or ''}" for source in self.sources]
        ).lower()
        return all(word in heap for word in query.lower().split())


def rows(library: Library, on: date) -> tuple[Row, ...]:
    """Every topic as of a day, the one to be checked first first."""
    return tuple(sorted((_row(topic, library, on) for topic in library), key=lambda row: (row.check_by, row.id)))


def due(found: Iterable[Row]) -> tuple[Row, ...]:
    """Those that are overdue or must be checked within a month."""
    return tuple(row for row in found if row.status != "ok")


def as_csv(found: Iterable[Row], address: str) -> str:
    """The rows as CSV (RFC 4180; semicolons and a byte order mark, so that Norwegian Excel opens it as a table)."""
    buffer = io.StringIO()
    buffer.write("\ufeff")
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerow(["tema", "tittel", "status", "sjekkes_innen", "sist_sjekket", "dager", "fil", "kilder", "adresse"])
    for row in found:
        sources = " | ".join(f"{source.title} {source.url or ''}".strip() for source in row.sources)
        cells = (row.id, row.title["nb"], row.status, row.check_by, row.checked, row.age, row.file, sources, f"{address}/t/{row.id}")
        writer.writerow([_harmless(str(cell)) for cell in cells])
    return buffer.getvalue()


def _row(topic: Topic, library: Library, on: date) -> Row:
    day = max(on, topic.valid_from)
    parts = tuple(_parts(topic, library, day))
    sources = tuple(source for _, source in topic.every_source())
    checked = min(source.checked for source in (*sources, *(source for passage in topic.passages for source in passage.sources)))
    return Row(
        id=topic.id,
        area=topic.area,
        file=str(topic.document.path.relative_to(ROOT)) if topic.document.path.is_relative_to(ROOT) else topic.document.path.name,
        title=topic.title,
        status="forfalt" if topic.check_by < on else "snart" if topic.check_by - on <= SOON else "ok",
        checked=checked,
        age=(on - checked).days,
        check_by=topic.check_by,
        valid_from=topic.valid_from,
        lix={"nb": lix(parts[0].texts["nb"]), "nn": lix(parts[0].texts["nn"])},
        parts=parts,
        sources=sources,
    )


def _parts(topic: Topic, library: Library, on: date) -> Iterator[Part]:
    names = {"kort": "innhold_kort", "rad": "godt_aa_vite", "si_naar_du_ringer": "innhold_si", "kommer": "innhold_kommer"}
    for key, texts in topic.wordings():
        if key[0] == "sporsmal":
            continue
        name = f"fasett_{key[1]}" if key[0] == "fasetter" else names[str(key[0])]
        begins = topic.coming[int(key[1])].valid_from if key[0] == "kommer" else None
        filled: Text = {}
        for language, text in texts.items():
            told = _filled(library, text, language, max(on, begins or on))
            filled[language] = f"{written_date(begins, language)}: {told}" if begins else told
        yield Part(name, filled)
    for passage in topic.passages:
        asked = (passage.question, passage.answer, *(for_you.text for for_you in passage.for_you))
        yield Part(
            "innhold_sporsmal",
            {language: " ".join(_filled(library, text[language], language, on) for text in asked) for language in passage.question},
        )


def _filled(library: Library, text: str, language: Malform, on: date) -> str:
    """The text with its figures; as written when one of them has no value on that day."""
    try:
        return library.figures.fill(text, language, on)
    except KeyError:
        return text


def _harmless(cell: str) -> str:
    """A cell that a spreadsheet takes for text: one that begins like a formula is quoted."""
    return f"'{cell}" if cell[:1] in "=+-@\t\r" else cell
