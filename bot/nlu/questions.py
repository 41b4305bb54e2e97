"""Questions as people really put them (data/nlu/told): stories, fragments, two things at once.

One file is one writer, so that whole writers can be held out.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bot.content import FACETS
from bot.nlu.danger_corpus import LEVELS
from bot.settings import ROOT

TOLD = ROOT / "data" / "nlu" / "told"
SHORT = "kort"
"""The short answer, as what answers a message."""
NO_QUESTION = frozenset({"-", SHORT, *FACETS})
"""What may answer a message besides a question: nothing, the short answer, a facet."""


@dataclass(frozen=True)
class Question:
    """One message and what it asks.

    Attributes:
        topic: what a wise adviser would answer first; may be a topic that has no content yet.
        also: other topics that would be a fair first answer, or are asked too; the next best first.
        two: really asks two things, the second being the first of `also`.
        variant: nb, nn, dial (dialect), l2 (a learner's), en.
        level: what it tells of danger, as in data/danger.
        parts: what of the topic answers it: ids of its questions, the best first; `kort`, a facet, or `-` for nothing. Empty where nobody has said.
    """

    topic: str
    also: tuple[str, ...]
    two: bool
    variant: str
    level: str
    text: str
    writer: str
    parts: tuple[str, ...] = ()

    @property
    def part(self) -> str | None:
        """The question of the topic that it asks; None where it asks none, or nobody has said."""
        return self.parts[0] if self.parts and self.parts[0] not in NO_QUESTION else None

    @property
    def answered_by(self) -> str | None:
        """What of the topic is said to it: a question's answer, a facet, or the short answer where nothing fits; None where nobody has said."""
        return (SHORT if self.parts[0] == "-" else self.parts[0]) if self.parts else None


def read_questions(paths: Iterable[Path]) -> list[Question]:
    """Read files of questions.

    Raises:
        ValueError: `file:line: reason` for the first row that cannot be used.
    """
    found = []
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            for line, row in enumerate(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE), 2):
                also = tuple(filter(None, row["also"].split(",")))
                if not row["topic"] or not row["text"] or row["level"] not in LEVELS or (row["two"] == "1" and not also):
                    raise ValueError(f"{path}:{line}: topic, text, level or the second topic is missing or unknown")
                text = row["text"].replace("\\n", "\n")
                parts = tuple(filter(None, (row.get("part") or "").split(",")))
                found.append(Question(row["topic"], also, row["two"] == "1", row["variant"], row["level"], text, path.stem, parts))
    return found


def told_questions() -> list[Question]:
    """All of data/nlu/told."""
    return read_questions(sorted(TOLD.glob("*.tsv")))
