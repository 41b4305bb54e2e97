"""What a browser is given when it is first needed: suggestions while somebody writes, and the sentences of what comes later.

Both are the same for everyone: nothing that is being written is ever sent here.
"""

from __future__ import annotations

from collections.abc import Iterable

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, text

from bot.app import Parts
from bot.contacts import KommuneRef
from bot.settings import MALFORMER, Malform
from bot.web.malform import malform_of
from bot.web.pages.reading import AREAS

PLAIN = "text/plain; charset=utf-8"
BRIEFLY = {"Cache-Control": "public, max-age=600"}
LATER = ("verktoy_",)
"""The sentences that are not needed before something is answered."""


def hints(parts: Parts) -> Blueprint:
    """`/forslag` and `/tekster`."""
    blueprint = Blueprint("hints")
    suggested = {malform: suggestions(parts, malform) for malform in MALFORMER}
    sentences = {malform: _lines(parts.phrases.starting_with(LATER, malform).items()) for malform in MALFORMER}

    @blueprint.route("/forslag", methods=["GET", "HEAD"])
    async def suggest(request: Request) -> HTTPResponse:
        return text(suggested[malform_of(request)], content_type=PLAIN, headers=BRIEFLY)

    @blueprint.route("/tekster", methods=["GET", "HEAD"])
    async def later(request: Request) -> HTTPResponse:
        return text(sentences[malform_of(request)], content_type=PLAIN, headers=BRIEFLY)

    return blueprint


def suggestions(parts: Parts, malform: Malform) -> str:
    """The topics (`id<tab>title` on a line each), an empty line, and the municipalities, as few bytes as can be."""
    topics = [(topic.id, topic.title[malform]) for topic in parts.library if topic.area in AREAS]
    return f"{_lines(topics)}\n\n{_by_number(parts.directory.kommuner())}"


def _by_number(kommuner: Iterable[KommuneRef]) -> str:
    """The municipalities, each number told as the step from the one before: `301Oslo|800Eigersund|2Stavanger`; a step of 1 is not written."""
    before, told = 0, []
    for kommune in sorted(kommuner, key=lambda kommune: kommune.nummer):
        step, before = int(kommune.nummer) - before, int(kommune.nummer)
        told.append(f"{step if step != 1 else ''}{kommune.navn}")
    return "|".join(told)


def _lines(pairs: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"{name}\t{told}" for name, told in pairs)
