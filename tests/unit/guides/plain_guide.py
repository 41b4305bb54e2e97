"""A second, slow reading of a decision table, to test the engine against: it tries every combination."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import Any

import yaml

Facts = Mapping[str, Any]
Result = frozenset[tuple[str, str]]


class PlainGuide:
    """One table, straight from its YAML."""

    def __init__(self, path: Path) -> None:
        self.raw: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
        self.id = self.raw["id"]

    @staticmethod
    def in_force(part: Mapping[str, Any], on: date) -> bool:
        return part.get("fra", date.min) <= on <= part.get("til", date.max)

    @staticmethod
    def _condition(wanted: Any, value: Any, on: date) -> bool:
        if not isinstance(wanted, dict):
            return value in (wanted if isinstance(wanted, list) else [wanted])
        number = {
            "tall": value,
            "alder": on.year - value if isinstance(value, int) else None,
            "skolealder": (on.year if on >= date(on.year, 8, 1) else on.year - 1) - value if isinstance(value, int) else None,
        }
        return all(number[key[:-4]] >= bound if key.endswith("_fra") else number[key[:-4]] <= bound for key, bound in wanted.items())

    def holds(self, part: Mapping[str, Any], facts: Facts, on: date) -> bool:
        """All conditions are known and hold."""
        naar = part.get("naar", {})
        return all(name in facts and self._condition(wanted, facts[name], on) for name, wanted in naar.items())

    def result(self, facts: Facts, on: date, settled: frozenset[str] = frozenset()) -> Result:
        """Everything that complete facts lead to: outcomes with the reason of their strongest rule, and what is unsure.

        Args:
            settled: outcomes whose reason does not count any more.
        """
        best: dict[str, Mapping[str, Any]] = {}
        for rule in self.raw["regler"]:
            if self.in_force(rule, on) and self.holds(rule, facts, on):
                known = best.get(rule["utfall"])
                if known is None or rule.get("vekt", 0) > known.get("vekt", 0):
                    best[rule["utfall"]] = rule
        found = {(outcome, "" if outcome in settled else rule["grunn"]["nb"] + str(rule["naar"])) for outcome, rule in best.items()}
        return frozenset(found | {("unsure", item["tekst"]["nb"]) for item in self.unsure(facts, on)})

    def unsure(self, facts: Facts, on: date) -> list[Mapping[str, Any]]:
        """The advice that makes an answer unsure."""
        advice = self.raw.get("raad", [])
        return [item for item in advice if item.get("usikker") and self.in_force(item, on) and self.holds(item, facts, on)]

    def settled(self, facts: Facts, on: date) -> frozenset[str]:
        """Outcomes that follow already from the facts known."""
        rules = self.raw["regler"]
        return frozenset(rule["utfall"] for rule in rules if self.in_force(rule, on) and self.holds(rule, facts, on))

    @lru_cache(maxsize=256)
    def values(self, name: str, on: date) -> tuple[Any, ...]:
        """Every option; for a number, enough values to stand on every side of every bound."""
        fact = self.raw["fakta"][name]
        if fact["type"] == "valg":
            return tuple(fact["valg"])
        bounds = {
            bound
            for part in (*self.raw["regler"], *self.raw.get("raad", []))
            if isinstance(part.get("naar", {}).get(name), dict)
            for bound in part["naar"][name].values()
        }
        near = {bound + step for bound in bounds for step in (-1, 0, 1)}
        numbers = near if fact["type"] == "tall" else {year - age for age in near for year in (on.year - 1, on.year)}
        return tuple(sorted({n for n in numbers if fact["fra"] <= n <= fact["til"]} | {fact["fra"], fact["til"]}))

    def completions(self, facts: Facts, on: date, but: str | None = None) -> Iterator[dict[str, Any]]:
        """Every way to fill in the unknown facts, `but` left out."""
        names = [name for name in self.raw["fakta"] if name not in facts and name != but]
        for combination in product(*(self.values(name, on) for name in names)):
            yield {**facts, **dict(zip(names, combination, strict=True))}

    def can_matter(self, name: str, facts: Facts, on: date) -> bool:
        """Whether, all else equal, two answers to a question can lead to different results."""
        settled = self.settled(facts, on)
        return any(
            len({self.result({**rest, name: value}, on, settled) for value in self.values(name, on)}) > 1
            for rest in self.completions(facts, on, but=name)
        )
