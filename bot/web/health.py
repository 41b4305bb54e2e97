"""Is the process alive, and can it answer?"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, json

Look = Callable[[], bool]
"""Whether a part works now. It may wait for another machine; what it raises counts as no."""
PATIENCE = 2.0
"""Seconds that all looks together may take: who asks gives up soon after."""
NO_STORE = {"Cache-Control": "no-store"}


def health(looks: Mapping[str, Look] | None = None) -> Blueprint:
    """`/health/live`: the process runs; `/health/ready`: it can answer messages, part by part. `/healthz` and `/readyz` are the same.

    Args:
        looks: the parts that must work, by name.
    """
    routes = Blueprint("health")
    # Threads of their own: a store that hangs holds up no chat, and at most one look more than there are parts.
    pool = ThreadPoolExecutor(max_workers=len(looks or {}) + 1, thread_name_prefix="health")

    @routes.route("/health/live", methods=["GET", "HEAD"], name="live")
    @routes.route("/healthz", methods=["GET", "HEAD"], name="alive")
    async def live(request: Request) -> HTTPResponse:
        return json({"status": "ok"}, headers=NO_STORE)

    @routes.route("/health/ready", methods=["GET", "HEAD"], name="ready")
    @routes.route("/readyz", methods=["GET", "HEAD"], name="readyz")
    async def ready(request: Request) -> HTTPResponse:
        found = await looked(looks or {}, pool)
        good = all(found.values())
        body = {"status": "ok" if good else "not ready", "parts": {name: "ok" if works else "not ready" for name, works in found.items()}}
        return json(body, status=200 if good else 503, headers=NO_STORE)

    return routes


async def looked(looks: Mapping[str, Look], pool: ThreadPoolExecutor, patience: float = PATIENCE) -> dict[str, bool]:
    """What each look finds; one that fails or does not answer in time finds that its part does not work."""
    loop = asyncio.get_running_loop()
    started = {name: loop.run_in_executor(pool, look) for name, look in looks.items()}
    if started:
        await asyncio.wait(started.values(), timeout=patience)
    return {name: _found(future) for name, future in started.items()}


def _found(future: asyncio.Future[bool]) -> bool:
    if not future.done():
        future.cancel()  # one that has not begun will not; the thread of one that has is free when its store gives up
        return False
    return future.exception() is None and future.result()
