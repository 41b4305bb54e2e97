"""The pages: the chat, and every topic as a page of its own that needs no JavaScript."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import jinja2
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, html

from bot import assembly
from bot.channel.errors import RequestError
from bot.channel.malform import malform_of
from bot.settings import ROOT, Malform, Settings

WEB = ROOT / "web"

NO_TOPIC = RequestError(404, "no_topic", "Dette temaet finnes ikke.")


def templates(folder: Path = WEB / "templates") -> jinja2.Environment:
    """The Jinja2 environment: everything escaped, unknown names an error."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def pages(settings: Settings) -> Blueprint:
    """The blueprint with every page."""
    blueprint = Blueprint("pages")
    environment = templates()

    def render(name: str, malform: Malform, **values: Any) -> HTTPResponse:
        page = environment.get_template(name)
        return html(page.render(malform=malform, settings=settings, say=assembly.phrases(), **values))

    blueprint.static("/static", str(WEB / "static"), name="static")

    @blueprint.get("/")
    async def chat(request: Request) -> HTTPResponse:
        return render("chat.html", malform_of(request))

    @blueprint.get("/t/<topic:str>")
    async def topic(request: Request, topic: str) -> HTTPResponse:
        library, directory = assembly.library(), assembly.directory()
        if topic not in library:
            raise NO_TOPIC
        malform, today = malform_of(request), date.today()
        number = request.args.get("k") or ""
        kommune = directory.kommune(number) if directory.knows(number) else None
        answer = library.answer(topic, malform, today)
        cards = (
            [card.as_json(malform) for card in directory.cards(answer.service, kommune.nummer if kommune else None)]
            if answer.service != "ingen"
            else []
        )
        facets = [library.answer(topic, malform, today, facet) for facet in answer.facets]
        return render("topic.html", malform, answer=answer, facets=facets, cards=cards, kommune=kommune, library=library)

    return blueprint
