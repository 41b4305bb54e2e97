"""Rasa's endpoints, made from the settings."""

from __future__ import annotations

from urllib.parse import urlsplit

from rasa.core.utils import AvailableEndpoints
from rasa.utils.endpoints import EndpointConfig

from bot.rasa.in_process_actions import InProcessActions
from bot.settings import Settings


def endpoints(settings: Settings) -> AvailableEndpoints:
    """In-process actions; conversations and locks in memory, or in Redis when it is set."""
    if settings.redis_url is None:
        store = EndpointConfig(
            type="bot.rasa.tracker_store.ForgetfulTrackerStore",
            hours=settings.session_hours,
            max_sessions=settings.max_sessions,
        )
        return AvailableEndpoints(action=InProcessActions(), tracker_store=store)
    parts = urlsplit(settings.redis_url)
    redis = {
        "port": parts.port or 6379,
        "db": int(parts.path.strip("/") or 0),
        "username": parts.username,
        "password": parts.password,
        "use_ssl": parts.scheme == "rediss",
    }
    store = EndpointConfig(
        type="bot.rasa.tracker_store.ForgetfulRedisTrackerStore",
        url=parts.hostname,
        record_exp=settings.session_hours * 3600,
        **redis,
    )
    locks = EndpointConfig(type="bot.rasa.lock_store.ForgetfulRedisLockStore", url=parts.hostname, **redis)
    return AvailableEndpoints(action=InProcessActions(), tracker_store=store, lock_store=locks)
