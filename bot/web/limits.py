"""How much one client may ask for, and who the client is behind proxies."""

from __future__ import annotations

import ipaddress
import time
from collections.abc import Callable, Iterable

from cachetools import TTLCache
from sanic import Blueprint
from sanic.request import Request

from bot.settings import Settings
from bot.web.errors import TooManyError

MAX_CLIENTS = 50_000
SHARED = 10
"""How many people at full speed one address may stand for: a school or a library shares one."""
WINDOW = 60.0
"""Seconds that a limit counts over."""


class RateLimit:
    """At most so many requests a minute for each key (sliding, by token bucket).

    Args:
        per_minute: tokens refilled a minute, and the size of the bucket.
        clock: seconds, monotonic.
    """

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = per_minute / WINDOW
        self._size = float(per_minute)
        self._clock = clock
        self._buckets: TTLCache[str, tuple[float, float]] = TTLCache(MAX_CLIENTS, 2 * WINDOW, timer=clock)

    def allow(self, key: str) -> bool:
        """Take one token; False when there is none."""
        now = self._clock()
        tokens, then = self._buckets.get(key, (self._size, now))
        tokens = min(self._size, tokens + (now - then) * self._rate)
        allowed = tokens >= 1.0
        self._buckets[key] = (tokens - 1.0 if allowed else tokens, now)
        return allowed


def bounded(blueprints: Iterable[Blueprint], settings: Settings) -> None:
    """Gives pages that are read a limit too: some cost as much as an answer. One address may read for a whole class."""
    reading = RateLimit(settings.rate_per_minute * SHARED)

    async def within(request: Request) -> None:
        if not reading.allow(client_key(request, settings.trusted_proxies)):
            raise TooManyError

    for blueprint in blueprints:
        blueprint.on_request(within)


def client_key(request: Request, trusted_proxies: int) -> str:
    """The client's address; IPv6 by its /64, since one client holds a whole /64.

    Behind `trusted_proxies` proxies the address is the one the outermost of them wrote last in
    X-Forwarded-For; what stands before it is the client's own claim and is not believed.
    """
    address = request.ip or ""
    if trusted_proxies:
        forwarded = [part.strip() for part in request.headers.get("x-forwarded-for", "").split(",") if part.strip()]
        if len(forwarded) >= trusted_proxies:
            address = forwarded[-trusted_proxies]
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if parsed.version == 6:
        return str(ipaddress.ip_network((parsed, 64), strict=False).network_address)
    return str(parsed)
