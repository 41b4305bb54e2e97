"""Is the process alive, and can it answer?"""

from __future__ import annotations

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, json


def health() -> Blueprint:
    """`/healthz`: the process runs; `/readyz`: it can answer messages."""
    routes = Blueprint("health")

    @routes.get("/healthz")
    async def alive(request: Request) -> HTTPResponse:
        return json({"status": "ok"})

    @routes.get("/readyz")
    async def ready(request: Request) -> HTTPResponse:
        agent = request.app.ctx.agent
        is_ready = agent is not None and agent.is_ready()
        return json({"status": "ok" if is_ready else "starting"}, status=200 if is_ready else 503)

    return routes
