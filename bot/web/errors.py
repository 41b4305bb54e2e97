"""Errors a client may see: always JSON, always with a sentence a person understands (data/content/errors.yml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sanic.response import HTTPResponse, json

from bot.app import Parts
from bot.content.phrases import Phrases
from bot.settings import Malform


@dataclass(frozen=True)
class Need:
    """How a field must be."""

    name: str
    """Which `need_…` of errors.yml says it."""
    parts: tuple[str | Mapping[str, str], ...]
    """What is filled into that: the same in every language, or by language."""

    def told(self, texts: Phrases, malform: Malform) -> str:
        """The need in words."""
        filled = (part if isinstance(part, str) else part[malform].rstrip(".") for part in self.parts)
        return texts(f"need_{self.name}", malform, *filled)


class RequestError(Exception):
    """A request that cannot be served.

    Args:
        status: the HTTP status: 4xx, or 503 when we cannot answer now.
        code: a stable word for programs, and the key of the sentence for people.
        parts: what is filled into the sentence.
    """

    def __init__(self, status: int, code: str, *parts: str | Need) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.parts = parts

    def told(self, texts: Phrases, malform: Malform) -> str:
        """The sentence for people. What the client sent may be quoted in it, and half a character cannot be sent back."""
        parts = (part if isinstance(part, str) else part.told(texts, malform) for part in self.parts)
        return "".join(char if char.isprintable() else "?" for char in texts(self.code, malform, *parts))


def error_response(error: RequestError, texts: Phrases, malform: Malform, headers: dict[str, str] | None = None) -> HTTPResponse:
    """The JSON body of an error: `{"error": {"code", "message"}}`."""
    body = {"error": {"code": error.code, "message": error.told(texts, malform)}}
    return json(body, status=error.status, headers=headers, ensure_ascii=False)


class KnownError(RequestError):
    """A problem that is always told the same way. `raise NotJsonError` makes a new one each time.

    One object raised again and again would keep the frames of every request that met it, and what was in them.
    """

    status: int
    code: str

    def __init__(self, *parts: str) -> None:
        super().__init__(self.status, self.code, *parts)


class NotJsonError(KnownError):
    status, code = 400, "not_json"


class NotJsonTypeError(KnownError):
    status, code = 415, "not_json_type"


class TooLargeError(KnownError):
    status, code = 413, "too_large"


class BadPayloadError(KnownError):
    status, code = 400, "bad_payload"


class UnknownSessionError(KnownError):
    status, code = 404, "unknown_session"


class TooManyError(KnownError):
    status, code = 429, "too_many"


class TooSlowError(KnownError):
    status, code = 503, "too_slow"


class BusyError(KnownError):
    status, code = 503, "busy"


class ByTelephoneError(KnownError):
    """Told with a number to call instead."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.library.figures.show("telefon.nav", "nb", parts.today()))


class SwitchedOffError(ByTelephoneError):
    status, code = 503, "switched_off"


class UnavailableError(ByTelephoneError):
    """The store of conversations is out of reach."""

    status, code = 503, "unavailable"


def bad_field(field: str, need: str, *parts: str | Mapping[str, str]) -> RequestError:
    """A field of the request has the wrong form.

    Args:
        need: which `need_…` of errors.yml says how it must be.
        parts: what is filled into that.
    """
    return RequestError(400, "bad_field", field, Need(need, parts))
