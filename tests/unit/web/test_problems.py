"""Whatever goes wrong is told in a sentence, without what is inside."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
import requests
from sanic import Blueprint
from sanic.exceptions import Forbidden, PayloadTooLarge, ServiceUnavailable
from sanic.request import Request
from sanic.response import HTTPResponse, empty

from bot.web.errors import TooManyError, bad_field
from tests.parts import PARTS
from tests.unit.serving import served

SECRET = "hemmelig-ord"
PROBLEMS = {
    "many": TooManyError,
    "field": lambda: bad_field("text", "text"),
    "large": lambda: PayloadTooLarge(SECRET),
    "slow": lambda: ServiceUnavailable(SECRET),
    "forbidden": lambda: Forbidden(SECRET),
    "fault": lambda: RuntimeError(SECRET),
}


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    faulty = Blueprint("faulty")

    @faulty.get("/<kind:str>")
    async def fail(request: Request, kind: str) -> HTTPResponse:
        if kind == "fine":
            return empty()
        raise PROBLEMS[kind]()

    with served(faulty, problems=PARTS) as address:
        yield address


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/many", 429, "too_many"),
        ("/field", 400, "bad_field"),
        ("/large", 413, "too_large"),
        ("/slow", 503, "too_slow"),
        ("/forbidden", 403, "bad_request"),
        ("/fault", 500, "internal"),
        ("/a/b", 404, "not_found"),
    ],
)
def test_each_problem_has_its_code_and_nothing_inside_is_told(base: str, path: str, status: int, code: str) -> None:
    answer = requests.get(base + path, timeout=10)
    error = answer.json()["error"]
    assert (answer.status_code, error["code"]) == (status, code)
    assert error["message"].endswith(".")
    assert SECRET not in answer.text


def test_it_is_told_in_the_readers_language_and_when_to_come_back(base: str) -> None:
    answer = requests.get(f"{base}/many", headers={"Accept-Language": "en"}, timeout=10)
    assert answer.json()["error"]["message"] != requests.get(f"{base}/many", timeout=10).json()["error"]["message"]
    assert answer.headers["Retry-After"] == "20"


def test_another_method_is_told_which_ones_there_are(base: str) -> None:
    answer = requests.post(f"{base}/fine", timeout=10)
    assert (answer.status_code, answer.json()["error"]["code"]) == (405, "method")
    assert "GET" in answer.headers["Allow"]


def test_a_fault_is_logged_by_its_kind_and_place_alone(base: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, logger="bot.web.problems"):
        requests.get(f"{base}/fault", timeout=10)
    assert "RuntimeError at " in caplog.text
    assert "test_problems.py" in caplog.text
    assert SECRET not in caplog.text


@pytest.mark.parametrize(
    ("path", "leads"), [("/a/kvp", "/t/kvp"), ("/T/KVP", "/t/kvp"), ("/a/hjelp", "/t/krise"), ("/a/KVP?m=nn", "/t/kvp?m=nn")]
)
def test_a_person_who_guesses_an_address_gets_the_answer(base: str, path: str, leads: str) -> None:
    answer = requests.get(base + path, headers={"Accept": "text/html"}, timeout=10, allow_redirects=False)
    assert (answer.status_code, answer.headers["Location"]) == (302, leads)


def test_a_person_gets_a_page_and_a_program_json(base: str) -> None:
    page = requests.get(f"{base}/a/finnes_ikke", headers={"Accept": "text/html,*/*"}, timeout=10)
    assert (page.status_code, page.headers["Content-Type"].partition(";")[0]) == (404, "text/html")
    assert "Alle svarene" in page.text
    for path, accepts in (("/a/finnes_ikke", "application/json"), ("/api/finnes_ikke", "text/html")):
        answer = requests.get(base + path, headers={"Accept": accepts}, timeout=10)
        assert answer.json()["error"]["code"] == "not_found"
