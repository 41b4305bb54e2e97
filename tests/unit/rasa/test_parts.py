"""What Rasa makes by itself shares the parts of the process; what we make has those it is given."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import Any

from actions.answer import AnswerAction
from bot.app import Parts
from bot.rasa import process
from bot.rasa.endpoints import endpoints
from bot.rasa.input import VeivalgInput
from bot.rasa.rest import MaskedRestInput
from tests.parts import PARTS


def test_channels_that_rasa_makes_share_the_parts_of_the_process() -> None:
    made = [channel.from_credentials({}) for channel in (VeivalgInput, MaskedRestInput)]
    assert [channel._parts for channel in made] == [process.parts()] * 2


def test_the_action_in_our_process_has_the_parts_it_is_given() -> None:
    parts = Parts(library=PARTS.library, today=lambda: date(2030, 3, 2))
    assert told(parts) == 2030 - 17


def test_rasas_action_server_makes_the_action_by_itself() -> None:
    assert AnswerAction()._parts.assistant is not None


def told(parts: Parts) -> Any:
    """The year of birth that is remembered when somebody says that they are 17."""
    latest = {"text": "jeg er 17", "intent": {"name": "utenfor_tema", "confidence": 0.05}, "intent_ranking": [], "entities": []}
    tracker = {"sender_id": "en", "slots": {}, "latest_message": latest, "events": [], "latest_input_channel": "veivalg"}
    action = endpoints(parts).action
    assert action is not None
    result = asyncio.run(action.request(json={"next_action": "action_svar", "tracker": tracker, "domain": {}}))
    return next(event["value"]["fodt"] for event in result["events"] if event["name"] == "fakta")
