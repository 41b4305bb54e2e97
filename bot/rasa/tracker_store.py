"""Rasa tracker stores that forget: no word is kept, and what is kept expires.

A conversation's memory is in its slots (bot/dialogue/state.py): topic, municipality, age, what a guide asked.
What the person wrote, and what was answered, is needed for the turn at hand alone and is never stored. It also
keeps the cost of a turn flat: Rasa rebuilds the tracker from its events at every message
(docs/decisions/0002-rasa-runtime.md).
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Iterable
from typing import Any

from cachetools import TTLCache
from rasa.core.agent import Agent
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import RedisTrackerStore, SerializedTrackerAsText, TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, Event, SessionStarted, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker
from redis.exceptions import RedisError

from bot.settings import Settings

logger = logging.getLogger(__name__)

ERASED_FOR = 300
"""Seconds in which an erased conversation stays erased, should an answer to it still be on its way."""
TIMEOUT = 5.0
"""Seconds to wait for Redis."""
SWEEP = 60.0
"""Seconds between looks for expired conversations, so that they leave memory though nobody writes."""


def remembered(tracker: DialogueStateTracker, domain: Domain) -> DialogueStateTracker:
    """What is kept of a conversation between turns: its slots, and that the assistant is listening."""
    slots = {event.key: event.value for event in tracker.events if isinstance(event, SlotSet)}
    memory: list[Event] = [ActionExecuted(ACTION_SESSION_START_NAME), SessionStarted()]
    memory += [SlotSet(name, value) for name, value in slots.items() if value is not None]
    memory.append(ActionExecuted(ACTION_LISTEN_NAME))
    return DialogueStateTracker.from_events(tracker.sender_id, memory, domain.slots, domain=domain)


def store_of(agent: Agent) -> Any:
    """The store of an agent's conversations; Rasa wraps stores in one that fails safe."""
    return getattr(agent.tracker_store, "_tracker_store", agent.tracker_store)


def unwrap(agent: Agent) -> None:
    """Let an agent use its store as it is.

    Rasa's wrapper answers from an empty conversation when a store cannot be read, and what was known – the place, the topic – is
    then written over. Who is told to try again in a moment loses nothing.
    """
    agent.tracker_store = store_of(agent)
    agent.processor.tracker_store = agent.tracker_store


class ForgetfulTrackerStore(TrackerStore, SerializedTrackerAsText):
    """What is remembered of conversations in memory: bounded in number, each gone some hours after its last message.

    Args:
        hours: how long a conversation is kept after its last message.
        max_sessions: the oldest conversation makes room when there are more.
    """

    def __init__(
        self,
        domain: Domain,
        host: Any = None,
        event_broker: EventBroker | None = None,
        hours: float | None = None,
        max_sessions: int | None = None,
        **kwargs: Any,
    ) -> None:
        # Under `rasa run` nothing comes from endpoints.yml: the settings hold all the same, with what they refuse.
        settings = Settings.load()
        keep, size = hours or settings.session_hours, max_sessions or settings.max_sessions
        self._store: TTLCache[str, str] = TTLCache(size, keep * 3600, timer=time.monotonic)
        self._erased: TTLCache[str, bool] = TTLCache(size, ERASED_FOR, timer=time.monotonic)
        self._sweeping = False
        super().__init__(domain, event_broker, **kwargs)

    async def save(self, tracker: DialogueStateTracker) -> None:
        if tracker.sender_id in self._erased:
            return
        await self.stream_events(tracker)
        self._store[tracker.sender_id] = self.serialise_tracker(remembered(tracker, self.domain))
        if not self._sweeping:
            self._sweeping = True
            asyncio.get_running_loop().call_later(SWEEP, self._sweep)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        stored = self._store.get(sender_id)
        return self.deserialise_tracker(sender_id, stored) if stored is not None else None

    async def keys(self) -> Iterable[str]:
        return list(self._store)

    async def has(self, sender_id: str) -> bool:
        """Whether a conversation is known, without rebuilding it."""
        return sender_id in self._store

    def alive(self) -> bool:
        """Whether conversations can be kept now."""
        return True

    async def delete(self, sender_id: str) -> None:
        """Forget a conversation at once; an unknown one is no error."""
        self._erased[sender_id] = True
        self._store.pop(sender_id, None)

    def _sweep(self) -> None:
        self._store.expire()
        self._sweeping = len(self._store) > 0
        if self._sweeping:
            asyncio.get_running_loop().call_later(SWEEP, self._sweep)


class ForgetfulRedisTrackerStore(RedisTrackerStore):
    """The same in Redis, for several replicas; keys expire by themselves.

    Redis is asked from threads: one that does not answer holds up one conversation, not every chat and page.

    Args:
        strict: what cannot be kept is an error. Under `rasa run` it is not: raised on, Rasa would keep the conversation in a store of
            its own that never forgets.
    """

    def __init__(self, *args: Any, strict: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._strict = strict
        self.red.connection_pool.connection_kwargs.update(socket_timeout=TIMEOUT, socket_connect_timeout=TIMEOUT)
        self._seconds = int(kwargs.get("record_exp") or Settings.load().session_hours * 3600)

    async def save(self, tracker: DialogueStateTracker, timeout: float | None = None) -> None:
        # Rasa's own would merge with what is stored.
        await self.stream_events(tracker)
        serialised = self.serialise_tracker(remembered(tracker, self.domain))
        try:
            await asyncio.to_thread(self._keep, tracker.sender_id, serialised, int(timeout or self._seconds))
        except RedisError as error:
            if self._strict:
                raise
            logger.error("a conversation could not be kept: %s", type(error).__name__)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        stored = await asyncio.to_thread(self.red.get, self.key_prefix + sender_id)
        return self.deserialise_tracker(sender_id, stored) if stored is not None else None

    async def has(self, sender_id: str) -> bool:
        """Whether a conversation is known, without rebuilding it."""
        return bool(await asyncio.to_thread(self.red.exists, self.key_prefix + sender_id))

    def alive(self) -> bool:
        """Whether conversations can be kept now.

        Raises:
            RedisError: Redis cannot be reached.
        """
        return bool(self.red.ping())

    async def delete(self, sender_id: str) -> None:
        """Forget a conversation at once; an unknown one is no error."""
        await asyncio.to_thread(self._forget, sender_id)

    def _keep(self, sender_id: str, serialised: str, seconds: int) -> None:
        if not self.red.exists(_ERASED + sender_id):
            self.red.set(self.key_prefix + sender_id, serialised, ex=seconds)

    def _forget(self, sender_id: str) -> None:
        self.red.set(_ERASED + sender_id, "1", ex=ERASED_FOR)
        self.red.delete(self.key_prefix + sender_id)


_ERASED = "erased:"
