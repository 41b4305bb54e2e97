"""The web API, asked over HTTP; what carries a message to the assistant is played."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
import requests
from sanic import Sanic

from bot.app import Parts
from bot.settings import Settings
from bot.web.api.request import ChatRequest
from bot.web.api.routes import chat_api
from bot.web.headers import install
from bot.web.metrics import metrics_of
from tests.parts import PARTS
from tests.unit.serving import served

SESSION = "a" * 22
FACTS = {"fodt": 2002, "grunnskole": "ja", "vgo": "pabegynt", "opphold": "lovlig", "jobb_eller_skole": "nei"}


class Played:
    """Answers with what it was asked, and remembers what it was told to forget."""

    def __init__(self) -> None:
        self.forgotten: list[str] = []

    async def reply(self, request: ChatRequest) -> tuple[str | None, list[dict[str, Any]]]:
        return request.session or SESSION, [{"text": request.text or request.payload}]

    async def forget(self, session: str) -> None:
        self.forgotten.append(session)


PLAYED = Played()


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    with served(chat_api(PLAYED, PARTS), problems=PARTS) as address:
        yield address


def test_a_message_is_carried_there_and_its_answer_back(base: str) -> None:
    answer = requests.post(f"{base}/api/chat", json={"text": "hei"}, timeout=10)
    assert answer.json() == {"session": SESSION, "messages": [{"text": "hei"}]}
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("data", "content_type", "status", "code"),
    [
        (b'{"text": "hei"}', "text/plain", 415, "not_json_type"),
        (b"{", "application/json", 400, "not_json"),
        (b"[" * 100_000, "application/json", 400, "not_json"),
        (b'{"text": ""}', "application/json; charset=utf-8", 400, "bad_field"),
    ],
)
def test_what_is_no_request_is_refused(base: str, data: bytes, content_type: str, status: int, code: str) -> None:
    answer = requests.post(f"{base}/api/chat", data=data, headers={"Content-Type": content_type}, timeout=10)
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)


def test_a_conversation_is_erased_by_its_id(base: str) -> None:
    assert requests.delete(f"{base}/api/chat/{SESSION}?m=nn", timeout=10).json()["deleted"] is True
    assert PLAYED.forgotten == [SESSION]
    assert requests.delete(f"{base}/api/chat/kort", timeout=10).status_code == 400
    assert PLAYED.forgotten == [SESSION]


def test_a_guide_is_evaluated_as_of_a_day(base: str) -> None:
    answer = requests.post(f"{base}/api/guides/hvilken_rett", json={"facts": FACTS, "date": "2026-11-23"}, timeout=10).json()
    assert answer["outcomes"] == ["fullforingsrett", "ungdomsrett", "voksenrett", "ot"]


@pytest.mark.parametrize(
    ("guide", "body", "field"),
    [
        ("hvilken_lov", {}, "guide"),
        ("hvilken_rett", [], "facts"),
        ("hvilken_rett", {"fakta": {}}, "facts"),
        ("hvilken_rett", {"facts": []}, "facts"),
        ("hvilken_rett", {"date": "i dag"}, "date"),
        ("hvilken_rett", {"facts": {"fodt": 1066}}, "facts"),
    ],
)
def test_a_wrong_question_to_a_guide_names_its_field(base: str, guide: str, body: Any, field: str) -> None:
    answer = requests.post(f"{base}/api/guides/{guide}", json=body, timeout=10)
    assert answer.status_code == 400
    assert field in answer.json()["error"]["message"]


def test_what_is_said_of_an_answer_is_counted_by_topic_and_nothing_else_is_taken() -> None:
    metrics = metrics_of(PARTS)
    with served(chat_api(Played(), PARTS, metrics), problems=PARTS) as base:
        answer = requests.post(f"{base}/api/ratings", json={"topic": "kvp", "rating": "hard"}, timeout=10)
        assert (answer.status_code, answer.json(), answer.headers["Cache-Control"]) == (200, {"counted": True}, "no-store")
        for body, field in (
            ({"topic": "kvp", "rating": "hard", "text": "jeg heter Kari"}, "text"),
            ({"topic": "kvp", "rating": "jeg heter Kari"}, "rating"),
            ({"topic": "kvp", "rating": ["hard"]}, "rating"),
            ({"topic": "jeg heter Kari", "rating": "hard"}, "topic"),
            ({"rating": "helped"}, "topic"),
        ):
            refused = requests.post(f"{base}/api/ratings", json=body, timeout=10)
            assert (refused.status_code, refused.json()["error"]["code"]) == (400, "bad_field")
            assert f"«{field}»" in refused.json()["error"]["message"]
            assert field == "text" or "Kari" not in refused.text
        assert requests.post(f"{base}/api/ratings", json=[], timeout=10).json()["error"]["code"] == "not_json"
    counted = metrics.as_text().decode()
    assert 'veivalg_ratings_total{rating="hard",topic="kvp"} 1.0' in counted
    assert counted.count("veivalg_ratings_total{") == 1


def test_places_topics_and_the_description_are_listed(base: str) -> None:
    assert requests.get(f"{base}/api/places?q=narvik", timeout=10).json()["kommuner"] == [
        {"nummer": "1806", "navn": "Narvik", "fylke": "Nordland"}
    ]
    topics = {topic["id"]: topic for topic in requests.get(f"{base}/api/topics?m=en", timeout=10).json()["topics"]}
    assert set(topics) == {topic.id for topic in PARTS.library}
    assert topics["kvp"]["title"] == PARTS.library.title("kvp", "en")
    assert "/api/chat" in requests.get(f"{base}/api/openapi.json", timeout=10).json()["paths"]


@pytest.mark.parametrize("query", ["Ålesund", "A\u030alesund", "a\u030alesund", "\u212blesund"])
def test_a_place_is_found_however_its_letters_are_put_together(base: str, query: str) -> None:
    answer = requests.get(f"{base}/api/places", params={"q": query}, timeout=10).json()
    assert [kommune["nummer"] for kommune in answer["kommuner"]] == ["1508"]


def test_a_conversation_that_hurries_and_a_chat_that_is_off_are_told_so() -> None:
    slow = replace(Settings.load({}), rate_per_minute=1)
    hurried, off = (Parts(settings, library=PARTS.library) for settings in (slow, replace(slow, chat_off=True)))
    with served(chat_api(Played(), hurried), problems=PARTS) as base:
        codes = [requests.post(f"{base}/api/chat", json={"text": "hei", "session": SESSION}, timeout=10).status_code for _ in range(2)]
        assert codes == [200, 429]
    with served(chat_api(Played(), off), problems=PARTS) as base:
        error = requests.post(f"{base}/api/chat", json={"text": "hei"}, timeout=10).json()["error"]
        assert error["code"] == "switched_off"
        assert "55 55 33 33" in error["message"]


def test_a_browser_on_another_site_is_answered_wherever_it_asks_first() -> None:
    made: list[Sanic] = []
    parts = Parts(replace(Settings.load({}), embed_origins=("https://www.example.no",)), library=PARTS.library)

    def prepare(app: Sanic) -> None:
        install(app, parts.settings)
        made.append(app)

    with served(chat_api(Played(), parts), problems=parts, prepare=prepare) as base:
        paths = {re.sub(r"<[^>]*>", SESSION, route.path) for route in made[0].router.routes}
        assert {
            "api/chat",
            f"api/chat/{SESSION}",
            f"api/guides/{SESSION}",
            "api/ratings",
            "api/places",
            "api/topics",
            "api/openapi.json",
        } == paths
        for path in sorted(paths):
            allowed, refused = (asked_first(f"{base}/{path}", origin) for origin in ("https://www.example.no", "https://evil.example"))
            assert (allowed.status_code, allowed.headers["Access-Control-Allow-Origin"]) == (204, "https://www.example.no"), path
            assert {"POST", "DELETE"} <= set(allowed.headers["Access-Control-Allow-Methods"].split(", "))
            assert allowed.headers["Access-Control-Allow-Headers"] == "Content-Type"
            assert (refused.status_code, "Access-Control-Allow-Origin" in refused.headers) == (204, False)
        assert asked_first(f"{base}/api/finnes_ikke", "https://www.example.no").status_code == 404


def asked_first(url: str, origin: str) -> requests.Response:
    """What a browser asks before a page of another site may send JSON."""
    asked = {"Origin": origin, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
    return requests.options(url, headers=asked, timeout=10)
