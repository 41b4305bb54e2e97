"""Each request has a name of its own, in the answer and while it is answered."""

from __future__ import annotations

import asyncio
import re

import pytest
import requests
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, text

from bot.web.request_id import HEADER, NONE, current, install
from tests.unit.serving import served

GIVEN = "0af7651916cd43dd8448eb211c80319c"


def echo() -> Blueprint:
    pages = Blueprint("echo")

    @pages.get("/")
    async def name(request: Request) -> HTTPResponse:
        return text(f"{current.get()} {await asyncio.to_thread(current.get)}")

    return pages


def test_a_name_stands_in_the_answer_and_in_every_thread_and_is_nobody_elses() -> None:
    with served(echo(), prepare=lambda app: install(app, 0)) as base, requests.Session() as kept_open:
        answers = [kept_open.get(base, timeout=10) for _ in range(3)]
    names = [answer.headers[HEADER] for answer in answers]
    assert [answer.text for answer in answers] == [f"{name} {name}" for name in names]
    assert len(set(names)) == 3
    assert all(re.fullmatch(r"[0-9a-f]{32}", name) for name in names)
    assert current.get() == NONE


@pytest.mark.parametrize(
    ("given", "proxies", "kept"),
    [
        (GIVEN, 1, True),
        (GIVEN, 0, False),
        ("jeg heter Kari Nordmann", 1, False),
        (GIVEN * 9, 1, False),
        ("", 1, False),
        (f"{GIVEN}x", 1, False),
    ],
)
def test_only_a_proxys_own_name_is_kept(given: str, proxies: int, kept: bool) -> None:
    with served(echo(), prepare=lambda app: install(app, proxies)) as base:
        answer = requests.get(base, headers={HEADER: given}, timeout=10)
    assert (answer.headers[HEADER] == given) == kept
