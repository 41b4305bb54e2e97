"""One conversation with each kind of peer, over HTTP, as a browser holds it: one connection, messages and buttons."""

from __future__ import annotations

import json
import uuid
from http.client import HTTPConnection
from typing import Any, Protocol
from urllib.parse import quote

PATIENCE = 60
"""Seconds that an answer may take."""


class AnswerError(RuntimeError):
    """A peer refused a message or said nothing."""


class Talk(Protocol):
    """One conversation."""

    buttons: list[str]
    """What may be pressed after the last answer."""

    def say(self, text: str) -> None:
        """Send a text and read the whole answer."""

    def press(self, button: str) -> None:
        """Press a button and read the whole answer."""

    def close(self) -> None:
        """Hang up."""


class _Line:
    """A connection that is kept, and opened anew where the server has closed it between two messages."""

    def __init__(self, port: int) -> None:
        self._connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)

    def ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        try:
            return self._ask(method, path, body)
        except ConnectionError:
            self._connection.close()
            return self._ask(method, path, body)

    def _ask(self, method: str, path: str, body: dict[str, Any] | None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        self._connection.request(method, path, data, {"Content-Type": "application/json"})
        response = self._connection.getresponse()
        read = response.read()
        if response.status != 200:
            raise AnswerError(f"{path}: {response.status} {read[:200]!r}")
        return json.loads(read)

    def close(self) -> None:
        self._connection.close()


class VeivalgTalk:
    """`POST /api/chat`."""

    def __init__(self, port: int) -> None:
        self._line, self._session = _Line(port), None
        self.buttons: list[str] = []

    def say(self, text: str) -> None:
        self._send({"text": text})

    def press(self, button: str) -> None:
        self._send({"payload": button})

    def _send(self, said: dict[str, str]) -> None:
        answer = self._line.ask("POST", "/api/chat", {"session": self._session, **said})
        if not answer["messages"]:
            raise AnswerError("nothing was answered")
        self._session = answer["session"]
        self.buttons = [suggestion["payload"] for message in answer["messages"] for suggestion in message["suggestions"]]

    def close(self) -> None:
        self._line.close()


class RasaTalk:
    """Rasa's REST channel; a button is a message that begins with `/`."""

    def __init__(self, port: int) -> None:
        self._line, self._sender = _Line(port), uuid.uuid4().hex
        self.buttons: list[str] = []

    def say(self, text: str) -> None:
        answer = self._line.ask("POST", "/webhooks/rest/webhook", {"sender": self._sender, "message": text})
        if not answer:
            raise AnswerError("nothing was answered")
        self.buttons = [button["payload"] for message in answer for button in message.get("buttons") or ()]

    press = say

    def close(self) -> None:
        self._line.close()


class ParseTalk(RasaTalk):
    """A Rasa that only understands: a model without rules says nothing in its REST channel."""

    def say(self, text: str) -> None:
        self._line.ask("POST", "/model/parse", {"text": text})

    press = say


class SearchTalk:
    """A search has no conversation, and what is found is a list of topics that may be opened."""

    def __init__(self, port: int) -> None:
        self._line = _Line(port)
        self.buttons: list[str] = []

    def say(self, text: str) -> None:
        self._get(f"/search?q={quote(text)}")

    def press(self, button: str) -> None:
        self._get(f"/topic?id={quote(button)}")

    def _get(self, path: str) -> None:
        self.buttons = [found["topic"] for found in self._line.ask("GET", path)]

    def close(self) -> None:
        self._line.close()


def parsed(port: int, texts: list[str]) -> list[list[str]]:
    """The topics of each text, best first, from Rasa's `/model/parse`; `nlu_fallback` stands for no topic."""
    line = _Line(port)
    rankings = [line.ask("POST", "/model/parse", {"text": text}) for text in texts]
    line.close()
    return [
        [item["name"] for item in found.get("intent_ranking") or [found["intent"]] if item["name"] not in (None, "nlu_fallback")]
        for found in rankings
    ]


def searched(port: int, texts: list[str]) -> list[list[str]]:
    """The topics of each text, best first, from the search."""
    line = _Line(port)
    rankings = [[found["topic"] for found in line.ask("GET", f"/search?q={quote(text)}")] for text in texts]
    line.close()
    return rankings
