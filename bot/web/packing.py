"""Pages are sent gzipped to those who can read it: on a slow phone a page is there in a quarter of the time.

Only what is the same for everyone who asks so: what the API says is never packed, since the length of a packed answer
could tell something of a secret in it.
"""

from __future__ import annotations

import gzip

from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse

KINDS = ("text/html", "text/csv", "text/plain", "text/xml", "application/xml", "application/atom+xml", "image/svg+xml")
"""What is packed."""

WORTH = 600
"""Bytes below which packing saves nothing."""


def install(app: Sanic) -> None:
    """Pack the pages of an app."""

    async def pack(request: Request, response: HTTPResponse) -> None:
        body = getattr(response, "body", None)
        if not body or len(body) < WORTH or "Content-Encoding" in response.headers or _kind(response) not in KINDS:
            return
        vary = response.headers.get("Vary")
        response.headers["Vary"] = f"{vary}, Accept-Encoding" if vary else "Accept-Encoding"
        if request is not None and accepts_gzip(request.headers.get("accept-encoding", "")):
            response.headers["Content-Encoding"] = "gzip"
            response.body = gzip.compress(body, 6, mtime=0)

    app.register_middleware(pack, "response")


def accepts_gzip(header: str) -> bool:
    """Whether Accept-Encoding (RFC 9110 § 12.5.3) allows gzip: named, and not with the weight 0."""
    for part in header.lower().split(","):
        name, _, weight = part.partition(";")
        if name.strip() in ("gzip", "*"):
            return weight.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False


def _kind(response: HTTPResponse) -> str:
    return (response.content_type or "").partition(";")[0].strip()
