"""Pages are packed for those who can read it, and read the same either way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import requests
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, html, json

from bot.web.packing import accepts_gzip, install
from tests.unit.serving import served

LONG = "<p>Hva lurer du på?</p>" * 100


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    pages = Blueprint("pages")

    @pages.get("/long")
    async def long(request: Request) -> HTTPResponse:
        return html(LONG, headers={"Vary": "Origin"})

    @pages.get("/short")
    async def short(request: Request) -> HTTPResponse:
        return html("<p>Hei</p>")

    @pages.get("/api")
    async def api(request: Request) -> HTTPResponse:
        return json({"text": LONG})

    with served(pages, prepare=install) as address:
        yield address


def test_a_page_is_packed_and_reads_the_same(base: str) -> None:
    packed = requests.get(base + "/long", headers={"Accept-Encoding": "gzip"}, timeout=10)
    plain = requests.get(base + "/long", headers={"Accept-Encoding": "identity"}, timeout=10)
    assert packed.headers["Content-Encoding"] == "gzip"
    assert int(packed.headers["Content-Length"]) < len(LONG) / 10
    assert "Content-Encoding" not in plain.headers
    assert packed.text == plain.text == LONG
    assert packed.headers["Vary"] == plain.headers["Vary"] == "Origin, Accept-Encoding"


@pytest.mark.parametrize("path", ["/short", "/api"])
def test_what_is_short_or_an_answer_of_the_api_is_not(base: str, path: str) -> None:
    assert "Content-Encoding" not in requests.get(base + path, headers={"Accept-Encoding": "gzip"}, timeout=10).headers


@pytest.mark.parametrize(
    ("header", "can"), [("gzip, deflate, br", True), ("br, gzip;q=0.5", True), ("*", True), ("gzip;q=0", False), ("", False)]
)
def test_who_can_read_it(header: str, can: bool) -> None:
    assert accepts_gzip(header) is can
