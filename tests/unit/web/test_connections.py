"""Connections are bounded in number, counted by address, and their heads are read as they should be."""

from __future__ import annotations

import resource
import socket
import time
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from bot.web import connections
from bot.web.connections import BoundedProtocol, most_connections
from bot.web.health import health
from tests.unit.serving import served

GET = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"


class Few(BoundedProtocol):
    __slots__ = ()
    limit = 3


@pytest.fixture
def address() -> Iterator[tuple[str, int]]:
    Few.held.clear()
    with served(health(), protocol=Few) as base:
        parts = urlsplit(base)
        yield str(parts.hostname), int(parts.port or 0)


def answered(client: socket.socket, data: bytes = GET) -> bytes:
    try:
        client.sendall(data)
        return client.recv(65536)
    except ConnectionError:
        return b""


def opened(address: tuple[str, int]) -> socket.socket:
    client = socket.create_connection(address, timeout=5)
    client.settimeout(5)
    return client


def test_one_more_than_the_bound_is_turned_away_and_room_is_made_again(address: tuple[str, int]) -> None:
    clients = [opened(address) for _ in range(3)]
    assert [answered(client)[:15] for client in clients] == [b"HTTP/1.1 200 OK"] * 3
    with opened(address) as more:
        assert answered(more) == b""
    for client in clients:
        client.close()
    deadline = time.monotonic() + 5
    while Few.held and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not Few.held, "who has gone is not counted"
    with opened(address) as again:
        assert answered(again).startswith(b"HTTP/1.1 200")


def test_one_address_has_a_bound_of_its_own_unless_a_proxy_stands_in_front(
    address: tuple[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "MOST_OF_ONE", 1)
    with opened(address) as first, opened(address) as second:
        assert answered(first).startswith(b"HTTP/1.1 200")
        assert answered(second) == b""
        monkeypatch.setattr(Few, "behind_proxy", True)
        with opened(address) as third:
            assert answered(third).startswith(b"HTTP/1.1 200")


def test_a_head_that_is_none_ends_the_connection(address: tuple[str, int]) -> None:
    with opened(address) as client:
        assert answered(client, b"POST /healthz HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n").startswith(b"HTTP/1.1 400")
        assert client.recv(10) == b""


def test_no_more_than_the_system_gives_files_for(monkeypatch: pytest.MonkeyPatch) -> None:
    for soft, most in ((resource.RLIM_INFINITY, connections.MOST), (1024, 924), (50, 10), (10**6, connections.MOST)):
        monkeypatch.setattr(resource, "getrlimit", lambda _, soft=soft: (soft, soft))
        assert most_connections() == most
