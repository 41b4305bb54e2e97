"""Editors' tools and the program go by the same schemas."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.content import FACETS, SERVICES
from bot.content.figures import UNITS
from bot.content.library import CONTENT
from bot.content.roles import ROLES
from bot.content.schema import read_checked
from bot.settings import ROOT
from bot.yaml_lines import ContentError

PAIRS = {
    "glossary.yml": "glossary.schema.json",
    "unsaid.yml": "unsaid.schema.json",
    "unlinked.yml": "unlinked.schema.json",
    "changes.yml": "changes.schema.json",
    "figures.yml": "figures.schema.json",
    "start.yml": "start.schema.json",
    "hooks.yml": "hooks.schema.json",
    "sites.yml": "sites.schema.json",
}


def _schema(name: str) -> dict:  # type: ignore[type-arg]
    return json.loads((CONTENT / name).read_text(encoding="utf-8"))


def test_the_schema_names_what_the_code_names() -> None:
    topic = _schema("topic.schema.json")["properties"]
    assert tuple(topic["fasetter"]["properties"]) == FACETS
    assert set(topic["tjeneste"]["enum"]) == set(SERVICES)
    assert tuple(topic["rolle"]["enum"]) == ROLES
    figure = _schema("figures.schema.json")["additionalProperties"]["properties"]
    assert tuple(figure["enhet"]["enum"]) == UNITS


@pytest.mark.parametrize(("name", "schema"), PAIRS.items())
def test_our_files_follow_their_schemas(name: str, schema: str) -> None:
    assert read_checked(CONTENT / name, schema).value


@pytest.mark.parametrize("schema", sorted(path.name for path in CONTENT.glob("*.schema.json")))
def test_a_schema_refuses_what_is_no_such_file(schema: str, tmp_path: Path) -> None:
    (tmp_path / "x.yml").write_text("finnes: {ikke: [1]}\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"x\.yml:1"):
        read_checked(tmp_path / "x.yml", schema)


def test_every_schema_is_offered_to_editors_tools() -> None:
    offered = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    assert {Path(name).name for name in offered} == {path.name for path in CONTENT.glob("*.schema.json")}
    for patterns in offered.values():
        for pattern in [patterns] if isinstance(patterns, str) else patterns:
            local = pattern.startswith("lokalt/") or "/lokalt/" in pattern
            assert local or list(ROOT.glob(pattern.lstrip("/"))), pattern
