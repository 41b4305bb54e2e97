"""The web API: chat, guides, places; every answer JSON."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any, Protocol

from sanic import Blueprint
from sanic.exceptions import InvalidUsage
from sanic.request import Request
from sanic.response import HTTPResponse, empty, json

from bot.app import Parts
from bot.guides import FactError
from bot.web.api.openapi import openapi
from bot.web.api.request import SESSION, ChatRequest, read_chat_request
from bot.web.errors import NotJsonError, NotJsonTypeError, SwitchedOffError, TooManyError, bad_field
from bot.web.limits import SHARED, RateLimit, client_key
from bot.web.malform import malform_of
from bot.web.metrics import RATINGS, Metrics, metrics_of

logger = logging.getLogger(__name__)

NO_STORE = {"Cache-Control": "no-store"}

Handler = Callable[..., Awaitable[HTTPResponse]]


class Conversations(Protocol):
    """What carries a message to the assistant and its reply back."""

    async def reply(self, request: ChatRequest) -> tuple[str | None, list[dict[str, Any]]]:
        """The session and the messages that answer a request."""

    async def forget(self, session: str) -> None:
        """Erase a conversation."""


def chat_api(conversations: Conversations, parts: Parts, metrics: Metrics | None = None) -> Blueprint:  # noqa: C901 – its routes are counted as one
    """The blueprint with every `/api` route.

    Args:
        metrics: what is counted; counters of its own when not given.
    """
    settings, metrics = parts.settings, metrics or metrics_of(parts)
    api = Blueprint("api", url_prefix="/api")
    sessions = RateLimit(settings.rate_per_minute)
    # A school or a library shares one address, so that an address may do more than a conversation.
    clients = RateLimit(settings.rate_per_minute * SHARED)
    begun = RateLimit(settings.rate_per_minute * 2)
    lookups = RateLimit(settings.rate_per_minute * SHARED)

    def client(request: Request) -> str:
        return client_key(request, settings.trusted_proxies)

    def route(method: str, path: str) -> Callable[[Handler], Handler]:
        """Adds a route, and the answer to a browser on another site, which asks first whether it may."""

        def add(handler: Handler) -> Handler:
            api.add_route(_preflight, path, methods=["OPTIONS"], name=f"preflight_{handler.__name__}")
            api.add_route(handler, path, methods=[method, "HEAD"] if method == "GET" else [method])
            return handler

        return add

    @route("POST", "/chat")
    async def chat(request: Request) -> HTTPResponse:
        if settings.chat_off:
            raise SwitchedOffError(parts)
        if not clients.allow(client(request)):
            raise TooManyError
        wanted = read_chat_request(_body(request))
        if not (sessions.allow(wanted.session) if wanted.session else begun.allow(client(request))):
            raise TooManyError
        session, messages = await conversations.reply(wanted)
        return json({"session": session, "messages": messages}, headers=NO_STORE, ensure_ascii=False)

    @route("DELETE", "/chat/<session:str>")
    async def forget(request: Request, session: str) -> HTTPResponse:
        if not lookups.allow(client(request)):
            raise TooManyError
        if not SESSION.fullmatch(session):
            raise bad_field("session", "known_session")
        await conversations.forget(session)
        return json({"deleted": True, "message": parts.phrases("slettet", malform_of(request))}, headers=NO_STORE, ensure_ascii=False)

    @route("POST", "/guides/<guide_id:str>")
    async def guide(request: Request, guide_id: str) -> HTTPResponse:
        if not lookups.allow(client(request)):
            raise TooManyError
        return json(evaluate_guide(parts, guide_id, _body(request)), headers=NO_STORE, ensure_ascii=False)

    @route("POST", "/ratings")
    async def rate(request: Request) -> HTTPResponse:
        if not lookups.allow(client(request)):
            raise TooManyError
        count_rating(metrics, _body(request))
        return json({"counted": True}, headers=NO_STORE)

    @route("GET", "/places")
    async def places(request: Request) -> HTTPResponse:
        if not lookups.allow(client(request)):
            raise TooManyError
        query = (request.args.get("q") or "")[:80]
        found = parts.directory.find(query, expecting_place=True)
        return json(
            {"status": found.status, "kommuner": [{"nummer": k.nummer, "navn": k.navn, "fylke": k.fylke} for k in found.kommuner]},
            ensure_ascii=False,
        )

    @route("GET", "/topics")
    async def topics(request: Request) -> HTTPResponse:
        malform = malform_of(request)
        listed = [{"id": t.id, "area": t.area, "title": t.title[malform], "facets": list(t.facets)} for t in parts.library]
        return json({"topics": listed}, ensure_ascii=False)

    @route("GET", "/openapi.json")
    async def description(request: Request) -> HTTPResponse:
        return json(openapi(), ensure_ascii=False)

    return api


def evaluate_guide(parts: Parts, guide_id: str, body: Any) -> dict[str, Any]:
    """Evaluate a guide for `{"facts": {…}, "date": "2026-11-23"}`.

    Raises:
        RequestError: 400 naming the field; 404 when there is no such guide.
    """
    if guide_id not in parts.guides:
        raise bad_field("guide", "one_of", ", ".join(parts.guides))
    if not isinstance(body, dict) or set(body) - {"facts", "date"}:
        raise bad_field("facts", "facts")
    facts = body.get("facts", {})
    if not isinstance(facts, dict):
        raise bad_field("facts", "object")
    try:
        on = date.fromisoformat(body["date"]) if "date" in body else parts.today()
    except (TypeError, ValueError):
        raise bad_field("date", "date", "2026-11-23") from None
    guide = parts.guides[guide_id]
    try:
        checked = {name: guide.check_fact(name, value) for name, value in facts.items()}
        return guide.evaluate(checked, on).as_json()
    except FactError as error:
        raise bad_field("facts", "right", error.message) from None


def count_rating(metrics: Metrics, body: Any) -> None:
    """Count `{"topic": "kvp", "rating": "hard"}`: two words of ours, and nothing of who chose them or of what was said.

    Raises:
        RequestError: 400 naming the field.
    """
    if not isinstance(body, dict):
        raise NotJsonError
    if unknown := set(body) - {"topic", "rating"}:
        raise bad_field(sorted(map(str, unknown))[0][:40], "absent")
    topic, rating = body.get("topic"), body.get("rating")
    if not isinstance(rating, str) or rating not in RATINGS:
        raise bad_field("rating", "one_of", ", ".join(RATINGS))
    if not isinstance(topic, str) or not metrics.rated(topic, rating):
        raise bad_field("topic", "topic")


async def _preflight(request: Request, **_: str) -> HTTPResponse:
    return empty()  # the CORS headers are added to every response (bot/web/headers.py)


def _body(request: Request) -> Any:
    """The JSON of a request. Asking for its type makes a browser ask us first before another site may send one."""
    if request.content_type.partition(";")[0].strip().lower() != "application/json":
        raise NotJsonTypeError
    try:
        return request.json
    except (InvalidUsage, UnicodeDecodeError, RecursionError, ValueError):
        raise NotJsonError from None
