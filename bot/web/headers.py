"""Security headers and CORS, on every response."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from bot.settings import Settings

if TYPE_CHECKING:  # what answers before Sanic is imported has the same headers
    from sanic import Sanic
    from sanic.request import Request
    from sanic.response import HTTPResponse

PERMISSIONS = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()"


def fixed_headers(settings: Settings) -> dict[str, str]:
    """The headers that every response has, whatever it is."""
    headers = {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": PERMISSIONS,
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    if settings.production:
        headers["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains"
    return headers


def content_security_policy(settings: Settings) -> str:
    """The policy of our pages: nothing inline, nothing from elsewhere, framed by ourselves and the origins of the settings alone."""
    frame_ancestors = " ".join(("'self'", *settings.embed_origins))
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'self'; base-uri 'none'; "
        f"form-action 'self'; frame-ancestors {frame_ancestors}"
    )


def origin_check(allowed: tuple[str, ...]) -> Callable[[str], bool]:
    """Whether an origin is one of those in the settings; `https://*.example.no` allows every name below, not itself."""
    if "*" in allowed:
        return lambda origin: True
    exact = frozenset(origin.lower() for origin in allowed if "*" not in origin)
    patterns = [
        re.compile(re.escape(origin.lower()).replace(re.escape("*"), r"[a-z0-9-]+(?:\.[a-z0-9-]+)*")) for origin in allowed if "*" in origin
    ]
    return lambda origin: origin.lower() in exact or any(pattern.fullmatch(origin.lower()) for pattern in patterns)


def install(app: Sanic, settings: Settings) -> None:
    """Add the headers to every response of an app."""
    policy, fixed = content_security_policy(settings), fixed_headers(settings)
    may_call = origin_check(settings.embed_origins)

    async def add(request: Request, response: HTTPResponse) -> None:
        if response is None:
            return
        response.headers.setdefault("Content-Security-Policy", policy)
        response.headers.update(fixed)
        if not settings.embed_origins:
            return
        _vary(response)
        origin = request.headers.get("origin") if request is not None else None
        if origin and may_call(origin):
            response.headers["Access-Control-Allow-Origin"] = origin
            response.headers["Access-Control-Allow-Methods"] = "GET, POST, DELETE"
            response.headers["Access-Control-Allow-Headers"] = "Content-Type"
            response.headers["Access-Control-Max-Age"] = "600"

    app.register_middleware(add, "response")


def _vary(response: HTTPResponse) -> None:
    """The answer differs by origin: a cache must not give one site's answer to another."""
    names = [name for name in (response.headers.get("Vary"),) if name]
    if not any("origin" in name.lower() for name in names):
        response.headers["Vary"] = ", ".join([*names, "Origin"])
