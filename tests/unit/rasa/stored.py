"""A conversation as the stores keep it."""

from __future__ import annotations

from typing import Any

from bot.rasa.tracker_store import ForgetfulRedisTrackerStore, ForgetfulTrackerStore
from bot.settings import ROOT

Store = ForgetfulTrackerStore | ForgetfulRedisTrackerStore


SECRET = "hemmelig-ord-nummer"


ANSWER = "et svar som røper hva det ble spurt om"


def domain() -> Any:
    from rasa.shared.core.domain import Domain

    return Domain.load(str(ROOT / "domain.yml"))


def conversation(store: Store, sender: str, turns: int) -> Any:
    from rasa.shared.core.events import ActionExecuted, BotUttered, SlotSet, UserUttered
    from rasa.shared.core.trackers import DialogueStateTracker

    events: list[Any] = [SlotSet("tema", "kvp")]
    for turn in range(turns):
        events += [UserUttered(f"{SECRET} {turn}"), BotUttered(ANSWER), ActionExecuted("action_listen")]
    return DialogueStateTracker.from_events(sender, events, store.domain.slots, domain=store.domain)
