"""Turns everything that goes wrong into a clear answer without inner details."""

from __future__ import annotations

import logging
from traceback import format_tb

from sanic import Sanic
from sanic.exceptions import MethodNotSupported, NotFound, PayloadTooLarge, SanicException, ServiceUnavailable
from sanic.request import Request
from sanic.response import HTTPResponse, redirect

from bot.app import Parts
from bot.web.errors import RequestError, TooLargeError, TooSlowError, error_response
from bot.web.malform import in_address, malform_of
from bot.web.metrics import Metrics
from bot.web.pages.render import Render, renderer

logger = logging.getLogger(__name__)

PAGES = frozenset({"svar", "kontakt", "personvern", "tilgjengelighet", "ord", "del", "bygg-inn", "innhold"})
"""Pages that are found in capitals too."""


def install(app: Sanic, parts: Parts, metrics: Metrics | None = None) -> None:
    """Handle every error of an app.

    Args:
        metrics: what errors are counted in.
    """
    render = renderer(parts)

    def told(error: RequestError, request: Request, headers: dict[str, str] | None = None) -> HTTPResponse:
        if metrics is not None:
            metrics.count("veivalg_errors", code=error.code)
        return error_response(error, parts.error_texts, malform_of(request), headers)

    async def handle(request: Request, error: Exception) -> HTTPResponse:
        if isinstance(error, PayloadTooLarge):
            error = TooLargeError()
        if isinstance(error, ServiceUnavailable):  # Sanic's own word for a request that took too long
            error = TooSlowError()
        if isinstance(error, RequestError):
            headers = {"Retry-After": "20"} if error.status in (429, 503) else None
            return told(error, request, headers)
        if isinstance(error, NotFound):
            return for_a_reader(parts, render, request) or told(RequestError(404, "not_found"), request)
        if isinstance(error, MethodNotSupported):
            return told(RequestError(405, "method"), request, {"Allow": error.headers["Allow"]})
        if isinstance(error, SanicException) and 400 <= error.status_code < 500:
            return told(RequestError(error.status_code, "bad_request"), request)
        # The kind and place of an error may be logged, never its message: it may quote the person.
        logger.error("%s at %s\n%s", type(error).__name__, _route(request), "".join(format_tb(error.__traceback__)))
        return told(RequestError(500, "internal"), request)

    app.error_handler.add(Exception, handle)


def _route(request: Request | None) -> str:
    """The route, not the address: an address may hold a session id."""
    return str(getattr(request, "endpoint", None) or "unknown route")


def for_a_reader(parts: Parts, render: Render, request: Request) -> HTTPResponse | None:
    """What a person gets at an address that is none: the answer that «/kvp» or «/T/KVP» names, else a page that says so kindly.

    Returns:
        None for programs, which get JSON.
    """
    if request.path.startswith("/api/") or "text/html" not in request.headers.get("accept", ""):
        return None
    malform = malform_of(request)
    query = f"?m={malform}" if in_address(malform) else ""
    lower = request.path.lower().rstrip("/")
    name = lower.rpartition("/")[2]
    topic = parts.other_names.get(name, name)
    if topic in parts.library and request.path != f"/t/{topic}":
        return redirect(f"/t/{topic}{query}")
    if lower != request.path and lower.strip("/") in PAGES:
        return redirect(f"{lower}{query}")
    return render("missing.html", malform, status=404, kommune=None, path="/svar")
