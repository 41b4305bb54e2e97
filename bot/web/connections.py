"""Connections that end: bounded in number, and a request must arrive whole in time.

Sanic counts its time limits from the last byte, so that a client sending one byte now and then would hold a
connection for ever. Here they count from the first byte of a request, and for the first request from the start.
"""

from __future__ import annotations

import logging
import resource
from asyncio import Transport
from collections import Counter
from typing import Any, ClassVar

from sanic.http import Stage
from sanic.server.protocols.http_protocol import HttpProtocol

from bot.web.request_head import CheckedHttp

logger = logging.getLogger(__name__)

MOST = 2000
"""Connections at once; fewer where the system gives fewer open files."""
MOST_OF_ONE = 200
"""Connections at once from one address: a school has one address, and a browser a few connections."""
_KEPT_FILES = 100
"""Open files for everything else."""


def most_connections() -> int:
    """How many connections this process can hold."""
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return MOST if soft == resource.RLIM_INFINITY else max(10, min(MOST, soft - _KEPT_FILES))


class EndingHttp(CheckedHttp):
    """HTTP whose connections end with the answer at hand once the process is told to stop.

    Sanic closes those that are idle then; one that a proxy keeps busy would go on, and hold up the end until it is cut off.
    """

    async def http1_response_header(self, data: bytes, end_stream: bool) -> None:
        """Send the head of the answer, and say whether the connection goes on."""
        if self.protocol.signal.stopped:
            self.keep_alive = False
        await super().http1_response_header(data, end_stream)


class BoundedProtocol(HttpProtocol):
    """HTTP as Sanic speaks it, with the bounds above.

    `MOST_OF_ONE` holds where no proxy stands in front; a proxy is one address for all.
    """

    __slots__ = ("_address",)

    held: ClassVar[Counter[str]] = Counter()
    """Open connections by address."""
    limit = most_connections()
    behind_proxy = False

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        peer: Any = transport.get_extra_info("peername")
        self._address = str(peer[0]) if peer else ""
        type(self).held[self._address] += 1
        too_many_of_one = not self.behind_proxy and self.held[self._address] > MOST_OF_ONE
        if len(self.connections) >= self.limit or too_many_of_one:
            self.transport = transport  # type: ignore[misc]
            transport.abort()
            return
        super().connection_made(transport)

    def _setup_connection(self) -> None:
        super()._setup_connection()
        self._http = EndingHttp(self)  # type: ignore[misc]

    def connection_lost(self, exc: Exception | None) -> None:
        type(self).held[self._address] -= 1
        if self.held[self._address] <= 0:
            del type(self).held[self._address]
        super().connection_lost(exc)
        buffer = getattr(self, "recv_buffer", None)
        if buffer:  # Sanic holds on to a closed connection for a while; what was sent need not stay with it
            buffer.clear()

    def data_received(self, data: bytes) -> None:
        since: float = self._time  # type: ignore[has-type]
        super().data_received(data)
        http = getattr(self, "_http", None)  # not there yet when the first bytes come with the connection itself
        if http is not None and http.stage is not Stage.IDLE:
            self._time = since  # type: ignore[misc]
