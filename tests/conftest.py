"""What several kinds of tests share: a running server, and a way to talk to it."""

from __future__ import annotations

import importlib.util
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

# Before numpy and the encoder are imported: threads that wait for each other on a busy machine make a message twenty times slower.
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OMP_WAIT_POLICY", "passive")

import pytest
import requests

ROOT = Path(__file__).resolve().parent.parent
PYTHON = str(ROOT / ".venv" / "bin" / "python") if (ROOT / ".venv").is_dir() else sys.executable
"""What runs the assistant: the tests of the web run in an environment of their own."""

collect_ignore = [] if importlib.util.find_spec("playwright") else ["browser", "screenreader"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Server:
    """A running `python -m bot run`."""

    url: str
    process: subprocess.Popen[bytes]
    log: Path


def start_server(folder: Path, **env: str) -> Server:
    """Start the assistant as an operator would, and wait until it can answer."""
    port = int(env.get("VEIVALG_PORT") or free_port())
    log = folder / "output.txt"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [PYTHON, "-m", "bot", "run"],
            cwd=ROOT,
            env={**os.environ, "VEIVALG_PORT": str(port), "VEIVALG_RATE_PER_MINUTE": "100000", **env},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    server = Server(f"http://127.0.0.1:{port}", process, log)
    deadline = time.monotonic() + 900  # the first start may train
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the server stopped: {log.read_text()}")
        try:
            if requests.get(f"{server.url}/readyz", timeout=2).status_code == 200:
                return server
        except requests.ConnectionError:
            pass
        time.sleep(0.2)
    raise RuntimeError(f"the server did not answer: {log.read_text()}")


def stop_server(server: Server) -> None:
    server.process.terminate()
    try:
        server.process.wait(15)
    except subprocess.TimeoutExpired:
        server.process.kill()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = start_server(tmp_path_factory.mktemp("server"))
    yield running
    stop_server(running)


@dataclass
class Chat:
    """One conversation over HTTP."""

    url: str
    context: dict[str, str] | None = None
    session: str | None = None
    messages: list[dict[str, Any]] = field(default_factory=list)

    def say(self, text: str | None = None, payload: str | None = None) -> list[dict[str, Any]]:
        """Send one message; returns the messages of the reply."""
        body: dict[str, Any] = {"session": self.session}
        body.update({"text": text} if payload is None else {"payload": payload})
        if self.context:
            body["context"] = self.context
        response = requests.post(f"{self.url}/api/chat", json=body, timeout=30)
        assert response.status_code == 200, response.text
        data = response.json()
        self.session, self.messages = data["session"], data["messages"]
        assert self.messages, f"nothing was answered to {text or payload!r}"
        return self.messages

    def press(self, title: str) -> list[dict[str, Any]]:
        """Press the button of the last reply whose title contains this."""
        for message in self.messages:
            for suggestion in message["suggestions"]:
                if title.lower() in suggestion["title"].lower():
                    return self.say(payload=suggestion["payload"])
        offered = [s["title"] for m in self.messages for s in m["suggestions"]]
        raise AssertionError(f"no button «{title}» among {offered}")

    def first(self, kind: str) -> dict[str, Any]:
        """The first message of a type in the last reply."""
        found = [message for message in self.messages if message["type"] == kind]
        assert found, f"no {kind} among {[(m['type'], m['topic'], m['text'][:60]) for m in self.messages]}"
        return found[0]

    def has(self, kind: str) -> bool:
        return any(message["type"] == kind for message in self.messages)


@pytest.fixture
def chat(server: Server) -> Chat:
    return Chat(server.url)
