"""The pages: the chat, and every topic as a page of its own that needs no JavaScript."""

from __future__ import annotations

from datetime import date

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, redirect, text

from bot import assembly
from bot.channel.errors import RequestError
from bot.channel.malform import malform_of
from bot.channel.place import kommune_of, topic_of
from bot.channel.render import WEB, Render
from bot.settings import MALFORMER, Settings

START_TOPICS = ("sluttet_pa_skolen", "hvilken_rett", "fagbrev_oversikt", "nav_forste_gang", "kommune_jobber", "finn_kontakt")
"""Offered before anything is asked."""

RENAMED: dict[str, str] = {}
"""Topics that have another id now: old id → today's. A shared link never rots."""

NO_TOPIC = RequestError(404, "no_topic", "Dette temaet finnes ikke.")


def pages(settings: Settings, render: Render) -> Blueprint:
    """The blueprint with every page that is read."""
    blueprint = Blueprint("pages")
    library = assembly.library
    hours = library().figures.show("personvern.timer", "nb", date.today())
    start = [{"title": library()[topic].title, "payload": f"/{topic}"} for topic in START_TOPICS]
    blueprint.static("/static", str(WEB / "static"), name="static")
    blueprint.static("/embed.js", str(WEB / "static" / "embed.js"), name="embed", content_type="text/javascript")

    @blueprint.get("/")
    async def chat(request: Request) -> HTTPResponse:
        malform, topic, kommune = malform_of(request), topic_of(request), kommune_of(request)
        page = {
            "malform": malform,
            "malformChosen": "m" in request.args,
            "kommune": kommune.nummer if kommune else None,
            "topic": topic,
            "topicTitle": library().title(topic, malform) if topic else None,
            "hours": hours,
            "start": start,
            "strings": {code: assembly.phrases().starting_with(("ui_", "slettet"), code) for code in MALFORMER},
        }
        cards = [card.as_json(malform) for card in assembly.directory().cards("nav", kommune.nummer if kommune else None)]
        return render("chat.html", malform, page=page, hours=hours, cards=cards)

    @blueprint.get("/svar")
    async def topics(request: Request) -> HTTPResponse:
        return render("topics.html", malform_of(request), library=library())

    @blueprint.get("/t/<topic:str>")
    async def topic(request: Request, topic: str) -> HTTPResponse:
        if topic in RENAMED:
            query = f"?{request.query_string}" if request.query_string else ""
            return redirect(f"/t/{RENAMED[topic]}{query}", status=301)
        if topic not in library():
            raise NO_TOPIC
        malform, today, kommune = malform_of(request), date.today(), kommune_of(request)
        answer = library().answer(topic, malform, today)
        cards = assembly.directory().cards(answer.service, kommune.nummer if kommune else None)
        return render(
            "topic.html",
            malform,
            answer=answer,
            facets=[library().answer(topic, malform, today, facet) for facet in answer.facets],
            cards=[card.as_json(malform) for card in cards],
            kommune=kommune,
            library=library(),
            canonical=f"{settings.address}/t/{topic}?m={malform}",
        )

    @blueprint.get("/sitemap.xml")
    async def sitemap(request: Request) -> HTTPResponse:
        urls = "".join(
            f"<url><loc>{settings.address}/t/{topic.id}?m={malform}</loc></url>"
            for topic in library()
            if topic.area != "om"
            for malform in MALFORMER
        )
        body = f'<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'
        return text(body, content_type="application/xml")

    return blueprint
