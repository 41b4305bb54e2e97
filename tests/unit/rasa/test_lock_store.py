"""Locks in a real Valkey let one in at a time, and do not stay."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
import redis

from bot.app import Parts
from bot.rasa.endpoints import endpoints
from bot.rasa.lock_store import LONGEST, ForgetfulRedisLockStore
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
            assert [0 < client.ttl(key) <= LONGEST for key in client.keys("*")] == [True]
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
