"""The one action: tracker in, messages and slots out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from bot.app import Parts
from bot.contacts.directory import Directory
from bot.dialogue import State, Understanding
from bot.dialogue.message import Message
from bot.dialogue.state import SLOTS
from bot.settings import MALFORMER

CHANNEL = "veivalg"
"""The input channel that takes messages as data; every other gets plain text and buttons."""


class AnswerAction(Action):
    """One turn of the conversation, whatever the message is about: `Assistant.turn` knows the order.

    Args:
        parts: made here when not given, for `rasa run actions` makes its actions itself and hands them nothing.
    """

    def __init__(self, parts: Parts | None = None) -> None:
        self._parts = parts or Parts()

    def name(self) -> str:
        return "action_svar"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        heard = Understanding.from_parse(tracker.latest_message)
        bot, directory = self._parts.assistant, self._parts.directory
        before = State.from_slots(tracker.slots)
        reply = bot.turn(heard, _with_context(before, tracker, directory))
        place = _place(reply.state, directory)
        for message in bot.explained(reply):
            _utter(dispatcher, replace(message, place=place), tracker.get_latest_input_channel())
        old, new = {**State().slots(), **before.slots()}, reply.state.slots()
        return [SlotSet(slot, new[slot]) for slot in SLOTS if new[slot] != old[slot]]


def _with_context(state: State, tracker: Tracker, directory: Directory) -> State:
    """The state with what the page the person is on has set since it last told: municipality and language."""
    context = (tracker.latest_message.get("metadata") or {}).get("context") or {}
    told = {name: value for name, value in context.items() if state.fra_siden.get(name) != value}
    if not told:
        return state
    state = replace(state, fra_siden={**state.fra_siden, **told})
    if told.get("malform") in MALFORMER:
        state = replace(state, malform=told["malform"], malform_valgt=True)
    elif "sidens_malform" in told and not state.malform_valgt:
        state = replace(state, malform=told["sidens_malform"])
    today = directory.now(str(told.get("kommune") or ""))  # a page may still have the number of before
    if len(today) == 1 and today[0].nummer != state.kommune:
        state = replace(state, kommune=today[0].nummer, bydel=None, vist_kontakt=())
    return state


def _place(state: State, directory: Directory) -> dict[str, str] | None:
    """The municipality a conversation is about, so that the page can show and change it."""
    if state.kommune is None:
        return None
    return {"number": state.kommune, "name": directory.kommune(state.kommune).navn}


def _utter(dispatcher: CollectingDispatcher, message: Message, channel: str | None) -> None:
    if channel == CHANNEL:
        dispatcher.utter_message(json_message=message.as_json())
    else:
        buttons = [{"title": s.title, "payload": s.payload} for s in message.suggestions]
        dispatcher.utter_message(text=message.as_plain_text(), buttons=buttons)
