"""Whatever a client sends, it gets a clear answer and never a 500."""

from __future__ import annotations

import socket
from urllib.parse import urlsplit

import pytest
import requests

from tests.conftest import Chat, Server

JSON = {"Content-Type": "application/json"}
BAD = {
    "not JSON": (b"{", 400),
    "a list": (b"[]", 400),
    "nothing": (b"", 400),
    "an empty object": (b"{}", 400),
    "empty text": (b'{"text": "   "}', 400),
    "text and payload": (b'{"text": "hei", "payload": "/kvp"}', 400),
    "a number": (b'{"text": 4}', 400),
    "an unknown field": (b'{"text": "hei", "sender": "default"}', 400),
    "a made-up session": (b'{"text": "hei", "session": "default"}', 400),
    "an unknown session": (b'{"text": "hei", "session": "AAAAAAAAAAAAAAAAAAAAAA"}', 404),
    "a bad municipality": (b'{"text": "hei", "context": {"kommune": "1806\'; --"}}', 400),
    "a bad language": (b'{"text": "hei", "context": {"malform": "xx"}}', 400),
    "a command": (b'{"payload": "/restart"}', 400),
    "a session start": (b'{"payload": "/session_start"}', 400),
    "an action": (b'{"payload": "/action_listen"}', 400),
    "a slot": (b'{"payload": "/kvp{\\"tema\\": \\"x\\"}"}', 400),
    "a payload that is text": (b'{"payload": "hei"}', 400),
    "nested JSON": (b'{"payload": "/kvp' + b"[" * 200 + b'"}', 400),
    "a hundred thousand characters": (b'{"text": "' + b"a" * 100_000 + b'"}', 413),
    "six thousand characters": (b'{"text": "' + b"a" * 6_000 + b'"}', 413),
    "not UTF-8": (b'{"text": "\xff\xfe"}', 400),
}


@pytest.mark.parametrize(("body", "status"), BAD.values(), ids=BAD.keys())
def test_refused_with_a_sentence(server: Server, body: bytes, status: int) -> None:
    response = requests.post(f"{server.url}/api/chat", data=body, headers=JSON, timeout=10)
    assert response.status_code == status
    assert response.json()["error"]["message"].endswith(".")


@pytest.mark.parametrize(
    "text",
    ["/restart", "/session_start", '/kvp{"x":1}', "//", "\u200b\u200b.", "\x00\x01hei", "🙂" * 300, "ا" * 900, "hei " * 400, "\ud800 hei"],
    ids=range(10),
)
def test_odd_text_is_answered(server: Server, text: str) -> None:
    body = '{"text": ' + __import__("json").dumps(text) + "}"
    response = requests.post(f"{server.url}/api/chat", data=body.encode(), headers=JSON, timeout=10)
    assert response.status_code == 200
    assert response.json()["messages"]


@pytest.mark.parametrize("kind", [None, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/jsonp"])
def test_only_json_is_read_so_that_another_site_cannot_send_without_asking(server: Server, kind: str | None) -> None:
    headers = {"Content-Type": kind} if kind else {}
    for path in ("/api/chat", "/api/guides/hvilken_rett"):
        response = requests.post(server.url + path, data=b'{"text": "hei"}', headers=headers, timeout=10)
        assert response.status_code == 415
        assert response.json()["error"]["message"].endswith(".")


def test_unknown_page_and_method(server: Server) -> None:
    assert requests.get(f"{server.url}/nowhere", timeout=5).status_code == 404
    assert requests.get(f"{server.url}/api/chat", timeout=5).status_code == 405


@pytest.mark.parametrize(
    ("text", "malform", "said"),
    [("slett samtalen", "nb", "slettet"), ("kan du slette samtalen?", "nn", "sletta"), ("delete the conversation", "en", "deleted")],
)
def test_asking_in_words_erases_and_says_so(chat: Chat, text: str, malform: str, said: str) -> None:
    chat.context = {"malform": malform}
    chat.say("hva er kvp")
    session = chat.session
    messages = chat.say(text)
    assert said in messages[0]["text"]
    assert chat.session is None
    again = requests.post(f"{chat.url}/api/chat", json={"session": session, "text": "hei"}, timeout=5)
    assert again.status_code == 404


def test_a_deleted_conversation_is_gone(chat: Chat) -> None:
    chat.say("hva er kvp")
    assert requests.delete(f"{chat.url}/api/chat/{chat.session}", timeout=5).json()["deleted"] is True
    again = requests.post(f"{chat.url}/api/chat", json={"session": chat.session, "text": "hei"}, timeout=5)
    assert again.status_code == 404


def test_one_session_does_not_see_another(server: Server) -> None:
    first, second = Chat(server.url), Chat(server.url)
    first.say("jeg bor i Narvik. hva er kvp?")
    second.say("hva er kvp?")
    assert "Narvik" not in str(second.messages)


def test_rasas_own_api_is_not_there(server: Server) -> None:
    for path in ("/webhooks/rest/webhook", "/conversations/default/tracker", "/model/parse", "/status", "/version", "/domain"):
        assert requests.get(server.url + path, timeout=5).status_code == 404
        assert requests.post(server.url + path, json={}, timeout=5).status_code == 404


def test_security_headers(server: Server) -> None:
    headers = requests.get(server.url + "/", timeout=5).headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "Set-Cookie" not in headers
    assert "Access-Control-Allow-Origin" not in headers


def raw(server: Server, sent: bytes) -> bytes:
    """What comes back for bytes sent as they are, until the other side closes or two seconds pass."""
    address = urlsplit(server.url)
    with socket.create_connection((address.hostname, address.port), timeout=2) as connection:
        connection.sendall(sent)
        received = b""
        try:
            while data := connection.recv(4096):
                received += data
        except TimeoutError:
            pass
        return received


@pytest.mark.parametrize(
    "header",
    ["Content-Length: -5", "Content-Length: abc", "Content-Length:", "Content-Length: +5", "Content-Length: 3\r\nContent-Length: 4"],
)
def test_a_length_that_is_none_is_refused_and_others_are_served(server: Server, header: str) -> None:
    received = raw(server, f"POST /api/chat HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n{header}\r\n\r\nabcde".encode())
    assert received.startswith(b"HTTP/1.1 400 ")
    assert requests.get(f"{server.url}/healthz", timeout=5).status_code == 200


def test_the_name_of_a_coding_has_no_case(server: Server) -> None:
    body = b'{"text": "hva er kvp"}'
    head = (
        b"POST /api/chat HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nConnection: close\r\nTransfer-Encoding: Chunked\r\n\r\n"
    )
    assert raw(server, head + b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)).startswith(b"HTTP/1.1 200 ")


@pytest.mark.parametrize("name", ["Ålesund", "A\u030alesund"])
def test_letters_as_they_are_in_an_address(server: Server, name: str) -> None:
    received = raw(server, f"GET /api/places?q={name} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
    assert received.startswith(b"HTTP/1.1 200 ")
    assert "Ålesund".encode() in received
    onward = raw(server, f"GET /kontakt/{name} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
    assert b"/kontakt/alesund" in onward
