"""Who has read which answer against its source, besides who wrote it: `python -m bot read` (data/content/readings.tsv).

A reading holds for the words that were read. It carries a mark of them, so that it lapses by itself when they change.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot import clock
from bot.content.topic import Text, Topic
from bot.yaml_lines import ContentError

FILE = "readings.tsv"
COLUMNS = ("text", "role", "on", "mark")
ROLES = ("leser", "jurist", "veileder")
"""A second reader, a jurist, an adviser of the service: what they are, never who."""
SHORT = "kort"


@dataclass(frozen=True)
class Reading:
    """That somebody who did not write a text has read it against its source.

    Attributes:
        role: one of `ROLES`.
        on: the day.
    """

    role: str
    on: date

    def as_json(self) -> dict[str, str]:
        """The reading as the chat API gives it."""
        return {"role": self.role, "date": self.on.isoformat()}


class Readings:
    """The readings, by the name of what was read: `kvp.kort`, `kvp.penger`, `kvp.ferie`."""

    def __init__(self, rows: Mapping[str, tuple[Reading, str]] | None = None) -> None:
        self._rows = dict(rows or {})

    def of(self, topic: Topic, part: str | None) -> Reading | None:
        """The reading of a topic's part (a facet, a question's id; None: the short answer) as it reads today."""
        part = part or SHORT
        reading, mark = self._rows.get(f"{topic.id}.{part}", (None, ""))
        return reading if reading and mark == _mark(_texts(topic, part)) else None

    def unread(self, topics: Iterable[Topic]) -> list[str]:
        """What only its writer has read, or has changed since it was read."""
        return [
            f"{topic.id}.{part}"
            for topic in topics
            for part, mark in marks(topic)
            if self._rows.get(f"{topic.id}.{part}", ("", ""))[1] != mark
        ]

    def with_read(self, topics: Iterable[Topic], names: Iterable[str], reading: Reading) -> Readings:
        """The readings with these texts read too.

        Args:
            names: topics (all of their texts) and single texts, such as `kvp` or `kvp.penger`.

        Raises:
            KeyError: there is no such text.
        """
        known = {f"{topic.id}.{part}": mark for topic in topics for part, mark in marks(topic)}
        rows = dict(self._rows)
        for name in names:
            chosen = [text for text in known if text == name or text.startswith(f"{name}.")]
            if not chosen:
                raise KeyError(name)
            rows |= {text: (reading, known[text]) for text in chosen}
        return Readings(rows)

    def write(self, path: Path) -> None:
        """Write them, in the order of their names."""
        with path.open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file, delimiter="\t", lineterminator="\n")
            rows.writerow(COLUMNS)
            rows.writerows((text, reading.role, reading.on.isoformat(), mark) for text, (reading, mark) in sorted(self._rows.items()))


def marks(topic: Topic) -> Iterator[tuple[str, str]]:
    """Each part of a topic that is an answer by itself, with a mark of its words."""
    for part in (SHORT, *topic.facets, *(passage.id for passage in topic.passages)):
        yield part, _mark(_texts(topic, part))


def _texts(topic: Topic, part: str) -> list[Text]:
    if passage := topic.passage(part):
        return [text for _, text in passage.wordings()]
    return [topic.facets[part]] if part in topic.facets else [topic.short]


def _mark(texts: list[Text]) -> str:
    return hashlib.sha256(json.dumps(texts, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:10]


def load_readings(path: Path) -> Readings:
    """Read the file; no readings where there is none.

    Raises:
        ContentError: `file:line: reason` for the first row that cannot be used.
    """
    if not path.exists():
        return Readings()
    rows: dict[str, tuple[Reading, str]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for line, row in enumerate(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE), 2):
            try:
                reading = Reading(row["role"], date.fromisoformat(row["on"]))
            except (KeyError, ValueError, TypeError) as error:
                raise ContentError(f"{path}:{line}: a reading has {', '.join(COLUMNS)}: {error}") from error
            if reading.role not in ROLES:
                raise ContentError(f"{path}:{line}: role must be one of {', '.join(ROLES)}")
            rows[row["text"]] = (reading, row["mark"])
    return Readings(rows)


def main(argv: list[str]) -> int:
    """Tell what only its writer has read, or note that texts were read; 2 when that cannot be done."""
    from bot.content.library import CONTENT, load_library

    parser = argparse.ArgumentParser(
        prog="python -m bot read", description="Note that answers were read against their sources, or list what was not."
    )
    parser.add_argument("text", nargs="*", help="a topic, or one of its texts: kvp, kvp.penger; none lists what only its writer has read")
    parser.add_argument("--role", choices=ROLES, default=ROLES[0], help="what the reader is")
    parser.add_argument("--on", type=date.fromisoformat, default=clock.today(), metavar="DATE")
    arguments = parser.parse_args(argv)
    try:
        library = load_library(CONTENT)
        readings = load_readings(CONTENT / FILE)
        if not arguments.text:
            print("\n".join(readings.unread(library)))
            return 0
        readings.with_read(library, arguments.text, Reading(arguments.role, arguments.on)).write(CONTENT / FILE)
    except ContentError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyError as error:
        print(f"There is no text “{error.args[0]}”. `python -m bot read` lists those that nobody else has read.", file=sys.stderr)
        return 2
    return 0
