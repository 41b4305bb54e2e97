"""What an operator sees of a running server: logs, counters, and an end that leaves nobody without an answer."""

from __future__ import annotations

import json
import re
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed

import pytest
import requests

from bot.rasa.app import DRAIN
from tests.conftest import Chat, Server, start_server, stop_server

AT_ONCE = 24
"""Messages on their way when the server is told to stop; more than can be answered in a blink."""


@pytest.fixture(scope="module")
def operated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = start_server(tmp_path_factory.mktemp("operated"), VEIVALG_LOGS="json", VEIVALG_METRICS="1")
    yield server
    stop_server(server)


def test_what_was_asked_is_counted_and_nothing_of_who_asked(operated: Server) -> None:
    chat = Chat(operated.url)
    chat.say("hva er kvp")
    chat.say("jeg heter Trygve Hemmelgaard og vil ikke leve lenger")
    assert requests.get(f"{operated.url}/health/ready", timeout=10).json()["status"] == "ok"
    text = requests.get(f"{operated.url}/metrics", timeout=10).text
    assert 'veivalg_topics_total{topic="kvp"} 1.0' in text
    assert 'veivalg_messages_total{kind="text"} 2.0' in text
    assert "veivalg_danger_shown_total 1.0" in text
    assert 'veivalg_masked_total{kind="navn"} 1.0' in text
    assert "Hemmelgaard" not in text
    assert str(chat.session) not in text


def test_without_the_setting_there_are_no_counters(server: Server) -> None:
    assert requests.get(f"{server.url}/metrics", timeout=10).status_code == 404


def test_who_is_being_answered_when_the_server_is_told_to_stop_gets_the_answer(operated: Server) -> None:
    """The last of this module: the server is gone afterwards."""
    sessions = [requests.Session() for _ in range(AT_ONCE)]
    for session in sessions:  # a connection each, which the server has taken
        session.get(f"{operated.url}/health/live", timeout=10)

    def ask(session: requests.Session) -> int:
        body = {"text": "jeg har sluttet på skolen, hva er kvp og hvor lenge varer det"}
        return session.post(f"{operated.url}/api/chat", json=body, timeout=60).status_code

    def ask_on() -> int:
        """One that asks again and again on its one connection, as a proxy does; how often it was answered."""
        times = 0
        with requests.Session() as busy:
            while True:
                try:
                    times += busy.get(f"{operated.url}/health/live", timeout=10).ok
                except requests.ConnectionError:
                    return times

    with ThreadPoolExecutor(AT_ONCE + 1) as pool:
        asked_on = pool.submit(ask_on)
        asked = [pool.submit(ask, session) for session in sessions]
        next(as_completed(asked))  # by now all have been sent
        under_way = sum(not each.done() for each in asked)
        operated.process.send_signal(signal.SIGTERM)
        assert [each.result() for each in asked] == [200] * AT_ONCE
    assert under_way > 0
    assert operated.process.wait(DRAIN - 5) == 0, "nobody's connection holds it up until it is cut off"
    assert asked_on.result() > 0
    with pytest.raises(requests.ConnectionError):
        requests.get(f"{operated.url}/health/live", timeout=10)


def test_every_line_of_the_log_is_json(operated: Server) -> None:
    operated.process.wait(40)
    lines = [json.loads(line) for line in operated.log.read_text(encoding="utf-8").splitlines()]
    assert f"Veivalg is at {operated.url}" in [line["message"] for line in lines]
    assert not [line for line in lines if re.search("Hemmelgaard|hva er kvp", line["message"])]
