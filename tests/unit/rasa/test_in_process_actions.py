"""Actions run in Rasa's own process, and their results are checked as Rasa would."""

from __future__ import annotations

import asyncio

import jsonschema
import pytest
from rasa.core.actions.action import RemoteAction
from rasa.utils.endpoints import EndpointConfig

from actions.answer import AnswerAction
from bot.rasa.in_process_actions import InProcessActions, use_compiled_validator
from bot.settings import ROOT
from tests.parts import PARTS


def test_the_action_a_call_names_is_run() -> None:
    from rasa.shared.core.domain import Domain

    tracker = {
        "sender_id": "x",
        "slots": {"malform": "nn"},
        "latest_message": {"text": "/hilsen", "intent": {"name": "hilsen", "confidence": 1.0}, "intent_ranking": [], "entities": []},
        "events": [{"event": "user", "timestamp": 1.0, "text": "/hilsen", "input_channel": "veivalg"}],
        "latest_input_channel": "veivalg",
        "active_loop": {},
        "paused": False,
        "followup_action": None,
        "latest_action_name": None,
    }
    call = {"next_action": "action_svar", "tracker": tracker, "domain": Domain.load(str(ROOT / "domain.yml")).as_dict()}
    result = asyncio.run(InProcessActions(AnswerAction(PARTS)).request(json=call))
    assert result["responses"][0]["custom"]["topic"] == "hilsen"
    assert result["responses"][0]["custom"]["malform"] == "nn"


def test_a_result_of_the_wrong_form_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RemoteAction, "_validate_action_result", RemoteAction._validate_action_result)  # put back afterwards
    use_compiled_validator()
    action = RemoteAction("action_svar", EndpointConfig("http://x"))
    assert action._validate_action_result({"events": [], "responses": []})
    with pytest.raises(jsonschema.ValidationError):
        action._validate_action_result({"events": "none", "responses": []})
