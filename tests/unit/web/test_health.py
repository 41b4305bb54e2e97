"""Whether the process is alive, and whether it can answer."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pytest
import requests

from bot.web.health import PATIENCE, Look, health
from tests.unit.serving import served


def broken() -> bool:
    raise ConnectionError("redis://:hemmelig@x")


@contextmanager
def asked(looks: Mapping[str, Look]) -> Iterator[str]:
    with served(health(looks)) as base:
        yield base


@pytest.mark.parametrize("path", ["/health/live", "/healthz"])
def test_alive_whatever_else_fails(path: str) -> None:
    with asked({"conversations": broken}) as base:
        answer = requests.get(base + path, timeout=10)
        assert (answer.status_code, answer.json()) == (200, {"status": "ok"})
        assert requests.head(base + path, timeout=10).status_code == 200


@pytest.mark.parametrize("path", ["/health/ready", "/readyz"])
@pytest.mark.parametrize(
    ("look", "status", "told"), [(lambda: True, 200, "ok"), (lambda: False, 503, "not ready"), (broken, 503, "not ready")]
)
def test_ready_when_every_part_is_and_says_which_is_not(path: str, look: Look, status: int, told: str) -> None:
    with asked({"model": lambda: True, "contacts": look}) as base:
        answer = requests.get(base + path, timeout=10)
        assert (answer.status_code, answer.json()) == (status, {"status": told, "parts": {"model": "ok", "contacts": told}})
        assert "hemmelig" not in answer.text
        assert requests.head(base + path, timeout=10).status_code == status


def test_a_store_that_hangs_is_told_while_it_hangs_and_holds_up_nothing() -> None:
    released, began = threading.Event(), time.monotonic()

    def hangs() -> bool:
        return released.wait(60)

    try:
        with asked({"model": lambda: True, "conversations": hangs}) as base:
            answer = requests.get(f"{base}/readyz", timeout=30)
            assert answer.json()["parts"] == {"model": "ok", "conversations": "not ready"}
            assert time.monotonic() - began < 30 > PATIENCE
            assert requests.get(f"{base}/healthz", timeout=10).status_code == 200
            released.set()
            assert requests.get(f"{base}/readyz", timeout=30).status_code == 200, "ready again by itself"
    finally:
        released.set()
