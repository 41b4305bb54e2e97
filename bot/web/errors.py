"""Errors a client may see: always JSON, always with a sentence a person understands (data/content/errors.yml)."""

from __future__ import annotations

from collections.abc import Mapping

from sanic.response import HTTPResponse, json

from bot import assembly, clock
from bot.settings import MALFORMER, Malform

Part = str | Mapping[str, str]
"""What is filled into a sentence: the same in every language, or by language."""


class RequestError(Exception):
    """A request that cannot be served.

    Args:
        status: the HTTP status: 4xx, or 503 when we cannot answer now.
        code: a stable word for programs, and the key of the sentence for people.
        parts: what is filled into the sentence.
    """

    def __init__(self, status: int, code: str, *parts: Part) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.parts = parts

    def told(self, malform: Malform) -> str:
        """The sentence for people. What the client sent may be quoted in it, and half a character cannot be sent back."""
        parts = (part if isinstance(part, str) else part[malform] for part in self.parts)
        return "".join(char if char.isprintable() else "?" for char in assembly.error_texts()(self.code, malform, *parts))


def error_response(error: RequestError, malform: Malform, headers: dict[str, str] | None = None) -> HTTPResponse:
    """The JSON body of an error: `{"error": {"code", "message"}}`."""
    body = {"error": {"code": error.code, "message": error.told(malform)}}
    return json(body, status=error.status, headers=headers, ensure_ascii=False)


class KnownError(RequestError):
    """A problem that is always told the same way. `raise NotJsonError` makes a new one each time.

    One object raised again and again would keep the frames of every request that met it, and what was in them.
    """

    status: int
    code: str

    def __init__(self, *parts: Part) -> None:
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


class _ByTelephoneError(KnownError):
    """Told with a number to call instead."""

    def __init__(self) -> None:
        super().__init__(assembly.library().figures.show("telefon.nav", "nb", clock.today()))


class SwitchedOffError(_ByTelephoneError):
    status, code = 503, "switched_off"


class UnavailableError(_ByTelephoneError):
    """The store of conversations is out of reach."""

    status, code = 503, "unavailable"


def bad_field(field: str, need: str, *parts: Part) -> RequestError:
    """A field of the request has the wrong form.

    Args:
        need: which `need_…` of errors.yml says how it must be.
        parts: what is filled into that.
    """
    texts = assembly.error_texts()
    needed: dict[str, str] = {code: texts(f"need_{need}", code, *(part if isinstance(part, str) else part[code].rstrip(".") for part in parts)) for code in MALFORMER}
    return RequestError(400, "bad_field", field, needed)
