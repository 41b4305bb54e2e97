"""Rasa's lock store in Redis: atomic, off the event loop, and with keys that expire, for a lock's name is a session id."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress

from rasa.core.lock import TicketLock
from rasa.core.lock_store import LOCK_LIFETIME, LockError, RedisLockStore
from rasa.utils.endpoints import EndpointConfig
from redis.exceptions import RedisError
from redis.lock import Lock

LIFETIME = 6.0
"""Seconds after which a lock that a killed process left behind is gone: the person's next message waits no longer."""


class ForgetfulRedisLockStore(RedisLockStore):
    """Locks for several replicas; one that a stopped process left behind does not stay.

    Rasa's own reads a ticket and writes it back, so that two replicas may draw the same one; redis-py's lock is taken in one step.

    Args:
        endpoint_config: Redis's host in `url`; port, db, username, password and use_ssl beside it.
    """

    def __init__(self, endpoint_config: EndpointConfig) -> None:
        super().__init__(host=endpoint_config.url or "localhost", **endpoint_config.kwargs)

    @asynccontextmanager
    async def lock(
        self, conversation_id: str, lock_lifetime: float = LOCK_LIFETIME, wait_time_in_seconds: float = 0.05
    ) -> AsyncGenerator[TicketLock, None]:
        """Alone with a conversation; waits for its turn.

        Args:
            lock_lifetime: seconds to wait at most.
            wait_time_in_seconds: between looks.

        Raises:
            LockError: it took too long.
            redis.exceptions.RedisError: Redis cannot be reached.
        """
        lock = self.red.lock(self.key_prefix + conversation_id, timeout=LIFETIME, thread_local=False)
        latest = time.monotonic() + lock_lifetime
        while not await asyncio.to_thread(lock.acquire, blocking=False):
            if time.monotonic() > latest:
                raise LockError("A conversation was busy for too long.")
            await asyncio.sleep(wait_time_in_seconds)
        kept = asyncio.ensure_future(_keep(lock))
        try:
            yield TicketLock(conversation_id)
        finally:
            kept.cancel()
            # It expired, or the conversation's keys were taken away; or Redis is gone, and the lock soon too: the answer is not lost for that.
            with suppress(RedisError):
                await asyncio.to_thread(lock.release)


async def _keep(lock: Lock) -> None:
    """Keep a lock for as long as its turn takes; ends when it is lost, or Redis cannot be reached."""
    with suppress(RedisError):
        while True:
            await asyncio.sleep(LIFETIME / 3)
            await asyncio.to_thread(lock.reacquire)
