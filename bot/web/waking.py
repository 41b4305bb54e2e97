"""What answers on our address while the assistant is read and loaded: that it is waking, and whom to ring meanwhile.

It imports and reads next to nothing, so that it answers within a second. No connection is refused when the server takes over: both accept
from one listening socket, and who comes in between waits in its queue.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import SHUT_WR, socket
from typing import Any
from urllib.parse import parse_qs

import jinja2

from bot.settings import ROOT, Malform, Settings
from bot.web.headers import content_security_policy, fixed_headers
from bot.web.malform import asked_for
from bot.yaml_lines import read_yaml

DATA = ROOT / "data"
TEMPLATES = ROOT / "web" / "templates"

LIVE = ("/health/live", "/healthz")
READY = ("/health/ready", "/readyz")
SOON, LATER = 3, 20
"""Seconds until one should ask again: while the model is loaded, and while it is trained."""
_MOST_BODY = 64 * 1024
_MOST_THREADS = 100
"""Requests at once; what comes beyond them is closed, so that open files are left for what is being loaded."""


class Waking:
    """What is told meanwhile; `again` is the seconds until a program or a page should ask again."""

    def __init__(self, settings: Settings, data: Path = DATA) -> None:
        self.again = SOON
        self.headers = {
            **fixed_headers(settings),
            "Content-Security-Policy": content_security_policy(settings),
            "Cache-Control": "no-store",
        }
        self._texts = read_yaml(data / "content" / "waking.yml").value
        lines = read_yaml(data / "help" / "lines.yml").value
        self._lines = [(number, lines[name]) for name, number in self._texts["numre"].items()]
        environment = jinja2.Environment(loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True, undefined=jinja2.StrictUndefined)
        self._template = environment.get_template("waking.html")

    def error(self, malform: Malform) -> dict[str, Any]:
        """What a program gets, in the form of every other error."""
        return {"error": {"code": "waking", "message": self._texts["program"][malform]}}

    def page(self, malform: Malform) -> str:
        """What a person gets: it comes again by itself."""
        return self._template.render(malform=malform, say=self._texts, lines=self._lines, again=self.again, training=self.again > SOON)


@contextmanager
def waking(listening: socket, settings: Settings) -> Iterator[Waking]:
    """Answer on a socket, in threads of its own, until the block ends; the socket stays open, for whoever serves then.

    Args:
        listening: bound to its address.

    Raises:
        ContentError: a text cannot be read.
        OSError: nobody can listen there.
    """
    told = Waking(settings)
    listening.listen(100)
    with _Server(listening.dup(), told) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True, name="waking")
        thread.start()
        try:
            yield told
        finally:
            server.shutdown()
            thread.join()


class _Server(ThreadingHTTPServer):
    def __init__(self, listening: socket, told: Waking) -> None:
        super().__init__(listening.getsockname()[:2], _Handler, bind_and_activate=False)
        self.socket.close()
        self.socket = listening
        self.told = told

    def verify_request(self, request: Any, client_address: Any) -> bool:
        return threading.active_count() < _MOST_THREADS

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is nobody's fault, and its address is not ours to write down."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    timeout = 5
    server_version, sys_version = "Veivalg", ""

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        told, malform = self.server.told, self._malform(query)
        if path in LIVE:
            self._send(200, "application/json", json.dumps({"status": "ok"}))
        elif path in READY:
            self._send(503, "application/json", json.dumps({"status": "not ready", "parts": {}}))
        elif path.startswith("/api/") or "text/html" not in self.headers.get("Accept", ""):
            self._send(503, "application/json", json.dumps(told.error(malform), ensure_ascii=False))
        else:
            self._send(503, "text/html; charset=utf-8", told.page(malform))

    do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_GET  # noqa: N815 -- the names http.server looks for

    def _malform(self, query: str) -> Malform:
        return asked_for(parse_qs(query).get("m", [""])[0], self.headers.get("Accept-Language", ""))

    def _send(self, status: int, kind: str, text: str) -> None:
        body = text.encode()
        self.send_response(status)
        for name, value in self.server.told.headers.items():
            self.send_header(name, value)
        if status == 503:
            self.send_header("Retry-After", str(self.server.told.again))
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        # A connection that is closed with something unread is broken off, and the answer may be lost with it.
        self.request.shutdown(SHUT_WR)
        length = self.headers.get("Content-Length", "")
        self.rfile.read(min(int(length), _MOST_BODY) if length.isdecimal() and length.isascii() else 0)

    def log_message(self, format: str, *args: Any) -> None:
        """Who asks for what is not written down."""
