"""Request lines and headers are held against RFC 9112 before anything is done with them.

Sanic takes what looks like a head: a negative Content-Length made it wait for ever in a circle that let no one
else in. h11 reads every head first; what it does not accept is 400 and the end of the connection, and Sanic gets
the head as h11 understood it, with one spelling for what has no case. The line before each piece of a body that comes
in pieces is held against it too: Sanic reads `+f`, `0xf` and `0_f` as sizes, and takes what follows the last piece for a new request.
"""

from __future__ import annotations

import re
from typing import NoReturn

import h11
from sanic.exceptions import InvalidUsage
from sanic.http import HTTP_CONTINUE, Http

MOST = 16 * 1024
"""Longest head that is read, in bytes; Sanic's own limit is below it."""
_END = b"\r\n\r\n"
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\x00-\x08\x0a-\x1f\x7f]*)?")
"""The size of a piece in hexadecimal, and what may be said of it (RFC 9112 § 7.1), which nobody reads."""
MOST_CHUNK_LINE = 64
"""Longest such line, in bytes; Sanic's own limit is the same."""
_NOT_ASCII = re.compile(rb"[\x80-\xff]")


def canonical(head: bytes) -> bytes:
    """A head as RFC 9112 would have it, the empty line at its end included.

    Letters outside ASCII in the address are percent-encoded (RFC 3986 § 2.1): people and scripts write them as they are.

    Raises:
        ValueError: it is no head of HTTP/1; the message is the reason.
    """
    line, separator, rest = head.partition(b"\r\n")
    line.decode("utf-8")  # letters in another encoding would be another address; UnicodeDecodeError is a ValueError
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

    async def read(self) -> bytes | None:
        """The next piece of the body.

        Raises:
            InvalidUsage: a body in pieces does not tell how long the next one is.
        """
        if self.request_body == "chunked" and self.request_bytes_left == 0:
            if self.expecting_continue:  # type: ignore[has-type]  # who waits for leave to send gets it first
                self.expecting_continue = False
                await self._send(HTTP_CONTINUE)
            await self._check_chunk()
        return await super().read()

    async def _check_chunk(self) -> None:
        """Sanic leaves the line break before the size in the buffer; so does this."""
        buffer = self.recv_buffer
        end = await self._find(b"\r\n", 2, MOST_CHUNK_LINE)
        found = _CHUNK.fullmatch(bytes(buffer[2:end]))
        if found is None or not buffer.startswith(b"\r\n"):
            self._refuse_chunk()
        elif not int(found[1], 16):
            last = await self._find(_END, end, MOST)
            del buffer[end : last + 2]  # what may follow the last piece; nobody reads it
            buffer[end:end] = b"\r\n"

    async def _find(self, what: bytes, start: int, most: int) -> int:
        """Where something stands in what was sent, once it has come."""
        buffer = self.recv_buffer
        while (end := buffer.find(what, start)) < 0:
            if len(buffer) > start + most:
                self._refuse_chunk()
            await self._receive_more()
        return end

    def _refuse_chunk(self) -> NoReturn:
        self.keep_alive = False
        raise InvalidUsage("Bad chunked encoding")
