"""Rasa's lock store in Redis, with keys that expire: a lock's name is a session id."""

from __future__ import annotations

from rasa.core.lock import TicketLock
from rasa.core.lock_store import RedisLockStore
from rasa.utils.endpoints import EndpointConfig

LONGEST = 600
"""Seconds after which a lock that was left behind is gone; no turn takes as long."""


class ForgetfulRedisLockStore(RedisLockStore):
    """Locks for several replicas; one that a stopped process left behind does not stay.

    Args:
        endpoint_config: Redis's host in `url`; port, db, username, password and use_ssl beside it.
    """

    def __init__(self, endpoint_config: EndpointConfig) -> None:
        super().__init__(host=endpoint_config.url or "localhost", **endpoint_config.kwargs)

    def save_lock(self, lock: TicketLock) -> None:
        self.red.set(self.key_prefix + lock.conversation_id, lock.dumps(), ex=LONGEST)
