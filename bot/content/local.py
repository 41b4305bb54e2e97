"""Local knowledge: what a municipality or county adds to or changes in the answers, shown only there.

A local folder (the setting `VEIVALG_LOKALT`) has `content/<area>/<topic>.yml`, `figures.yml` and
`contacts/*.csv`, all optional; or it has several such folders, one for each place. Ours is never
edited: a local file holds only what differs, and says where it applies (`gjelder`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bot.content.figures import Figure, Figures, figure_from, require_known_operands
from bot.content.schema import read_checked
from bot.content.topic import Topic, topic_from
from bot.settings import local_folders
from bot.yaml_lines import ContentError, YamlDocument

SAME_EVERYWHERE = "krise"
"""The role of a topic that no place changes: in a crisis the national lines are shown, and nothing may stand in their way."""


@dataclass(frozen=True)
class Scope:
    """Where something local applies: municipalities (`1806`) and counties (`18`)."""

    kommuner: frozenset[str]
    fylker: frozenset[str]

    def covers(self, kommune: str) -> bool:
        """True for a municipality number here; its first two digits are its county's."""
        return kommune in self.kommuner or kommune[:2] in self.fylker

    @property
    def narrow(self) -> bool:
        """Only municipalities: it goes before what holds for a county."""
        return not self.fylker


@dataclass(frozen=True)
class LocalTopic:
    """What differs in one topic, as the local file has it."""

    scope: Scope
    raw: Mapping[str, Any]
    document: YamlDocument

    @property
    def id(self) -> str:
        """The topic it changes."""
        return str(self.raw["id"])

    def over(self, topic: Topic) -> Topic:
        """The topic as it reads here: only the given texts change, and our sources stay beside the local ones.

        Raises:
            ContentError: the id is not the file's name, or a date stands in quotes.
        """
        merged = _merge(topic.document.value, {key: value for key, value in self.raw.items() if key != "gjelder"})
        theirs = self.raw["kilder"]
        merged["kilder"] = [*theirs, *topic.document.value["kilder"]]
        changed = self.raw.get("fasetter") or {}
        merged["fasettkilder"] = {
            facet: [*theirs, *sources] if facet in changed else sources
            for facet, sources in (topic.document.value.get("fasettkilder") or {}).items()
        }
        document = YamlDocument(self.document.path, merged)
        return replace(topic_from(merged, document), area=topic.area)


@dataclass(frozen=True)
class Local:
    """Everything local, the widest scope first, so that what holds for a municipality has the last word."""

    topics: tuple[LocalTopic, ...] = ()
    figures: tuple[tuple[Scope, Figure], ...] = ()

    def at(self, kommune: str) -> Local:
        """What applies in a municipality."""
        return Local(
            tuple(topic for topic in self.topics if topic.scope.covers(kommune)),
            tuple(pair for pair in self.figures if pair[0].covers(kommune)),
        )


def topic_paths(folder: Path) -> Iterator[Path]:
    """The topic files of one local folder."""
    return iter(sorted((folder / "content").glob("*/*.yml")))


def load_local(root: Path | None, topics: Mapping[str, Topic], figures: Figures) -> Local:
    """Read local knowledge.

    Raises:
        ContentError: `file:line: reason` for the first file that cannot be used.
    """
    found_topics: list[LocalTopic] = []
    found_figures: list[tuple[Scope, Figure]] = []
    for folder in local_folders(root):
        found_topics += [read_local_topic(path, topics) for path in topic_paths(folder)]
        if (folder / "figures.yml").exists():
            found_figures += read_local_figures(folder / "figures.yml", figures)
    return Local(
        tuple(sorted(found_topics, key=lambda topic: topic.scope.narrow)),
        tuple(sorted(found_figures, key=lambda pair: pair[0].narrow)),
    )


def read_local_topic(path: Path, topics: Mapping[str, Topic]) -> LocalTopic:
    """Read one local topic file.

    Raises:
        ContentError: it breaks its schema, we have no such topic, or it is the same everywhere.
    """
    document = read_checked(path, "local.schema.json")
    raw = document.value
    line = document.line(("id",))
    if raw["id"] not in topics:
        raise ContentError(f"{path}:{line}: id: «{raw['id']}» is not one of our topics; an offer goes in contacts/lokale_tilbud.csv")
    if topics[raw["id"]].part.role == SAME_EVERYWHERE:
        raise ContentError(f"{path}:{line}: id: «{raw['id']}» is the same everywhere: take the file away")
    local = LocalTopic(_scope(raw["gjelder"]), raw, document)
    local.over(topics[raw["id"]])
    return local


def read_local_figures(path: Path, figures: Figures) -> list[tuple[Scope, Figure]]:
    """Read a local `figures.yml`: each figure is new, or takes the place of ours where it applies.

    Raises:
        ContentError: it breaks its schema, or a figure does not say where it applies.
    """
    document = read_checked(path, "figures.schema.json")
    found = []
    for key, raw in (document.value or {}).items():
        if "gjelder" not in raw:
            raise ContentError(f'{path}:{document.line((key,))}: {key}: say where it applies: gjelder: {{kommuner: ["1806"]}}')
        found.append((_scope(raw["gjelder"]), figure_from(key, raw, document)))
    local = [figure for _, figure in found]
    require_known_operands(figures.with_changes(local), local)
    return found


def _scope(raw: Mapping[str, Any]) -> Scope:
    return Scope(frozenset(raw.get("kommuner") or ()), frozenset(raw.get("fylker") or ()))


def _merge(ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(ours)
    for key, value in theirs.items():
        both_nested = isinstance(value, Mapping) and isinstance(merged.get(key), Mapping)
        merged[key] = _merge(merged[key], value) if both_nested else value
    return merged
