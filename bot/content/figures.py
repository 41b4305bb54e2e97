"""The numbers that answers state, each with its unit, dates and source (data/content/figures.yml)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from bot.content.source import Source
from bot.settings import Malform
from bot.yaml_lines import ContentError, read_yaml

NAME = re.compile(r"[a-z][a-z0-9_]*\.[a-z0-9_]+")
"""A figure's key: `kvp.varighet_aar`."""

REFERENCE = re.compile(r"\{([a-z0-9_]+\.[a-z0-9_]+)\}")
"""A reference to a figure in an answer's text: `{kvp.varighet_aar}`."""

UNITS = ("kr", "år", "måneder", "uker", "dager", "timer", "prosent", "alder", "telefon", "dato", "antall", "km")

_FORMULA = re.compile(r"[a-z0-9_.]+(?:\s*[*/]\s*[a-z0-9_.]+)*")


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
    line: int

    def row(self, on: date) -> Row | None:
        """The row in force on a date, or None before the first."""
        return next((row for row in self.rows if row.valid_from <= on), None)


class Figures:
    """All figures, with formulas worked out and values written as each language writes them."""

    def __init__(self, figures: dict[str, Figure], path: Path) -> None:
        self._figures = figures
        self.path = path

    def __iter__(self):  # type: ignore[no-untyped-def]
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
    document = read_yaml(path)
    figures: dict[str, Figure] = {}
    for key, raw in (document.value or {}).items():
        line = document.line((key,))

        def wrong(reason: str, line: int = line, key: str = key) -> ContentError:
            return ContentError(f"{path}:{line}: {key}: {reason}")

        if not REFERENCE.fullmatch("{" + str(key) + "}"):
            raise wrong("a key is topic.name in small letters")
        if not isinstance(raw, dict) or set(raw) != {"navn", "enhet", "kilde", "rader"}:
            raise wrong("a figure has exactly navn, enhet, kilde and rader")
        if raw["enhet"] not in UNITS:
            raise wrong(f"enhet must be one of {', '.join(UNITS)}")
        try:
            source = Source.from_yaml(raw["kilde"])
            rows = sorted((_row(item) for item in raw["rader"]), key=lambda row: row.valid_from, reverse=True)
        except (TypeError, ValueError, KeyError) as error:
            raise wrong(str(error)) from error
        if not rows:
            raise wrong("rader is empty")
        figures[key] = Figure(key, raw["navn"], raw["enhet"], source, tuple(rows), line)
    for figure in figures.values():
        for row in figure.rows:
            for token in NAME.findall(row.formula or ""):
                if token not in figures:
                    raise ContentError(f"{path}:{figure.line}: {figure.key}: formel names {token}, which is not here")
    return Figures(figures, path)


def _row(raw: dict) -> Row:  # type: ignore[type-arg]
    if not isinstance(raw, dict) or not isinstance(raw.get("fra"), date):
        raise ValueError("every row has fra: a date")
    if set(raw) == {"fra", "formel"}:
        formula = str(raw["formel"])
        if not _FORMULA.fullmatch(formula):
            raise ValueError(f"formel «{formula}» is not a product of numbers and figures")
        return Row(raw["fra"], None, None, formula)
    if set(raw) != {"fra", "verdi"}:
        raise ValueError("every row has fra and either verdi or formel")
    value = raw["verdi"]
    if isinstance(value, bool):
        raise ValueError("verdi must be a number or a text")
    if isinstance(value, (int, float)):
        return Row(raw["fra"], Decimal(str(value)), None, None)
    if isinstance(value, str):
        return Row(raw["fra"], None, {"nb": value, "nn": value, "en": value}, None)
    if isinstance(value, dict) and set(value) == {"nb", "nn", "en"}:
        return Row(raw["fra"], None, {"nb": value["nb"], "nn": value["nn"], "en": value["en"]}, None)
    raise ValueError("verdi must be a number, a text, or a text for each of nb, nn and en")
