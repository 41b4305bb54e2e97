"""Locks in a real Valkey let one in at a time, and do not stay."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
import redis

from bot.app import Parts
from bot.rasa import lock_store
from bot.rasa.endpoints import endpoints
from bot.rasa.lock_store import LIFETIME, ForgetfulRedisLockStore
from bot.settings import Settings


def test_locks_in_valkey_do_not_stay_and_let_one_in_at_a_time(valkey: int) -> None:
    from rasa.core.lock_store import LockError, LockStore

    made = endpoints(Parts(Settings.load({"VEIVALG_REDIS_URL": f"redis://127.0.0.1:{valkey}/4"})))
    store, other = LockStore.create(made.lock_store), LockStore.create(made.lock_store)
    assert isinstance(store, ForgetfulRedisLockStore)
    client = redis.Redis("127.0.0.1", valkey, 4)
    within: list[int] = []

    async def turn(stores: Any, number: int) -> None:
        async with stores.lock("en-samtale"):
            within.append(number)
            await asyncio.sleep(0.05)
            assert [0 < client.ttl(key) <= LIFETIME for key in client.keys("*")] == [True]
            assert within[-1] == number, "nobody came in meanwhile"

    async def together() -> None:
        await asyncio.gather(*(turn(replica, number) for number, replica in enumerate([store, other] * 3)))
        async with store.lock("en-samtale"):
            with pytest.raises(LockError):
                async with other.lock("en-samtale", lock_lifetime=0.2):
                    pass

    asyncio.run(together())
    assert sorted(within) == list(range(6))
    assert client.keys("*") == []


def test_a_turn_may_take_longer_than_a_lock_that_nobody_holds_any_more(valkey: int, monkeypatch: pytest.MonkeyPatch) -> None:
    from rasa.core.lock_store import LockStore

    monkeypatch.setattr(lock_store, "LIFETIME", 0.6)
    made = endpoints(Parts(Settings.load({"VEIVALG_REDIS_URL": f"redis://127.0.0.1:{valkey}/5"})))
    store, other = LockStore.create(made.lock_store), LockStore.create(made.lock_store)
    ended: list[str] = []

    async def long() -> None:
        async with store.lock("en"):
            await asyncio.sleep(3 * lock_store.LIFETIME)
            ended.append("long")

    async def next_one() -> None:
        await asyncio.sleep(0.2)
        async with other.lock("en"):
            ended.append("next")

    async def both() -> None:
        await asyncio.gather(long(), next_one())
        # What a killed process leaves behind: a lock that nobody keeps.
        store.red.lock(store.key_prefix + "en", timeout=lock_store.LIFETIME, thread_local=False).acquire()
        async with other.lock("en", lock_lifetime=20):
            ended.append("after")

    asyncio.run(both())
    assert ended == ["long", "next", "after"]
