"""While the assistant loads its address answers, and who comes at the change of hands is answered too."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
import requests

from bot.settings import MALFORMER, Settings
from bot.web.waking import LATER, SOON, Waking, waking
from tests.parts import PARTS

HTML = {"Accept": "text/html,*/*"}


@pytest.fixture
def listening() -> Iterator[socket.socket]:
    with socket.socket() as ours:
        ours.bind(("127.0.0.1", 0))
        yield ours


def address(listening: socket.socket) -> str:
    return f"http://127.0.0.1:{listening.getsockname()[1]}"


@pytest.fixture
def told(listening: socket.socket) -> Iterator[Waking]:
    with waking(listening, Settings.load({})) as meanwhile:
        yield meanwhile


def test_a_person_gets_a_page_that_comes_again_with_numbers_that_call(listening: socket.socket, told: Waking) -> None:
    page = requests.get(f"{address(listening)}/t/kvp?m=nn", headers=HTML, timeout=10)
    assert (page.status_code, page.headers["Retry-After"], page.headers["Cache-Control"]) == (503, str(SOON), "no-store")
    assert '<html lang="nn">' in page.text
    assert f'http-equiv="refresh" content="{SOON}"' in page.text
    assert '<a href="tel:116111">116 111</a>' in page.text
    assert "unsafe" not in page.headers["Content-Security-Policy"]
    assert "Python" not in page.headers["Server"]
    told.again = LATER
    assert "nokre minutt" in requests.get(f"{address(listening)}/", headers={**HTML, "Accept-Language": "nn"}, timeout=10).text


@pytest.mark.usefixtures("told")
def test_a_program_gets_an_error_as_any_other(listening: socket.socket) -> None:
    for answer in (
        requests.post(f"{address(listening)}/api/chat", json={"text": "x" * 60_000}, headers={**HTML, "Accept-Language": "en"}, timeout=10),
        requests.get(f"{address(listening)}/static/veivalg.css", headers={"Accept-Language": "en"}, timeout=10),
    ):
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, str(SOON))
        assert answer.json() == {"error": {"code": "waking", "message": "I am waking up. Try again in a little while."}}


@pytest.mark.usefixtures("told")
def test_it_lives_and_is_not_ready(listening: socket.socket) -> None:
    assert requests.get(f"{address(listening)}/health/live", timeout=10).json() == {"status": "ok"}
    assert requests.head(f"{address(listening)}/healthz", timeout=10).status_code == 200
    for path in ("/health/ready", "/readyz"):
        ready = requests.get(f"{address(listening)}{path}", timeout=10)
        assert (ready.status_code, ready.json()["status"]) == (503, "not ready")


@pytest.mark.usefixtures("told")
def test_half_a_request_and_none_hold_nobody_up(listening: socket.socket) -> None:
    with socket.create_connection(listening.getsockname()) as half, socket.create_connection(listening.getsockname()):
        half.sendall(b"GET / HT")
        assert requests.get(f"{address(listening)}/healthz", timeout=4).status_code == 200


def test_the_numbers_are_those_of_the_figures() -> None:
    told = Waking(Settings.load({}))
    for number, line in told._lines:
        assert number == PARTS.library.figures.show(line["telefon"], "nb", PARTS.today())
    for key, texts in told._texts.items():
        assert key == "numre" or set(texts) == set(MALFORMER)


class Awake(BaseHTTPRequestHandler):
    """The server that takes over."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


def test_nobody_is_refused_when_the_server_takes_over(listening: socket.socket) -> None:
    answers: list[int] = []
    begun, over = threading.Event(), threading.Event()

    def ask() -> None:
        while not over.is_set() or answers[-1] != 200:
            answers.append(requests.get(f"{address(listening)}/", timeout=10).status_code)
            if len(answers) > 20:
                begun.set()

    asking = threading.Thread(target=ask)
    with waking(listening, Settings.load({})):
        asking.start()
        assert begun.wait(20)
    server = HTTPServer(listening.getsockname(), Awake, bind_and_activate=False)
    server.socket.close()
    server.socket = listening
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    over.set()
    asking.join(20)
    server.shutdown()
    assert not asking.is_alive(), "one was never answered"
    assert sorted(set(answers)) == [200, 503]
