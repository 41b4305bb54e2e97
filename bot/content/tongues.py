"""What is said first to whoever writes in a language that Veivalg does not speak (data/content/tongues.yml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.content.figures import Figures
from bot.content.schema import read_checked
from bot.language.tongue import tongues
from bot.yaml_lines import ContentError


@dataclass(frozen=True)
class Lines:
    """What is said in one language.

    Attributes:
        code: the language (BCP 47).
        who: what this is, what it speaks, and whom to call.
        danger: the same when somebody is in danger, the numbers first.
    """

    code: str
    who: str
    danger: str


class Tongues:
    """The lines, by language."""

    def __init__(self, lines: Mapping[str, Lines], figures: Figures) -> None:
        self._lines = lines
        self._figures = figures

    def lines(self, tongue: str, on: date) -> Lines:
        """What is said in a language, its telephones filled in.

        Raises:
            KeyError: no such language (`bot.language.tongue.tongues`).
        """
        found = self._lines[tongue]
        return Lines(found.code, *(self._figures.fill(text, "en", on) for text in (found.who, found.danger)))


def load_tongues(path: Path, figures: Figures) -> Tongues:
    """Read the lines.

    Raises:
        ContentError: the file breaks its schema, or a language that can be told has no lines, or the other way round.
    """
    document = read_checked(path, "tongues.schema.json")
    if odd := sorted(tongues() ^ set(document.value)):
        raise ContentError(f"{path}: {odd[0]} must stand both here and in data/language/tongues.tsv")
    return Tongues({name: Lines(raw["kode"], raw["hvem"], raw["fare"]) for name, raw in document.value.items()}, figures)
