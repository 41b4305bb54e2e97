"""The municipality and topic in an address."""

from __future__ import annotations

from sanic.request import Request

from bot import assembly
from bot.contacts import KommuneRef


def kommune_of(request: Request) -> KommuneRef | None:
    """`k=1806`, when there is such a municipality."""
    number = request.args.get("k") or ""
    directory = assembly.directory()
    return directory.kommune(number) if directory.knows(number) else None


def topic_of(request: Request) -> str | None:
    """`tema=kvp`; an unknown one counts as none, so that old links still open the chat."""
    topic = request.args.get("tema")
    return topic if topic in assembly.library() else None
