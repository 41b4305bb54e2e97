"""`python -m bot run` tells in a sentence why it cannot start, and announces itself when it answers."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot import server
from bot.settings import Settings, SettingsError


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield listening.getsockname()[1]


def test_a_port_that_is_taken_is_told_before_anything_is_loaded(
    taken: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VEIVALG_PORT", str(taken))
    monkeypatch.setattr(server, "_prepare", lambda _: pytest.fail("the content was read"))
    assert server.main([]) == 1
    assert (
        capsys.readouterr().err == f"Port {taken} on 127.0.0.1 is taken: stop what runs there, or choose another with VEIVALG_PORT=8081.\n"
    )


def test_an_address_that_is_not_ours_is_told_apart() -> None:
    with pytest.raises(SettingsError, match=r"Port 8080 on 192\.0\.2\.1 cannot be used \("):
        server._refuse_taken_port("192.0.2.1", 8080)


def test_the_address_is_printed_once_something_answers(taken: int, capsys: pytest.CaptureFixture[str]) -> None:
    server._announce(replace(Settings.load({}), port=taken))
    assert capsys.readouterr().out == f"Veivalg is at http://127.0.0.1:{taken}\n"
