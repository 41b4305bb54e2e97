"""The written language a page, a list or an error is given in."""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING

from bot.settings import Malform

if TYPE_CHECKING:  # what answers before Sanic is imported tells it in the same language
    from sanic.request import Request

CODES: dict[str, Malform] = {"no": "nb", "nb": "nb", "nn": "nn", "en": "en"}
"""What a language is called by those who ask for it (BCP 47, its first part), and ours."""

MOST = 20
"""Languages of a browser that are looked at."""

_own: ContextVar[Malform] = ContextVar("own", default="nb")
"""What the browser that asks now gets where an address names no language."""


def malform_of(request: Request | None) -> Malform:
    """`?m=nn`; else the first of our languages that the browser asks for; bokmål when neither says.

    A head that could not be read gives bokmål.
    """
    if request is None or getattr(request, "headers", None) is None:
        return "nb"
    own = preferred(str(request.headers.get("accept-language", "")))
    _own.set(own)
    return _ours(request.args.get("m") or "") or own


def preferred(accepted: str) -> Malform:
    """The first of our languages in an Accept-Language (RFC 9110 § 12.5.4), the heaviest first; bokmål when there is none."""
    ranked: list[tuple[float, Malform]] = []
    for part in accepted.split(",")[:MOST]:
        code, _, weight = part.partition(";")
        if (found := _ours(code)) is not None and (worth := _weight(weight)) > 0:
            ranked.append((-worth, found))
    return min(ranked, key=lambda item: item[0])[1] if ranked else "nb"


def asked_for(wanted: str | None, accepted: str) -> Malform:
    """The language of `?m=`, else the first of ours in an Accept-Language, else bokmål."""
    return _ours(wanted or "") or preferred(accepted)


def in_address(malform: Malform) -> Malform | None:
    """What an address must say for a page in this language: nothing where the browser that asks now gets it by itself."""
    return None if malform == _own.get() else malform


def _ours(code: str) -> Malform | None:
    return CODES.get(code.strip().lower().replace("_", "-").partition("-")[0])


def _weight(text: str) -> float:
    try:
        return float(text.replace(" ", "").removeprefix("q=")) if text.strip() else 1.0
    except ValueError:
        return 0.0
