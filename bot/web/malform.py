"""The language a page or list is asked for in, and the one an error is told in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.settings import MALFORMER, Malform

if TYPE_CHECKING:  # what answers before Sanic is imported tells it in the same language
    from sanic.request import Request


def malform_of(request: Request) -> Malform:
    """`?m=nn`; bokmål when the address does not say."""
    wanted = request.args.get("m")
    return wanted if wanted in MALFORMER else "nb"  # type: ignore[return-value]


def spoken(request: Request | None) -> Malform:
    """The first of our languages in Accept-Language (RFC 9110 § 12.5.4), which our page sets to its own; `?m=` goes before it.

    A head that could not be read gives bokmål.
    """
    if request is None or getattr(request, "headers", None) is None:
        return "nb"
    return preferred(request.args.get("m"), str(request.headers.get("accept-language", "")))


def preferred(wanted: str | None, languages: str) -> Malform:
    """The written language that is asked for, else the first of ours in the value of an Accept-Language, else bokmål."""
    if wanted in MALFORMER:
        return wanted  # type: ignore[return-value]
    for part in languages.lower().split(",")[:20]:
        code = part.split(";")[0].strip().split("-")[0]
        if found := {"no": "nb", "nb": "nb", "nn": "nn", "en": "en"}.get(code):
            return found  # type: ignore[return-value]
    return "nb"
