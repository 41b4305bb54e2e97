"""Heads are read as RFC 9112 has them, or refused."""

from __future__ import annotations

import pytest

from bot.web.request_head import canonical

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
LINES = (b"", b"GET", b"GET /", b"GET / HTTP/2.0", b"GET / x HTTP/1.1", b"G@T / HTTP/1.1", b"GET  / HTTP/1.1", b"GET /\x00 HTTP/1.1")


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
