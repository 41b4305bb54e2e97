"""Heads, and the lines between the pieces of a body, are read as RFC 9112 has them, or refused."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, text

from bot.web.connections import BoundedProtocol
from bot.web.request_head import canonical
from tests.parts import PARTS
from tests.unit.serving import served

GOOD = {
    b"GET / HTTP/1.1\r\nHost: x\r\n\r\n": b"GET / HTTP/1.1\r\nhost: x\r\n\r\n",
    b"POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n": b"POST /a HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\n\r\n",
    b"POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: Chunked\r\n\r\n": b"POST /a HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n",
    "GET /api/places?q=Ås HTTP/1.1\r\nHost: x\r\n\r\n".encode(): b"GET /api/places?q=%C3%85s HTTP/1.1\r\nhost: x\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: a\r\nX-Forwarded-For: b\r\n\r\n": b"GET / HTTP/1.1\r\nhost: x\r\nx-forwarded-for: a\r\nx-forwarded-for: b\r\n\r\n",
}
HEADERS = (
    b"Content-Length: -5", b"Content-Length: abc", b"Content-Length:", b"Content-Length: +33", b"Content-Length: 0x5", b"Content-Length: 5_0",
    b"Content-Length: 3\r\nContent-Length: 4", b"Content-Length: 3\r\nTransfer-Encoding: chunked", b"Content-Length : 5", b"Transfer-Encoding: gzip",
    b"No colon", b"A\x00b: c", b"A: b\x00c", b"Host: y",
)  # fmt: skip
LINES = (
    b"",
    b"GET",
    b"GET /",
    b"GET / HTTP/2.0",
    b"GET / x HTTP/1.1",
    b"G@T / HTTP/1.1",
    b"GET  / HTTP/1.1",
    b"GET /\x00 HTTP/1.1",
    b"GET /?q=\xc5s HTTP/1.1",
)


@pytest.mark.parametrize(("head", "read"), GOOD.items())
def test_a_good_head_has_one_spelling(head: bytes, read: bytes) -> None:
    assert canonical(head) == read
    assert canonical(read) == read


@pytest.mark.parametrize("header", HEADERS)
def test_a_bad_header_is_refused(header: bytes) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        canonical(b"POST /api/chat HTTP/1.1\r\nHost: x\r\n" + header + b"\r\n\r\n")


@pytest.mark.parametrize("line", LINES)
def test_a_bad_request_line_is_refused(line: bytes) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        canonical(line + b"\r\nHost: x\r\n\r\n")


@pytest.fixture(scope="module")
def echo() -> Iterator[tuple[str, int]]:
    """The address of a server that gives back what it was sent."""
    pages = Blueprint("echo")

    @pages.post("/")
    async def back(request: Request) -> HTTPResponse:
        return text(request.body.decode())

    with served(pages, problems=PARTS, protocol=BoundedProtocol) as base:
        yield str(urlsplit(base).hostname), int(urlsplit(base).port or 0)


def until_the_end(client: socket.socket) -> Iterator[bytes]:
    """What comes until the server ends the connection; with a reset, when the second message was on its way then."""
    try:
        yield from iter(lambda: client.recv(65536), b"")
    except ConnectionResetError:
        return


def answers(echo: tuple[str, int], body: bytes, head: bytes = b"") -> list[tuple[bytes, bytes]]:
    """Status and body of each answer, until the server ends the connection: to this, and to an empty message behind it."""
    with socket.create_connection(echo, timeout=10) as client:
        client.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n" + head + b"\r\n" + body)
        client.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
        got = b"".join(until_the_end(client))
    heads = [each.partition(b"\r\n\r\n") for each in got.split(b"HTTP/1.1 ")[1:]]
    return [(head[:3], body) for head, _, body in heads]


@pytest.mark.parametrize("body", [
    b"3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n",
    b"5;some=thing\r\nabcde\r\n0\r\n\r\n",
    b"0005 \r\nabcde\r\n00\r\n\r\n",
    b"5\r\nabcde\r\n0\r\nDigest: x\r\nPOST / HTTP/1.1: y\r\n\r\n",  # what follows the last piece is no request
])  # fmt: skip
def test_a_body_in_pieces_is_read_and_what_follows_is_a_request_of_its_own(echo: tuple[str, int], body: bytes) -> None:
    assert answers(echo, body) == [(b"200", b"abcde"), (b"200", b"")]


def test_who_waits_for_leave_to_send_gets_it(echo: tuple[str, int]) -> None:
    assert answers(echo, b"1\r\na\r\n0\r\n\r\n", b"Expect: 100-continue\r\n") == [(b"100", b""), (b"200", b"a"), (b"200", b"")]


@pytest.mark.parametrize(
    "size", [b"", b"-1", b"+1", b"0x1", b"1_0", b" 1", b"g", b"\xc3\x85", b"1;\x00", b"1" * 9, b"1" * 99, b"2", b"1\n"]
)
def test_a_size_that_is_none_ends_the_connection(echo: tuple[str, int], size: bytes) -> None:
    assert [status for status, _ in answers(echo, size + b"\r\na\r\n0\r\n\r\n")] == [b"400"]
