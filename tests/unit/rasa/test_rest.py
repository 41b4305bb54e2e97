"""Rasa's REST channel has the same care as ours."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest
import requests

from bot.rasa.rest import MaskedRestInput
from bot.web.api.request import MAX_TEXT, SESSION
from tests.parts import PARTS
from tests.unit.serving import served


def message(body: Any) -> str | None:
    return MaskedRestInput(PARTS)._extract_message(SimpleNamespace(json=body))  # type: ignore[arg-type]


def sender(body: Any) -> str:
    return asyncio.run(MaskedRestInput(PARTS)._extract_sender(SimpleNamespace(json=body)))  # type: ignore[arg-type]


def test_a_text_is_masked_bounded_and_never_a_command() -> None:
    assert message({"message": "tlf 412 34 567"}) == "tlf …"
    assert message({"message": "/restart"}) == "restart"
    assert len(message({"message": "a b " * MAX_TEXT}) or "") <= MAX_TEXT + 3


def test_a_button_that_is_offered_is_let_through() -> None:
    assert message({"message": '/kvp{"fasett": "penger"}'}) == '/kvp{"fasett": "penger"}'


def test_no_message_is_none() -> None:
    assert message({}) is None


BAD = [None, [], "hei", 1, {"message": 1}, {"message": ["hei"]}, {"sender": 1}, {"input_channel": {"a": 1}}, {"metadata": "x"}]


@pytest.mark.parametrize("body", BAD)
def test_a_body_of_another_form_is_the_clients_mistake(body: Any) -> None:
    channel = MaskedRestInput(PARTS)

    async def never(_: Any) -> None:
        raise AssertionError("it reached Rasa")

    with served(channel.blueprint(never)) as base:
        assert requests.post(f"{base}/bot.rasa.rest/webhook", json=body, timeout=10).status_code == 400
        assert requests.post(f"{base}/bot.rasa.rest/webhook", data="{", timeout=10).status_code == 400


def test_without_a_sender_a_conversation_is_nobody_elses() -> None:
    assert sender({"sender": "kari" * 100}) == "kari" * 16
    for body in ({}, {"sender": " "}, {"sender": None}):
        assert SESSION.fullmatch(sender(body))
    assert sender({}) != sender({})
