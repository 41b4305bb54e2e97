"""The messages that danger is learnt from (data/danger): each with its level, kind and who it is about.

One file is one writer, so that whole writers can be held out. What is asked once help has been shown is in
`data/danger/after`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bot.language.danger import CIRCUMSTANCES
from bot.settings import ROOT

CORPUS = ROOT / "data" / "danger" / "messages"
AFTER = ROOT / "data" / "danger" / "after"
CIRCUMSTANCES_TOLD = ROOT / "data" / "danger" / "circumstances"
"""Messages of danger with what else they tell, as a reader who wrote none of them heard it; one file a reader."""

LEVELS = ("ingen", "tung", "akutt")
"""Nothing, heavy, acute: from the least to the most."""
ACUTE = (
    "selvmord", "selvskading", "vold", "overgrep", "bildetrussel", "utrygt_hjem", "trussel", "tvang", "etterlatt",
    "utnytting", "forgiftning", "psykose", "spise", "fare_for_andre", "uten_tak", "romt", "kropp",
)  # fmt: skip
HEAVY = ("trist", "ensom", "sorg", "mobbing", "utslitt", "angst", "hjemme", "fortid", "rus", "noe_skjedd", "samliv", "mat")
WIDER: dict[str, frozenset[str]] = {
    "kropp": frozenset({"kropp", "forgiftning", "spise"}),
    "fortvilet": frozenset({"selvmord", "selvskading", "psykose", "fare_for_andre"}),
    "utsatt": frozenset(
        {"vold", "utrygt_hjem", "overgrep", "trussel", "tvang", "etterlatt", "utnytting", "bildetrussel", "uten_tak", "romt"}
    ),
}
"""What holds of several kinds, where it is not certain which: a body in danger, what somebody may do, what others do to them."""
NONE = "ingen"
KINDS = (NONE, *HEAVY, *ACUTE)
"""Every kind, in the order in which probabilities of kinds are given."""

SHORT = 6
"""Most words of a harmless message that may stand around another."""


@dataclass(frozen=True)
class Told:
    """One message and what it tells.

    Attributes:
        level: one of `LEVELS`.
        kind: one of `ACUTE` or `HEAVY`; for a harmless message a word for its theme.
        variant: nb, nn, dial (dialect), l2 (a learner's), en.
        plain: told in plain words (of a harmless one: it holds an alarming word).
        other: about somebody else than the one who writes.
        before: what had just been asked; mostly empty.
    """

    level: str
    kind: str
    variant: str
    plain: bool
    other: bool
    before: str
    text: str
    writer: str

    @property
    def label(self) -> str:
        """One of `KINDS`."""
        return NONE if self.level == NONE else self.kind


def read_messages(paths: Iterable[Path]) -> list[Told]:
    """Read files of messages.

    Raises:
        ValueError: `file:line: reason` for the first row that cannot be used.
    """
    told = []
    for path in paths:
        for line, row in enumerate(_rows(path), 2):
            if row["level"] not in LEVELS or row["about"] not in ("selv", "annen") or not row["text"]:
                raise ValueError(f"{path}:{line}: level, about or text is missing or unknown")
            if row["level"] != NONE and row["kind"] not in (ACUTE if row["level"] == "akutt" else HEAVY):
                raise ValueError(f"{path}:{line}: no kind «{row['kind']}» of {row['level']}")
            text = row["text"].replace("\\n", "\n")
            told.append(
                Told(
                    row["level"], row["kind"], row["variant"], row["plain"] == "1", row["about"] == "annen", row["before"], text, path.stem
                )
            )
    return told


def read_after(paths: Iterable[Path]) -> list[tuple[str, str]]:
    """Read files of questions asked after help was shown: (id, text)."""
    return [(row["id"], row["text"]) for path in paths for row in _rows(path)]


def read_circumstances(paths: Iterable[Path]) -> list[tuple[frozenset[str], str]]:
    """Read files of (what is told, text).

    Raises:
        ValueError: `file:line: reason` for the first row that cannot be used.
    """
    found = []
    for path in paths:
        for line, row in enumerate(_rows(path), 2):
            told = frozenset(filter(None, (row["told"] or "").split(",")))
            if told - set(CIRCUMSTANCES) or not row["text"]:
                raise ValueError(f"{path}:{line}: no such circumstance, or the text is missing")
            found.append((told, row["text"].replace("\\n", "\n")))
    return found


def _rows(path: Path) -> Iterable[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def harmless_asides(told: Iterable[Told]) -> list[str]:
    """Short harmless messages without an alarming word, to stand around others while learning."""
    return [message.text for message in told if message.level == NONE and not message.plain and len(message.text.split()) <= SHORT]
