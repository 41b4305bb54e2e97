"""Errors a client may see: always JSON, always with a sentence a person understands."""

from __future__ import annotations

from sanic.response import HTTPResponse, json


class RequestError(Exception):
    """A request that cannot be served.

    Args:
        status: the HTTP status: 4xx, or 503 when we cannot answer now.
        code: a stable word for programs.
        message: a sentence in Norwegian for people.
    """

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message


def error_response(status: int, code: str, message: str, headers: dict[str, str] | None = None) -> HTTPResponse:
    """The JSON body of an error: `{"error": {"code", "message"}}`."""
    return json({"error": {"code": code, "message": message}}, status=status, headers=headers, ensure_ascii=False)


class KnownError(RequestError):
    """A problem that is always told the same way. `raise NotJsonError` makes a new one each time.

    One object raised again and again would keep the frames of every request that met it, and what was in them.
    """

    status: int
    code: str
    message: str

    def __init__(self) -> None:
        super().__init__(self.status, self.code, self.message)


class NotJsonError(KnownError):
    status, code, message = 400, "not_json", "Meldingen kunne ikke leses. Den må være JSON."


class NotJsonTypeError(KnownError):
    status, code, message = 415, "not_json_type", "Meldingen må sendes som application/json."


class TooLargeError(KnownError):
    status, code, message = 413, "too_large", "Meldingen er for lang. Del den opp, eller skriv det viktigste."


class BadPayloadError(KnownError):
    status, code, message = 400, "bad_payload", "Den knappen kjenner jeg ikke. Skriv heller hva du lurer på."


class UnknownSessionError(KnownError):
    status, code, message = 404, "unknown_session", "Samtalen finnes ikke lenger. Start en ny."


class TooManyError(KnownError):
    status, code, message = 429, "too_many", "Det kom mange meldinger på kort tid. Vent litt og prøv igjen."


class TooSlowError(KnownError):
    status, code, message = 503, "too_slow", "Det tok for lang tid. Prøv igjen."


class BusyError(KnownError):
    status, code, message = 503, "busy", "Det er mange som spør akkurat nå. Vent litt og prøv igjen."


class SwitchedOffError(KnownError):
    """Met before any content is at hand; the phone number is checked against figures.yml by a test."""

    status, code, message = 503, "switched_off", "Chatten er slått av nå. Ring Nav på 55 55 33 33 på hverdager."


class UnavailableError(KnownError):
    """The store of conversations is out of reach; its phone number is checked as well."""

    status, code = 503, "unavailable"
    message = "Samtalen kan ikke hentes nå. Prøv igjen om litt, eller ring Nav på 55 55 33 33 på hverdager."


def bad_field(field: str, needed: str) -> RequestError:
    """A field of the request has the wrong form."""
    said = f"Feltet «{field}» må være {needed}."
    # What the client sent may be quoted in it, and half a character cannot be sent back.
    return RequestError(400, "bad_field", "".join(char if char.isprintable() else "?" for char in said))
