"""Reads decision tables (data/guides/*.yml) and refuses one that is not whole, naming file and line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from bot.guides.guide import Guide
from bot.guides.model import Advice, Condition, Fact, Otherwise, OutcomeText, Period, Rule, Source, Text, Value
from bot.guides.soundness import unsound
from bot.settings import ROOT
from bot.yaml_lines import ContentError, KeyPath, YamlDocument, read_yaml

GUIDES = ROOT / "data" / "guides"

KINDS = {"valg": "choice", "aar": "year", "tall": "number"}
MEASURES = {"alder": "age", "skolealder": "school_age", "tall": "value"}
"""How a number is looked at: the age reached this calendar year, the age reached in the calendar year the
school year began, or the number itself. Each may end in `_fra` or `_til`, both bounds included."""


class GuideError(ContentError):
    """A decision table that cannot be used: `file:line: what is wrong`."""


def load_guides(folder: Path = GUIDES) -> dict[str, Guide]:
    """Every guide in a folder, by id.

    Raises:
        GuideError: `file:line: reason` for the first thing wrong in any of them.
    """
    guides: dict[str, Guide] = {}
    for path in sorted(folder.glob("*.yml")):
        guide = load_guide(path)
        _facts_agree(guide, guides, path)
        guides[guide.id] = guide
    if not guides:
        raise GuideError(f"{folder}:1: no guides here")
    return guides


def load_guide(path: Path) -> Guide:
    """Read and prove one guide.

    Raises:
        GuideError: a part is missing or unknown, a rule can never apply, two rules of an outcome apply at once,
            or some situation gets no answer.
    """
    guide = _Reader(read_yaml(path)).guide()
    for line, reason in unsound(guide):
        raise GuideError(f"{path}:{line}: {reason}")
    return guide


def _facts_agree(guide: Guide, others: Mapping[str, Guide], path: Path) -> None:
    """What one guide was told, another may use; so facts of the same name must take the same answers."""
    for other in others.values():
        for name in guide.facts.keys() & other.facts.keys():
            if not guide.facts[name].means_the_same(other.facts[name]):
                raise GuideError(f"{path}:{guide.facts[name].line}: {name} takes other answers in {other.id}: give it another name")


class _Reader:
    def __init__(self, document: YamlDocument) -> None:
        self._document = document
        self._facts: dict[str, Fact] = {}
        self._outcomes: dict[str, OutcomeText] = {}
        self._sources: dict[str, Source] = {}

    def guide(self) -> Guide:
        raw = self._mapping(
            self._document.value,
            (),
            {"id", "tittel", "knapp", "tema", "tjeneste", "fakta", "utfall", "kilder", "regler"},
            {"tilbys_etter", "raad", "ellers"},
        )
        if raw["id"] != self._document.path.stem:
            raise self._wrong(("id",), f"id is «{raw['id']}», the file is called «{self._document.path.stem}»")
        self._facts = {name: self._fact(name, item) for name, item in self._items(raw["fakta"], ("fakta",))}
        self._sources = {name: self._source(item, ("kilder", name)) for name, item in self._items(raw["kilder"], ("kilder",))}
        self._outcomes = {name: self._outcome(name, item) for name, item in self._items(raw["utfall"], ("utfall",))}
        rules = tuple(self._rule(item, ("regler", index)) for index, item in enumerate(self._list(raw["regler"], ("regler",))))
        advice = tuple(self._advice(item, ("raad", index)) for index, item in enumerate(self._list(raw.get("raad", []), ("raad",))))
        otherwise = tuple(
            self._otherwise(item, ("ellers", index)) for index, item in enumerate(self._list(raw.get("ellers", []), ("ellers",)))
        )
        return Guide(
            id=raw["id"],
            title=self._text(raw["tittel"], ("tittel",)),
            button=self._text(raw["knapp"], ("knapp",)),
            topic=str(raw["tema"]),
            service=str(raw["tjeneste"]),
            offered_after=tuple(map(str, self._list(raw.get("tilbys_etter", []), ("tilbys_etter",)))),
            facts=self._facts,
            outcomes=self._outcomes,
            rules=rules,
            advice=advice,
            otherwise=otherwise,
        )

    def _fact(self, name: str, item: Any) -> Fact:
        at: KeyPath = ("fakta", name)
        raw = self._mapping(item, at, {"type", "sporsmal", "hvorfor", "fortalt"}, {"valg", "fra", "til"})
        if raw["type"] not in KINDS:
            raise self._wrong((*at, "type"), f"type must be one of {', '.join(KINDS)}")
        options: dict[str, Text] = {}
        if raw["type"] == "valg":
            options = {value: self._text(text, (*at, "valg", value)) for value, text in self._items(raw.get("valg"), (*at, "valg"))}
            if len(options) < 2:
                raise self._wrong(at, "a valg needs two options or more")
        elif not (isinstance(raw.get("fra"), int) and isinstance(raw.get("til"), int) and raw["fra"] < raw["til"]):
            raise self._wrong(at, "aar and tall need fra and til, whole numbers, fra the smaller")
        label = self._text(raw["fortalt"], (*at, "fortalt"))
        if any("{0}" not in text for text in label.values()):
            raise self._wrong((*at, "fortalt"), "fortalt must have {0} where the value goes")
        return Fact(
            id=name,
            kind=KINDS[raw["type"]],  # type: ignore[arg-type]
            question=self._text(raw["sporsmal"], (*at, "sporsmal")),
            why=self._text(raw["hvorfor"], (*at, "hvorfor")),
            label=label,
            options=options,
            low=raw.get("fra", 0),
            high=raw.get("til", 0),
            line=self._document.line(at),
        )

    def _outcome(self, name: str, item: Any) -> OutcomeText:
        at: KeyPath = ("utfall", name)
        raw = self._mapping(item, at, {"tittel", "tema"}, set())
        if not isinstance(raw["tema"], str):
            raise self._wrong((*at, "tema"), "tema must be the id of a topic")
        return OutcomeText(name, self._text(raw["tittel"], (*at, "tittel")), raw["tema"], self._document.line(at))

    def _rule(self, item: Any, at: KeyPath) -> Rule:
        raw = self._mapping(item, at, {"utfall", "naar", "kilde", "grunn"}, {"vekt", "fra", "til"})
        if not isinstance(raw.get("vekt", 0), int):
            raise self._wrong((*at, "vekt"), "vekt must be a whole number")
        return Rule(
            outcome=self._known(raw["utfall"], self._outcomes, (*at, "utfall"), "utfall"),
            conditions=self._conditions(raw["naar"], (*at, "naar")),
            source=self._source_of(raw, at),
            reason=self._text(raw["grunn"], (*at, "grunn")),
            weight=raw.get("vekt", 0),
            period=self._period(raw, at),
            line=self._document.line(at),
        )

    def _advice(self, item: Any, at: KeyPath) -> Advice:
        raw = self._mapping(item, at, {"tekst"}, {"naar", "usikker", "fra", "til"})
        return Advice(
            conditions=self._conditions(raw.get("naar", {}), (*at, "naar")),
            text=self._text(raw["tekst"], (*at, "tekst")),
            unsure=bool(raw.get("usikker", False)),
            period=self._period(raw, at),
        )

    def _otherwise(self, item: Any, at: KeyPath) -> Otherwise:
        raw = self._mapping(item, at, {"utfall", "grunn", "kilde"}, {"fra", "til"})
        return Otherwise(
            outcome=self._known(raw["utfall"], self._outcomes, (*at, "utfall"), "utfall"),
            reason=self._text(raw["grunn"], (*at, "grunn")),
            source=self._source_of(raw, at),
            period=self._period(raw, at),
            line=self._document.line(at),
        )

    def _period(self, raw: Mapping[str, Any], at: KeyPath) -> Period:
        for key in ("fra", "til"):
            if key in raw and not isinstance(raw[key], date):
                raise self._wrong((*at, key), f"{key} must be a date such as 2024-08-01")
        period = Period(raw.get("fra"), raw.get("til"))
        if period.start and period.end and period.start > period.end:
            raise self._wrong((*at, "til"), "til is before fra")
        return period

    def _source_of(self, raw: Mapping[str, Any], at: KeyPath) -> Source:
        return self._sources[self._known(raw["kilde"], self._sources, (*at, "kilde"), "kilder")]

    def _conditions(self, raw: Any, at: KeyPath) -> tuple[Condition, ...]:
        return tuple(self._condition(name, wanted, (*at, name)) for name, wanted in self._items(raw, at))

    def _condition(self, name: str, wanted: Any, at: KeyPath) -> Condition:
        fact = self._facts[self._known(name, self._facts, at, "fakta")]
        if fact.kind == "choice":
            values: list[Value] = wanted if isinstance(wanted, list) else [wanted]
            for value in values:
                if value not in fact.options:
                    raise self._wrong(at, f"«{value}» is not an option of {name}")
            return Condition(name, values=frozenset(values))
        return self._bounds(fact, wanted, at)

    def _bounds(self, fact: Fact, wanted: Any, at: KeyPath) -> Condition:
        """`{skolealder_til: 24}`, `{alder_fra: 19, alder_til: 24}`, `{tall_fra: 1}`."""
        allowed = {f"{measure}_{side}" for measure in MEASURES for side in ("fra", "til")}
        if not isinstance(wanted, dict) or not wanted or set(wanted) - allowed:
            raise self._wrong(at, f"a condition on {fact.id} has some of {', '.join(sorted(allowed))}")
        measures = {key.rpartition("_")[0] for key in wanted}
        if len(measures) != 1 or not all(isinstance(bound, int) for bound in wanted.values()):
            raise self._wrong(at, "a condition measures in one way, with whole numbers")
        measure = measures.pop()
        if (measure == "tall") != (fact.kind == "number"):
            raise self._wrong(at, "alder and skolealder measure a year of birth; tall measures a number")
        return Condition(
            fact.id,
            measure=MEASURES[measure],  # type: ignore[arg-type]
            low=wanted.get(f"{measure}_fra"),
            high=wanted.get(f"{measure}_til"),
        )

    # --- small readers ------------------------------------------------------------------------------

    def _source(self, item: Any, at: KeyPath) -> Source:
        raw = self._mapping(item, at, {"tittel", "url", "sjekket"}, set())
        if not isinstance(raw["sjekket"], date):
            raise self._wrong((*at, "sjekket"), "sjekket must be a date such as 2026-11-23")
        if raw["url"] is not None and not str(raw["url"]).startswith("https://"):
            raise self._wrong((*at, "url"), "url must start with https:// (or be null)")
        return Source(str(raw["tittel"]), raw["url"], raw["sjekket"])

    def _text(self, item: Any, at: KeyPath) -> Text:
        raw = self._mapping(item, at, {"nb", "nn", "en"}, set())
        for code, text in raw.items():
            if not isinstance(text, str) or not text.strip():
                raise self._wrong((*at, code), "the text is empty")
        return {code: " ".join(text.split()) for code, text in raw.items()}

    def _mapping(self, item: Any, at: KeyPath, needed: set[str], optional: set[str]) -> dict[str, Any]:
        if not isinstance(item, dict):
            raise self._wrong(at, f"expected {', '.join(sorted(needed))}")
        if missing := needed - set(item):
            raise self._wrong(at, f"{', '.join(sorted(missing))} is missing")
        if unknown := set(item) - needed - optional:
            raise self._wrong((*at, next(iter(unknown))), f"«{next(iter(unknown))}» is not known here")
        return item

    def _items(self, item: Any, at: KeyPath) -> list[tuple[str, Any]]:
        if not isinstance(item, dict) or not all(isinstance(key, str) for key in item):
            raise self._wrong(at, "expected names with values (put ja and nei in quotes where YAML asks for it)")
        return list(item.items())

    def _list(self, item: Any, at: KeyPath) -> list[Any]:
        if not isinstance(item, list):
            raise self._wrong(at, "expected a list")
        return item

    def _known(self, name: Any, known: Mapping[str, Any], at: KeyPath, where: str) -> str:
        if name not in known:
            raise self._wrong(at, f"«{name}» is not in {where}")
        return str(name)

    def _wrong(self, at: KeyPath, reason: str) -> GuideError:
        return GuideError(f"{self._document.path}:{self._document.line(at)}: {reason}")
