"""Rasa's endpoints, made from the settings."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from rasa.core.utils import AvailableEndpoints
from rasa.utils.endpoints import EndpointConfig

from actions.answer import AnswerAction
from bot.app import Parts
from bot.rasa.in_process_actions import InProcessActions


def endpoints(parts: Parts) -> AvailableEndpoints:
    """In-process actions; conversations and locks in memory, or in Redis when it is set."""
    settings, actions = parts.settings, InProcessActions(AnswerAction(parts))
    if settings.redis_url is None:
        store = EndpointConfig(
            type="bot.rasa.tracker_store.ForgetfulTrackerStore",
            hours=settings.session_hours,
            max_sessions=settings.max_sessions,
        )
        return AvailableEndpoints(action=actions, tracker_store=store)
    address = urlsplit(settings.redis_url)
    redis = {
        "port": address.port or 6379,
        "db": int(address.path.strip("/") or 0),
        "username": _decoded(address.username),
        "password": _decoded(address.password),
        "use_ssl": address.scheme == "rediss",
    }
    store = EndpointConfig(
        type="bot.rasa.tracker_store.ForgetfulRedisTrackerStore",
        url=address.hostname,
        strict=True,
        record_exp=settings.session_hours * 3600,
        **redis,
    )
    locks = EndpointConfig(type="bot.rasa.lock_store.ForgetfulRedisLockStore", url=address.hostname, **redis)
    return AvailableEndpoints(action=actions, tracker_store=store, lock_store=locks)


def _decoded(part: str | None) -> str | None:
    """Part of an address as it is meant: a password with an @ in it is written `p%40ss` (RFC 3986 § 2.1)."""
    return unquote(part) if part is not None else None
