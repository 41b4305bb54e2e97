"""How much one client may ask for, and who the client is behind proxies."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
import requests
from sanic.compat import Header

from bot.settings import Settings
from bot.web.health import health
from bot.web.limits import MAX_CLIENTS, SHARED, RateLimit, bounded, client_key
from tests.parts import PARTS
from tests.unit.serving import served


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_minutes_worth_and_no_more_and_then_as_time_goes() -> None:
    clock = Clock()
    limit = RateLimit(30, clock)
    assert [limit.allow("a") for _ in range(31)] == [True] * 30 + [False]
    clock.now += 2.0
    assert [limit.allow("a") for _ in range(2)] == [True, False]
    clock.now += 600
    assert sum(limit.allow("a") for _ in range(100)) == 30


def test_one_clients_haste_is_not_anothers() -> None:
    limit = RateLimit(1, Clock())
    assert limit.allow("a")
    assert not limit.allow("a")
    assert limit.allow("b")


def test_memory_is_bounded_whoever_asks() -> None:
    limit = RateLimit(1, Clock())
    for number in range(MAX_CLIENTS + 1000):
        limit.allow(str(number))
    assert len(limit._buckets) <= MAX_CLIENTS


def request(peer: str, *forwarded: str | None) -> Any:
    """A request with a line X-Forwarded-For for each text."""
    return SimpleNamespace(ip=peer, headers=Header([("x-forwarded-for", line) for line in forwarded if line is not None]))


@pytest.mark.parametrize(
    ("peer", "forwarded", "proxies", "key"),
    [
        ("203.0.113.7", None, 0, "203.0.113.7"),
        ("203.0.113.7", "198.51.100.1", 0, "203.0.113.7"),  # nobody in front is trusted, so the header is a mere claim
        ("10.0.0.2", "198.51.100.1", 1, "198.51.100.1"),
        ("10.0.0.2", "1.1.1.1, 198.51.100.1", 1, "198.51.100.1"),  # the client wrote the first part itself
        ("10.0.0.2", "1.1.1.1, 198.51.100.1, 10.0.0.3", 2, "198.51.100.1"),
        ("10.0.0.2", None, 1, "10.0.0.2"),
        ("10.0.0.2", "", 1, "10.0.0.2"),
        ("10.0.0.2", "not an address", 1, "unknown"),
        ("2001:db8:1:2:3:4:5:6", None, 0, "2001:db8:1:2::"),
        ("2001:db8:1:2:ffff::1", None, 0, "2001:db8:1:2::"),
        ("10.0.0.2", "10.2.0.7:40001", 1, "10.2.0.7"),  # Azure writes the port as well
        ("10.0.0.2", "[2001:db8:1:2::7]:40001", 1, "2001:db8:1:2::"),
        ("10.0.0.2", "[2001:db8:1:2::7]", 1, "2001:db8:1:2::"),
        ("10.0.0.2", "::ffff:10.3.0.7", 1, "10.3.0.7"),
        ("::ffff:10.3.0.7", None, 0, "10.3.0.7"),
        ("10.0.0.2", "fe80::1%eth0", 1, "fe80::"),
    ],
)
def test_who_the_client_is(peer: str, forwarded: str | None, proxies: int, key: str) -> None:
    assert client_key(request(peer, forwarded), proxies) == key


def test_several_lines_are_read_as_one() -> None:
    """HAProxy adds a line of its own below what the client wrote."""
    assert client_key(request("10.0.0.2", "10.4.0.1", "192.0.2.9"), 1) == "192.0.2.9"
    assert client_key(request("10.0.0.2", "10.4.0.1, 198.51.100.1", "192.0.2.9"), 2) == "198.51.100.1"


def test_pages_that_are_read_have_a_limit_too_and_one_address_reads_for_a_class() -> None:
    page = health()
    bounded([page], replace(Settings.load({}), rate_per_minute=1))
    with served(page, problems=PARTS) as base:
        answers = [requests.get(f"{base}/healthz", timeout=10).status_code for _ in range(SHARED + 1)]
    assert answers == [200] * SHARED + [429]
