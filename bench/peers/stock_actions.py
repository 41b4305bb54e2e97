"""The one action of the stock peer, in a server apart: the first text of the topic's content, and related topics as buttons."""

import json
from pathlib import Path
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

ANSWERS = json.loads(Path(__file__).with_name("answers.json").read_text(encoding="utf-8"))


class AnswerAction(Action):
    def name(self) -> str:
        return "action_answer"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        topic = tracker.get_intent_of_latest_message()
        buttons = [{"title": other, "payload": f"/{other}"} for other in ANSWERS["buttons"].get(topic, [])]
        dispatcher.utter_message(text=ANSWERS["texts"].get(topic, topic), buttons=buttons)
        return []
