"""`python -m bot run` tells in a sentence why it cannot start, and imports little before its address answers."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator

import pytest

from bot import server
from bot.settings import ROOT, SettingsError


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
    monkeypatch.setattr(server, "_prepare", lambda *_: pytest.fail("the content was read"))
    assert server.main([]) == 1
    assert (
        capsys.readouterr().err == f"Port {taken} on 127.0.0.1 is taken: stop what runs there, or choose another with VEIVALG_PORT=8081.\n"
    )


def test_an_address_that_is_not_ours_is_told_apart() -> None:
    with pytest.raises(SettingsError, match=r"Port 8080 on 192\.0\.2\.1 cannot be used \("):
        server.bound("192.0.2.1", 8080)


def test_who_is_not_to_be_reached_yet_is_refused() -> None:
    with server.bound("127.0.0.1", 0) as ours, pytest.raises(ConnectionRefusedError):
        socket.create_connection(ours.getsockname())


def test_both_families_of_addresses_can_be_had() -> None:
    with server.bound("::1", 0) as ours:
        assert ours.getsockname()[0] == "::1"


def test_what_takes_seconds_to_import_comes_after_the_waking_page() -> None:
    code = "import sys, bot.server; print(*{name.split('.')[0] for name in sys.modules})"
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    assert not {"numpy", "sqlalchemy", "sanic", "rasa", "jsonschema"} & set(found)
