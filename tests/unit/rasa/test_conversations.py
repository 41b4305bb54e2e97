"""One message is carried to Rasa and its reply back; Rasa is played here."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from types import SimpleNamespace
from typing import Any

import pytest
from rasa.core.lock_store import LockError
from redis.exceptions import ConnectionError as RedisConnectionError

from bot.rasa import conversations
from bot.rasa.conversations import Conversations, new_session
from bot.web.api.payloads import Payloads
from bot.web.api.request import SESSION, ChatRequest
from bot.web.errors import BadPayloadError, BusyError, UnavailableError, UnknownSessionError
from bot.web.metrics import Metrics, metrics_of
from tests.parts import PARTS

KNOWN = "a" * 22
PAYLOADS = Payloads({"kvp": ()}, lambda _: True, lambda _: True, {})


class Agent:
    """Answers with what it understood."""

    def __init__(self) -> None:
        self.ready, self.silent, self.deleted = True, False, list[str]()
        self.seen: list[Any] = []
        self.error: Exception | None = None
        self.lost = False
        self.help: list[dict[str, str]] = []
        store = SimpleNamespace(has=self._has, delete=self._delete)
        self.tracker_store = SimpleNamespace(_tracker_store=store)  # as Rasa wraps it
        self.processor = SimpleNamespace(parse_message=self._parse, handle_message=self._handle)
        self.lock_store = SimpleNamespace(lock=self._lock)

    def is_ready(self) -> bool:
        return self.ready

    async def _has(self, session: str) -> bool:
        return session == KNOWN

    async def _delete(self, session: str) -> None:
        self.deleted.append(session)

    async def _parse(self, message: Any) -> dict[str, Any]:
        return {"text": message.text}

    async def _handle(self, message: Any) -> None:
        self.seen.append(message)
        if not self.silent:
            said = (
                {"text": f"«{message.parse_data['text']}»", "help": self.help} if self.help else {"text": f"«{message.parse_data['text']}»"}
            )
            await message.output_channel.send_custom_json(message.sender_id, said)
        if self.lost:
            raise RedisConnectionError("redis://:hemmelig@x")

    @asynccontextmanager
    async def _lock(self, session: str, **_: Any) -> AsyncIterator[None]:
        if self.error:
            raise self.error
        yield


@pytest.fixture
def agent() -> Agent:
    return Agent()


@pytest.fixture
def metrics() -> Metrics:
    return metrics_of(PARTS)


@pytest.fixture
def carried(agent: Agent, metrics: Metrics) -> Conversations:
    return Conversations(lambda: agent, PAYLOADS, PARTS, metrics)  # type: ignore[arg-type,return-value]


def ask(carried: Conversations, **fields: Any) -> tuple[str | None, list[dict[str, Any]]]:
    return asyncio.run(
        carried.reply(ChatRequest(**{**dict.fromkeys(("session", "begin", "text", "payload", "kommune", "malform")), **fields}))
    )


def test_a_message_is_masked_before_it_is_understood_and_the_person_is_told(carried: Conversations, agent: Agent) -> None:
    session, messages = ask(carried, text="jeg heter Kari. hva er kvp?", malform="nb", kommune="1806")
    assert SESSION.fullmatch(session or "")
    assert messages[0]["text"] == "«jeg heter …. hva er kvp?»"
    assert messages[1]["type"] == "notice"
    assert agent.seen[0].metadata == {"context": {"kommune": "1806", "malform": "nb"}}


def test_a_conversation_goes_on_begins_by_its_own_name_or_is_unknown(carried: Conversations) -> None:
    assert ask(carried, text="hei", session=KNOWN)[0] == KNOWN
    assert ask(carried, text="hei", begin="b" * 22)[0] == "b" * 22
    with pytest.raises(UnknownSessionError):
        ask(carried, text="hei", session="c" * 22)


def test_a_button_is_one_that_is_offered(carried: Conversations) -> None:
    assert ask(carried, payload="/kvp")[1] == [{"text": "«/kvp»"}]
    with pytest.raises(BadPayloadError):
        ask(carried, payload="/restart")


def test_asking_to_erase_reaches_nothing_of_rasas(carried: Conversations, agent: Agent) -> None:
    session, messages = ask(carried, text="slett samtalen", session=KNOWN)
    assert (session, agent.deleted, agent.seen) == (None, [KNOWN], [])
    assert messages[0]["text"] == PARTS.phrases("slettet", "nb")


def test_a_message_without_an_answer_still_gets_one_with_a_number(carried: Conversations, agent: Agent) -> None:
    agent.silent = True
    (apology,) = ask(carried, text="hei", malform="en")[1]
    assert (apology["malform"], "55 55 33 33" in apology["text"]) == ("en", True)


@pytest.mark.parametrize("error", [RedisConnectionError("redis://:hemmelig@x"), LockError("x")])
def test_a_store_out_of_reach_is_told_and_nobody_is_told_of_an_erasure_that_did_not_happen(
    carried: Conversations, agent: Agent, error: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    agent.error = error
    with pytest.raises(UnavailableError):
        ask(carried, text="hei")
    with pytest.raises(UnavailableError):
        asyncio.run(carried.forget(KNOWN))
    assert "hemmelig" not in caplog.text


def test_an_answer_that_cannot_be_remembered_is_not_given_but_whom_to_reach_in_danger_is(
    carried: Conversations, agent: Agent, caplog: pytest.LogCaptureFixture
) -> None:
    agent.lost = True
    with pytest.raises(UnavailableError):
        ask(carried, text="hei")
    agent.help = [{"phone": "113"}]
    assert ask(carried, text="hei")[1][0]["help"] == agent.help
    assert "hemmelig" not in caplog.text


def test_an_agent_that_is_not_ready_and_too_many_at_once(carried: Conversations, agent: Agent, monkeypatch: pytest.MonkeyPatch) -> None:
    agent.ready = False
    with pytest.raises(UnavailableError):
        ask(carried, text="hei")
    agent.ready = True
    assert ask(carried, text="hei")[1], "a refused message does not count as under way"
    monkeypatch.setattr(conversations, "MAX_UNDER_WAY", 0)
    with pytest.raises(BusyError):
        ask(carried, text="hei")


def test_what_is_answered_is_counted(carried: Conversations, metrics: Metrics) -> None:
    ask(carried, text="jeg heter Kari. hva er kvp?")
    ask(carried, payload="/kvp")
    told = metrics.as_text().decode()
    assert 'veivalg_messages_total{kind="text"} 1.0' in told
    assert 'veivalg_messages_total{kind="button"} 1.0' in told
    assert 'veivalg_masked_total{kind="navn"} 1.0' in told
    assert "veivalg_answer_seconds_count 2.0" in told


def test_no_two_sessions_are_alike() -> None:
    made = {new_session() for _ in range(1000)}
    assert len(made) == 1000
    assert all(SESSION.fullmatch(session) for session in made)
