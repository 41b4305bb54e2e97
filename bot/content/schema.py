"""The form of every content file, as JSON Schema: editors' tools complete and check by the same rules as we do."""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import jsonschema

from bot.settings import ROOT
from bot.yaml_lines import ContentError, YamlDocument, read_yaml

SCHEMAS = ROOT / "data" / "content"
"""Where the schemas are: `topic.schema.json` and its kin."""


def read_checked(path: Path, schema: str) -> YamlDocument:
    """Read a YAML file that must follow a schema of ours.

    Raises:
        ContentError: `file:line: where: reason` for the first thing that breaks it.
    """

    def check(document: YamlDocument) -> None:
        found = _validator(schema).iter_errors(_dates_as_text(document.value))
        error = next(iter(sorted(found, key=lambda e: [str(part) for part in e.absolute_path])), None)
        if error is not None:
            at = tuple(error.absolute_path)
            where = ".".join(str(part) for part in at) or "the file"
            raise ContentError(f"{path}:{document.line(at)}: {where}: {error.message}")

    return read_yaml(path, schema.encode() + _rules(), check)


def day(value: Any) -> date:
    """A date as YAML reads it.

    Raises:
        ValueError: it stands in quotes, or is none.
    """
    if not isinstance(value, date):
        raise ValueError(f"{value} must be a date without quotes, such as 2027-05-01")
    return value


@lru_cache(maxsize=1)
def _rules() -> bytes:
    """All schemas: one may lean on another."""
    return b"".join(path.read_bytes() for path in sorted(SCHEMAS.glob("*.schema.json")))


@lru_cache(maxsize=16)
def _validator(name: str) -> jsonschema.Draft7Validator:
    path = SCHEMAS / name
    schema = json.loads(path.read_text(encoding="utf-8"))
    return jsonschema.Draft7Validator(schema, resolver=jsonschema.RefResolver(path.as_uri(), schema))


def _dates_as_text(value: Any) -> Any:
    """JSON Schema knows no dates, YAML does: give the schema what an editor's tool would see."""
    if isinstance(value, dict):
        return {str(key): _dates_as_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_dates_as_text(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value
