"""The language a page or list is asked for in."""

from __future__ import annotations

from sanic.request import Request

from bot.settings import MALFORMER, Malform


def malform_of(request: Request) -> Malform:
    """`?m=nn`; bokmål when the address does not say."""
    wanted = request.args.get("m")
    return wanted if wanted in MALFORMER else "nb"  # type: ignore[return-value]
