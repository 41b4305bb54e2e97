"""Request lines and headers are held against RFC 9112 before anything is done with them.

Sanic takes what looks like a head: a negative Content-Length made it wait for ever in a circle that let no one
else in. h11 reads every head first; what it does not accept is 400 and the end of the connection, and Sanic gets
the head as h11 understood it, with one spelling for what has no case.
"""

from __future__ import annotations

import re

import h11
from sanic.exceptions import InvalidUsage
from sanic.http import Http

MOST = 16 * 1024
"""Longest head that is read, in bytes; Sanic's own limit is below it."""
_END = b"\r\n\r\n"
_NOT_ASCII = re.compile(rb"[\x80-\xff]")


def canonical(head: bytes) -> bytes:
    """A head as RFC 9112 would have it, the empty line at its end included.

    Letters outside ASCII in the address are percent-encoded (RFC 3986 § 2.1): people and scripts write them as they are.

    Raises:
        ValueError: it is no head of HTTP/1; the message is the reason.
    """
    line, separator, rest = head.partition(b"\r\n")
    line = _NOT_ASCII.sub(lambda found: b"%%%02X" % found[0][0], line)
    reader = h11.Connection(h11.SERVER, max_incomplete_event_size=4 * MOST)
    try:
        reader.receive_data(line + separator + rest)
        request = reader.next_event()
    except h11.RemoteProtocolError as error:
        raise ValueError(str(error)) from error
    if not isinstance(request, h11.Request):
        raise ValueError("the head is not whole")
    if request.http_version not in (b"1.0", b"1.1"):
        raise ValueError("not HTTP/1")
    names = [name for name, _ in request.headers]
    if b"content-length" in names and b"transfer-encoding" in names:
        raise ValueError("two ways to tell where the body ends")  # RFC 9112 § 6.1
    lines = [b"%s %s HTTP/%s" % (request.method, request.target, request.http_version)]
    lines += [b"%s: %s" % (name, value) for name, value in request.headers]
    return b"\r\n".join(lines) + _END


class CheckedHttp(Http):
    """HTTP as Sanic reads it, each head checked first."""

    async def http1_request_header(self) -> None:
        """Wait for a whole head, check it, and let Sanic read it.

        Raises:
            InvalidUsage: it is no head of HTTP/1.
        """
        buffer = self.recv_buffer
        while (end := buffer.find(_END)) < 0 and len(buffer) <= MOST:
            await self._receive_more()
        if end >= 0:
            try:
                buffer[: end + len(_END)] = canonical(bytes(buffer[: end + len(_END)]))
            except ValueError as error:
                self.keep_alive = False
                raise InvalidUsage("Bad Request") from error
        await super().http1_request_header()
