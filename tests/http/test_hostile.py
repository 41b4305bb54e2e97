"""Whatever is sent, however fast or slowly: no 5xx, no conversation leaks into another, and memory stays flat."""

from __future__ import annotations

import http.client
import json
import os
import socket
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import pytest
import requests

from bot.settings import ROOT
from tests.conftest import Chat, Server, start_server, stop_server
from tests.http.hostile import Hostile, hostile

COUNT = int(os.environ.get("VEIVALG_TEST_HOSTILE", "10000"))
SEED = int(os.environ.get("VEIVALG_TEST_SEED", "20261124"))
CLIENTS = 4
GROWTH = 20 * 1024 * 1024
"""Bytes the process may grow by while it is under attack, once it is warm."""
SCHEMATHESIS = ROOT / ".venv-dev" / "bin" / "schemathesis"


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of its own, so that its memory is not others' doing."""
    running = start_server(tmp_path_factory.mktemp("attacked"))
    yield running
    stop_server(running)


class Client:
    """Sends requests over one connection, raw enough for what `requests` would refuse."""

    def __init__(self, url: str) -> None:
        self._address = urlsplit(url).netloc
        self._connection = http.client.HTTPConnection(self._address, timeout=60)

    def send(self, request: Hostile) -> tuple[int | None, bytes]:
        """Status and body; no status when the server closed the connection instead of answering."""
        try:
            self._connection.putrequest(
                request.method, _sendable(request.path), skip_host="Host" in request.headers, skip_accept_encoding=True
            )
            for name, value in {**request.headers, "Content-Length": str(len(request.body))}.items():
                self._connection.putheader(name, value.encode("utf-8"))
            self._connection.endheaders(request.body)
            response = self._connection.getresponse()
            return response.status, response.read()
        except (http.client.HTTPException, ConnectionError, TimeoutError):
            self._connection.close()
            return None, b""


def _sendable(path: str) -> str:
    return "".join(char if "!" <= char <= "~" else f"%{ord(char):02X}" for char in path)


def memory(server: Server) -> int:
    """Bytes of its own; pages of the mapped model come and go, and no leak is among them."""
    info = psutil.Process(server.process.pid).memory_info()
    return int(info.rss - info.shared)


def test_ten_thousand_hostile_requests(attacked: Server) -> None:
    victim = Chat(attacked.url)
    victim.say("jeg bor på Utsira. hva er kvp?")
    assert "Utsira" in str(victim.messages)
    assert victim.session
    wanted = list(hostile(COUNT, SEED))
    statuses: Counter[int | None] = Counter()
    sessions: Counter[str] = Counter()
    broken: list[tuple[Hostile, int | None, bytes]] = []
    leaks: list[Hostile] = []
    sizes: list[int] = []
    lock = threading.Lock()
    session_of_victim = victim.session.encode()

    def attack(requests_of_one: list[Hostile]) -> None:
        client = Client(attacked.url)
        for number, request in enumerate(requests_of_one):
            status, body = client.send(request)
            with lock:
                statuses[status] += 1
                if status is not None and status >= 500:
                    broken.append((request, status, body[:200]))
                # Pages list every municipality; a reply in a chat names one only when its own conversation did.
                if session_of_victim in body or (request.path.startswith("/api/chat") and b"Utsira" in body):
                    leaks.append(request)
                if status == 200 and request.path == "/api/chat" and body.startswith(b"{"):
                    session = json.loads(body).get("session")
                    if session:
                        sessions[session] += 1
                if number % 100 == 0:
                    sizes.append(memory(attacked))

    started = time.monotonic()
    with ThreadPoolExecutor(CLIENTS) as pool:
        list(pool.map(attack, [wanted[start::CLIENTS] for start in range(CLIENTS)]))
    seconds = time.monotonic() - started
    warm, end = sizes[len(sizes) // 3], memory(attacked)
    print(f"{COUNT} requests in {seconds:.0f} s: {dict(statuses)}; memory {warm / 2**20:.0f} → {end / 2**20:.0f} MB")

    assert attacked.process.poll() is None
    assert broken == []
    assert leaks == []
    assert sum(statuses.values()) == COUNT
    assert statuses[None] < 0.02 * COUNT
    assert max(sessions.values(), default=1) == 1, "every new conversation has an id of its own"
    assert end - warm < GROWTH
    victim.say("hvem kan jeg snakke med om det?")
    assert "Utsira" in str(victim.messages), "the conversation that was there before goes on"


def test_the_api_is_as_its_description_says(attacked: Server, tmp_path: Path) -> None:
    done = subprocess.run(
        [
            SCHEMATHESIS,
            "run",
            f"{attacked.url}/api/openapi.json",
            "--url",
            attacked.url,
            "--phases",
            "examples,coverage,fuzzing",
            "--max-examples",
            "60",
            "--seed",
            str(SEED),
            "--exclude-checks",
            "positive_data_acceptance",
            "--suppress-health-check",
            "all",
            "--no-color",
            "--warnings",
            "off",
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]


def open_slow(server: Server, data: bytes) -> socket.socket:
    address = urlsplit(server.url)
    assert address.hostname
    connection = socket.create_connection((address.hostname, address.port or 80), timeout=60)
    connection.sendall(data)
    return connection


def test_slow_clients_are_cut_off_and_others_are_served_meanwhile(attacked: Server) -> None:
    slow = [open_slow(attacked, b"POST /api/chat HTTP/1.1\r\nHost: x\r\nX-A: b\r\n") for _ in range(60)]
    slow += [
        open_slow(attacked, b"POST /api/chat HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50000\r\n\r\n{")
        for _ in range(60)
    ]
    started = time.monotonic()
    open_ones = set(slow)
    while open_ones and time.monotonic() - started < 40:
        assert requests.get(f"{attacked.url}/healthz", timeout=5).status_code == 200
        for connection in list(open_ones):
            try:
                connection.sendall(b" ")  # a byte now and then would hold a connection for ever, were time counted from it
                connection.setblocking(False)
                try:
                    if connection.recv(4096):
                        open_ones.discard(connection)
                except BlockingIOError:
                    pass
                connection.setblocking(True)
            except OSError:
                open_ones.discard(connection)
        time.sleep(1)
    for connection in slow:
        connection.close()
    assert not open_ones


def test_one_address_cannot_hold_all_connections(attacked: Server) -> None:
    held = []
    try:
        refused = 0
        for _ in range(320):
            connection = open_slow(attacked, b"")
            connection.settimeout(0.02)
            try:
                if connection.recv(1) == b"":
                    refused += 1
            except TimeoutError:
                held.append(connection)
            except ConnectionError:
                refused += 1
        assert refused >= 100
    finally:
        for connection in held:
            connection.close()
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            assert requests.get(f"{attacked.url}/healthz", timeout=5).status_code == 200
            return
        except requests.ConnectionError:
            time.sleep(0.2)
    raise AssertionError("the server did not come back")


def test_a_header_without_end_is_refused(attacked: Server) -> None:
    connection = open_slow(attacked, b"GET /healthz HTTP/1.1\r\nX-A: " + b"a" * 40_000)
    assert b" 413 " in connection.recv(4096).split(b"\r\n")[0] + b" "


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with narrow limits, a proxy in front, and one site that may embed it."""
    running = start_server(
        tmp_path_factory.mktemp("guarded"),
        VEIVALG_RATE_PER_MINUTE="5",
        VEIVALG_TRUSTED_PROXIES="1",
        VEIVALG_EMBED_ORIGINS="https://www.example.no",
    )
    yield running
    stop_server(running)


def test_haste_is_told_to_wait_for_one_conversation_and_one_address(guarded: Server) -> None:
    session = requests.Session()

    def post(body: dict[str, object], address: str) -> requests.Response:
        return session.post(f"{guarded.url}/api/chat", json=body, headers={"X-Forwarded-For": f"6.6.6.6, {address}"}, timeout=30)

    first = post({"payload": "/kvp"}, "198.51.100.1").json()["session"]
    statuses = [post({"payload": "/kvp", "session": first}, f"198.51.100.{n}").status_code for n in range(10, 18)]
    assert statuses.count(429) >= 2, "one conversation is limited whatever address it comes from"
    begun = [post({"payload": "/kvp"}, "198.51.100.200").status_code for _ in range(14)]
    assert begun[:10] == [200] * 10
    assert 429 in begun, "one address cannot begin conversations without end"
    refused = [post({}, "198.51.100.201") for _ in range(60)]
    assert [r.status_code for r in refused[:5]] == [400] * 5
    assert refused[-1].status_code == 429
    assert refused[-1].headers["Retry-After"]
    assert post({"payload": "/kvp"}, "198.51.100.202").status_code == 200, "another address is served"


@pytest.mark.parametrize("path", ["/innhold?dato=2027-01-01", "/svar", "/qr/kvp.png"])
def test_pages_are_limited_as_answers_are(guarded: Server, path: str) -> None:
    def get(address: str) -> int:
        return requests.get(guarded.url + path, headers={"X-Forwarded-For": f"6.6.6.6, {address}"}, timeout=30).status_code

    # A page that takes long to make is given out more slowly, and what is allowed comes back meanwhile: so ask until it is refused.
    given = next((count for count in range(200) if get(f"203.0.113.{len(path)}") == 429), None)
    assert given is not None
    assert given >= 45
    assert get("203.0.113.250") != 429, "another address is served"


@pytest.mark.parametrize(("origin", "allowed"), [("https://www.example.no", True), ("https://evil.example", False), ("null", False)])
def test_only_the_sites_in_the_settings_may_call_and_embed(guarded: Server, origin: str, allowed: bool) -> None:
    asked = {"Origin": origin, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
    first = requests.options(f"{guarded.url}/api/chat", headers=asked, timeout=10)
    assert first.status_code == 204, "or the browser gives up"
    for response in (
        first,
        requests.get(f"{guarded.url}/api/topics", headers={"Origin": origin}, timeout=10),
        requests.post(f"{guarded.url}/api/chat", data=b"{", headers={"Origin": origin, "Content-Type": "application/json"}, timeout=10),
    ):
        assert response.headers.get("Access-Control-Allow-Origin") == (origin if allowed else None)
        assert "Origin" in response.headers["Vary"]
        assert "Access-Control-Allow-Credentials" not in response.headers
        assert response.headers["Content-Security-Policy"].endswith("frame-ancestors 'self' https://www.example.no")
