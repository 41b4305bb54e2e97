"""The numbers that answers state, each with its unit, dates and source (data/content/figures.yml)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

from bot.content.schema import day, read_checked
from bot.content.source import Source
from bot.settings import Malform
from bot.yaml_lines import ContentError, YamlDocument

NAME = re.compile(r"[a-z][a-z0-9_]*\.[a-z0-9_]+")
"""A figure's key: `kvp.varighet_aar`."""

REFERENCE = re.compile(r"\{([a-z0-9_]+\.[a-z0-9_]+)\}")
"""A reference to a figure in an answer's text: `{kvp.varighet_aar}`."""

UNITS = ("kr", "år", "måneder", "uker", "dager", "timer", "prosent", "alder", "telefon", "dato", "antall", "km")
"""The same as in figures.schema.json; a test compares them."""


@dataclass(frozen=True)
class Row:
    """A figure's value from a date on: a number, a text per language, or a formula over other figures."""

    valid_from: date
    number: Decimal | None
    text: dict[Malform, str] | None
    formula: str | None


@dataclass(frozen=True)
class Figure:
    """One figure: what it is, its unit (one of `UNITS`), its source and its dated rows (newest first)."""

    key: str
    name: str
    unit: str
    source: Source
    rows: tuple[Row, ...]
    document: YamlDocument
    """The file it stands in: ours, or one of a local folder."""

    @property
    def line(self) -> int:
        """Its line in that file."""
        return self.document.line((self.key,))

    def row(self, on: date) -> Row | None:
        """The row in force on a date, or None before the first."""
        return next((row for row in self.rows if row.valid_from <= on), None)


class Figures:
    """All figures, with formulas worked out and values written as each language writes them."""

    def __init__(self, figures: Mapping[str, Figure]) -> None:
        self._figures = dict(figures)

    def __iter__(self) -> Iterator[Figure]:
        return iter(self._figures.values())

    def __contains__(self, key: str) -> bool:
        return key in self._figures

    def __getitem__(self, key: str) -> Figure:
        return self._figures[key]

    def number(self, key: str, on: date) -> Decimal:
        """The numeric value of a figure on a date, in its unit.

        Raises:
            KeyError: no such figure, no value yet on that date, or the figure is a text.
        """
        row = self._figures[key].row(on)
        if row is None:
            raise KeyError(f"{key} has no value on {on}")
        if row.number is not None:
            return row.number
        if row.formula is None:
            raise KeyError(f"{key} is a text, not a number")
        return self._work_out(row.formula, on)

    def show(self, key: str, malform: Malform, on: date) -> str:
        """A figure as text, without its unit: `278 697`, `2`, `1. mars`.

        Raises:
            KeyError: no such figure, or no value yet on that date.
        """
        figure = self._figures[key]
        row = figure.row(on)
        if row is None:
            raise KeyError(f"{key} has no value on {on}")
        if row.text is not None:
            return row.text[malform]
        return _write_number(self.number(key, on), figure.unit, malform)

    def fill(self, text: str, malform: Malform, on: date) -> str:
        """The text with every `{key}` replaced by its value.

        Raises:
            KeyError: a reference to an unknown figure or to one without a value on that date.
        """
        return REFERENCE.sub(lambda match: self.show(match.group(1), malform, on), text)

    def with_changes(self, figures: Iterable[Figure]) -> Figures:
        """These figures with some added or replaced."""
        return Figures({**self._figures, **{figure.key: figure for figure in figures}})

    def changes(self, text: str, after: date, until: date) -> list[date]:
        """The days in (after, until] on which a figure that a text states, or is worked out from, gets a new row."""
        rows = [row for key in self._behind(REFERENCE.findall(text)) for row in self._figures[key].rows]
        return sorted({row.valid_from for row in rows if after < row.valid_from <= until})

    def _behind(self, keys: Iterable[str]) -> set[str]:
        """The figures of a text and all that their formulas name."""
        found: set[str] = set()
        waiting = [key for key in keys if key in self._figures]
        while waiting:
            key = waiting.pop()
            if key not in found:
                found.add(key)
                waiting += [name for row in self._figures[key].rows for name in NAME.findall(row.formula or "")]
        return found

    def _work_out(self, formula: str, on: date) -> Decimal:
        tokens = re.split(r"\s*([*/])\s*", formula)
        result = self._operand(tokens[0], on)
        for operator, token in zip(tokens[1::2], tokens[2::2], strict=True):
            operand = self._operand(token, on)
            result = result * operand if operator == "*" else result / operand
        return result

    def _operand(self, token: str, on: date) -> Decimal:
        return Decimal(token) if re.fullmatch(r"\d+(\.\d+)?", token) else self.number(token, on)


def _write_number(value: Decimal, unit: str, malform: Malform) -> str:
    if unit == "kr":  # amounts are told in whole kroner unless they are small rates such as 2,94 per km
        value = value.quantize(Decimal(1), ROUND_HALF_UP) if abs(value) >= 100 else value
    whole, _, decimals = f"{value.normalize():f}".partition(".")
    if len(whole) > 3 and unit in ("kr", "antall"):
        separator = "," if malform == "en" else "\u00a0"
        whole = f"{int(whole):,}".replace(",", separator)
    return whole + (("." if malform == "en" else ",") + decimals if decimals else "")


def load_figures(path: Path) -> Figures:
    """Read `figures.yml`.

    Raises:
        ContentError: `file:line: reason` for the first figure that is not usable.
    """
    document = read_checked(path, "figures.schema.json")
    figures: dict[str, Figure] = {}
    for key, raw in (document.value or {}).items():
        if "gjelder" in raw:
            raise ContentError(f"{path}:{document.line((key, 'gjelder'))}: {key}: gjelder belongs in a local folder")
        figures[key] = figure_from(key, raw, document)
    result = Figures(figures)
    require_known_operands(result, figures.values())
    return result


def figure_from(key: str, raw: Mapping[str, Any], document: YamlDocument) -> Figure:
    """The figure in a value that follows the schema.

    Raises:
        ContentError: a date stands in quotes, or a number is none.
    """
    try:
        rows = sorted((_row(item) for item in raw["rader"]), key=lambda row: row.valid_from, reverse=True)
        return Figure(key, raw["navn"], raw["enhet"], Source.from_yaml(raw["kilde"]), tuple(rows), document)
    except ValueError as error:
        raise ContentError(f"{document.path}:{document.line((key,))}: {key}: {error}") from error


def require_known_operands(figures: Figures, checked: Iterable[Figure]) -> None:
    """See that every formula names figures that exist.

    Raises:
        ContentError: one does not.
    """
    for figure in checked:
        for row in figure.rows:
            for token in NAME.findall(row.formula or ""):
                if token not in figures:
                    path = figure.document.path
                    raise ContentError(f"{path}:{figure.line}: {figure.key}: formel names {token}, which is not here")


def _row(raw: Mapping[str, Any]) -> Row:
    start = day(raw["fra"])
    if "formel" in raw:
        return Row(start, None, None, raw["formel"])
    value = raw["verdi"]
    if isinstance(value, str):
        return Row(start, None, {"nb": value, "nn": value, "en": value}, None)
    if isinstance(value, Mapping):
        return Row(start, None, {"nb": value["nb"], "nn": value["nn"], "en": value["en"]}, None)
    return Row(start, Decimal(str(value)), None, None)
