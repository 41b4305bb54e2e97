"""What is described is what is sent."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest

from bot.dialogue import State, Understanding
from bot.dialogue.message import Message
from bot.language.danger import Danger
from bot.web.api.openapi import openapi
from bot.web.api.request import MAX_TEXT
from tests.parts import PARTS


def as_json_schema(node: Any) -> Any:
    """OpenAPI 3.0 writes «or nothing» as `nullable`; JSON Schema as a type."""
    if isinstance(node, list):
        return [as_json_schema(item) for item in node]
    if not isinstance(node, dict):
        return node
    converted = {key: as_json_schema(value) for key, value in node.items() if key != "nullable"}
    if node.get("nullable"):
        return {"anyOf": [converted, {"type": "null"}]}
    return converted


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    described: dict[str, Any] = as_json_schema(openapi())
    return {"$ref": "#/components/schemas/Message", "components": described["components"]}


def understood(text: str, intent: str, **more: Any) -> Understanding:
    return Understanding(text=text, intent=intent, confidence=0.95, ranking=((intent, 0.95),), **more)


@pytest.mark.parametrize(
    "heard",
    [
        understood("hva er kvp", "kvp"),
        understood("hvor er nav", "kontakt_nav"),
        understood("jobb i kommunen", "kommune_jobber"),
        understood("hvilken rett har jeg", "hvilken_rett"),
        understood("orker ikke leve", "krise", danger=Danger("akutt", "selvmord")),
        understood("er så trist", "hilsen", danger=Danger("tung", "trist")),
        understood("asdf", "utenfor_tema"),
    ],
    ids=lambda heard: heard.intent,
)
def test_every_kind_of_message_is_as_described(schema: dict[str, Any], heard: Understanding) -> None:
    for state in (State(), State(kommune="1806")):
        for message in PARTS.assistant.turn(heard, state).messages:
            jsonschema.validate(message.as_json(), schema)


def test_no_field_is_left_out(schema: dict[str, Any]) -> None:
    described = set(schema["components"]["schemas"]["Message"]["properties"])
    assert set(Message("notice", "…").as_json()) == described


def test_the_description_names_the_guides_the_limits_and_every_operation_once() -> None:
    from tests.parts import PARTS

    described = openapi()
    assert set(described["paths"]["/api/guides/{guide}"]["post"]["parameters"][0]["schema"]["enum"]) == set(PARTS.guides)
    assert described["components"]["schemas"]["ChatRequest"]["properties"]["text"]["maxLength"] == MAX_TEXT
    operations = [operation["operationId"] for path in described["paths"].values() for operation in path.values()]
    assert len(operations) == len(set(operations))
