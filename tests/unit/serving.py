"""A real web server with some of our pages alone, in a thread of the test, for tests that ask as a browser does."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sanic import Blueprint, Sanic

from bot.app import Parts
from bot.web.problems import install


@contextmanager
def served(
    *blueprints: Blueprint, problems: Parts | None = None, prepare: Callable[[Sanic], object] | None = None, **how: Any
) -> Iterator[str]:
    """The address of a server with these pages.

    Args:
        problems: tells what goes wrong, as our own server does; when not given, Sanic does.
        prepare: what else is done to the app before it serves.
        how: further arguments of Sanic's `create_server`.
    """
    Sanic.test_mode = True  # a name may then be used again
    app = Sanic("pages_of_a_test", configure_logging=False)
    app.blueprint(Blueprint.group(*blueprints))
    if problems is not None:
        install(app, problems)
    if prepare is not None:
        prepare(app)
    loop, started = asyncio.new_event_loop(), threading.Event()
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()

        async def serve() -> None:
            server = await app.create_server(sock=listening, return_asyncio_server=True, access_log=False, **how)
            await server.startup()
            started.set()

        serving = loop.create_task(serve())
        thread = threading.Thread(target=loop.run_forever, daemon=True)
        thread.start()
        assert started.wait(20)
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
            assert serving.exception() is None
        finally:
            loop.call_soon_threadsafe(loop.stop)
            thread.join(5)
