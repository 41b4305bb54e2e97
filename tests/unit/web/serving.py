"""A real server with some blueprints, for tests that ask as a browser does."""

from __future__ import annotations

import asyncio
import itertools
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sanic import Sanic

_NUMBERS = itertools.count(1)


@contextmanager
def serving(*parts: Any, prepare: Callable[[Sanic], None] | None = None, **how: Any) -> Iterator[str]:
    """The address of a server.

    Args:
        parts: blueprints, or groups of them.
        prepare: what else is done to the app before it serves.
        how: further arguments of Sanic's `create_server`.
    """
    Sanic.test_mode = True
    app = Sanic(f"served_{next(_NUMBERS)}", configure_logging=False)
    if prepare:
        prepare(app)
    for part in parts:
        app.blueprint(part)
    loop, started = asyncio.new_event_loop(), threading.Event()
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()

        async def serve() -> None:
            server = await app.create_server(sock=listening, return_asyncio_server=True, access_log=False, **how)
            await server.startup()
            started.set()

        serving_task = loop.create_task(serve())
        thread = threading.Thread(target=loop.run_forever, daemon=True)
        thread.start()
        assert started.wait(20)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        assert serving_task.exception() is None
        loop.call_soon_threadsafe(loop.stop)
        thread.join(5)
