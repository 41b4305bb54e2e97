"""A name for each request, in the log and in the answer, so that the lines of one can be found. It says nothing of who asked."""

from __future__ import annotations

import re
from contextvars import ContextVar
from secrets import token_hex
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the log needs the name of a request before Sanic may be imported
    from sanic import Sanic
    from sanic.request import Request
    from sanic.response import HTTPResponse

HEADER = "X-Request-ID"
NONE = "-"
"""What stands in the log outside a request."""
_GIVEN = re.compile(r"[0-9a-f-]{16,36}")
"""What a proxy may give: nginx's `$request_id`, or a UUID. Nothing a person could have written a name in."""

current: ContextVar[str] = ContextVar("request_id", default=NONE)
"""The request that is being answered."""


def install(app: Sanic, trusted_proxies: int) -> None:
    """Name every request of an app.

    Args:
        trusted_proxies: when there are any, the name the proxy gave is kept; a client's own is not believed.
    """

    async def begin(request: Request) -> None:
        given = request.headers.get(HEADER, "") if trusted_proxies else ""
        request.ctx.request_id = given if _GIVEN.fullmatch(given) else token_hex(16)
        current.set(request.ctx.request_id)

    async def end(request: Request, response: HTTPResponse) -> None:
        name = getattr(request.ctx, "request_id", None) if request is not None else None
        if name and response is not None:
            response.headers[HEADER] = name
        current.set(NONE)  # a connection that is kept open goes on in the same context

    app.register_middleware(begin, "request")
    app.register_middleware(end, "response")
