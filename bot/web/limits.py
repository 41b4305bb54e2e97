"""How much one client may ask for, and who the client is behind proxies."""

from __future__ import annotations

import ipaddress
import re
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
    X-Forwarded-For, all its lines read as one (RFC 9110 § 5.3); what stands before it is the client's own
    claim and is not believed.
    """
    address = request.ip or ""
    if trusted_proxies:
        lines = ",".join(request.headers.getall("x-forwarded-for", []))
        forwarded = [part.strip() for part in lines.split(",") if part.strip()]
        if len(forwarded) >= trusted_proxies:
            address = forwarded[-trusted_proxies]
    try:
        parsed = ipaddress.ip_address(_without_port(address))
    except ValueError:
        return "unknown"
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.ipv4_mapped:  # ::ffff:10.3.0.7, as a socket for both kinds of address writes one of the old kind
            return str(parsed.ipv4_mapped)
        return str(ipaddress.ip_network((parsed.packed, 64), strict=False).network_address)
    return str(parsed)


_WITH_PORT = re.compile(r"\[(?P<six>[^\]]+)\](?::\d+)?|(?P<four>[\d.]+):\d+")


def _without_port(address: str) -> str:
    """The address alone of `10.2.0.7:40001` and `[2001:db8::1]:40001` (RFC 7239 § 6): a port is of one connection, not of a client."""
    found = _WITH_PORT.fullmatch(address)
    return (found["six"] or found["four"]) if found else address
