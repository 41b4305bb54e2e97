"""The pages: the chat, and every topic as a page of its own that needs no JavaScript."""

from __future__ import annotations

import re
from datetime import date
from html import escape

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, redirect, text

from bot.app import Parts
from bot.content import Library, Topic
from bot.settings import MALFORMER, Malform
from bot.web.malform import in_address, malform_of
from bot.web.pages import topic_page
from bot.web.pages.calendar import PREFIX, Deadline, calendar_file, every_statement, next_deadline
from bot.web.pages.place import destination, divided, kommune_of, place_written
from bot.web.pages.render import Render

AREAS = ("rettigheter", "skole", "fagbrev", "nav", "jobb", "trygghet", "kontakt")
"""The areas in the list of all answers, in the order a young person may need them."""

STATEMENT_DAY = date(2026, 11, 29)
"""When the accessibility statement was last gone through."""

BROWSER_PHRASES = ("ui_", "del_kopier", "slettet", "godt_aa_vite", "kalender_")
"""What the browser says itself."""
LONGEST_SEARCH = 80
"""Longest search among the answers that is read, in characters."""
_COLOUR = re.compile(r"[0-9a-fA-F]{6}")


def pages(parts: Parts, render: Render) -> Blueprint:  # noqa: C901 – its routes are counted as one
    """The blueprint with every page that is read."""
    blueprint = Blueprint("pages")
    library, base = parts.library, parts.settings.address
    hours = library.figures.show("personvern.timer", "nb", parts.today())
    start = [{"topic": topic, "title": library.start.words[topic]} for topic in library.start.front]
    statements = every_statement(library)
    stated = sorted(set().union(*statements.values()))
    strings = {code: parts.phrases.starting_with(BROWSER_PHRASES, code) | _guide_buttons(parts, code) for code in MALFORMER}

    def page(path: str):  # type: ignore[no-untyped-def]
        return blueprint.route(path, methods=["GET", "HEAD"])

    @page("/")
    async def chat(request: Request) -> HTTPResponse:
        to = destination(parts, request)
        data = {
            "malform": to.malform,
            "bare": next(code for code in MALFORMER if not in_address(code)),
            "place": {"number": to.kommune.nummer, "name": to.kommune.navn} if to.kommune else None,
            "open": {"payload": to.payload, "title": to.title(parts)} if to.payload else None,
            "hours": hours,
            "start": start,
            "strings": strings,
            "asides": sorted(library.roles.asides),
            "deadlines": statements,
            "days": {figure: _day(library, next_deadline(library, figure, parts.today())) for figure in stated},
            "embedded": "e" in request.args,
            "accent": colour(request),
        }
        return render(
            "chat.html", to.malform, page=data, to=to, hours=hours, start=start, embedded=data["embedded"],
            cards=[card.as_json(to.malform) for card in parts.directory.cards("nav", to.kommune.nummer if to.kommune else None)],
            krise=library.answer("krise", to.malform, parts.today()),
            canonical=topic_page.address(base, "/", to.malform),
            alternates={code: topic_page.address(base, "/", code) for code in MALFORMER},
            headers={"Cache-Control": "no-cache"},
        )  # fmt: skip

    @page("/svar")
    async def topics(request: Request) -> HTTPResponse:
        malform, asked = malform_of(request), (request.args.get("q") or "").strip()[:LONGEST_SEARCH]
        found = [topic for topic in library if topic.area in AREAS and matches(topic, asked, malform)]
        areas = {area: sorted((t for t in found if t.area == area), key=lambda t: t.title[malform]) for area in AREAS}
        about = {topic.id: first_sentence(library.answer(topic.id, malform, parts.today()).text) for topic in found}
        listed = {area: topics for area, topics in areas.items() if topics}
        return render(
            "topics.html",
            malform,
            areas=listed,
            guides=parts.guides,
            about=about,
            asked=asked,
            kommune=kommune_of(parts, request),
            path="/svar",
        )

    @page("/t/<topic:str>")
    async def topic(request: Request, topic: str) -> HTTPResponse:
        malform = malform_of(request)
        query = f"?{request.query_string}" if request.query_string else ""
        if topic in parts.other_names:
            return redirect(f"/t/{parts.other_names[topic]}{query}", status=301)
        if topic not in library:
            return render("missing.html", malform, status=404, kommune=kommune_of(parts, request), path="/svar")
        sted, k = request.args.get("sted"), request.args.get("k") or ""
        there = place_written(parts, sted).kommuner if sted else divided(parts, k)
        if len(there) == 1:
            return redirect(f"/t/{topic}?k={there[0].nummer}" + (f"&m={malform}" if in_address(malform) else "") + "#kontakt")
        values = topic_page.values(parts, topic, kommune_of(parts, request), malform)
        return render("topic.html", malform, sted=sted, choices=there, **values)

    @page("/personvern")
    async def privacy(request: Request) -> HTTPResponse:
        values = topic_page.values(parts, "personvern", None, malform_of(request), "/personvern")
        return render("topic.html", malform_of(request), sted=None, choices=(), **values)

    @page("/tilgjengelighet")
    async def accessibility(request: Request) -> HTTPResponse:
        return render("accessibility.html", malform_of(request), kommune=None, path="/tilgjengelighet", reviewed=STATEMENT_DAY)

    @page("/frakoblet")
    async def offline(request: Request) -> HTTPResponse:
        malform, today = malform_of(request), parts.today()
        answers = [library.answer("krise", malform, today), library.answer("krise", malform, today, "kontakt")]
        return render("offline.html", malform, answers=answers, kommune=None, path="/frakoblet")

    @page("/kalender/<name:str>")
    async def calendar(request: Request, name: str) -> HTTPResponse:
        figure, malform = name.removesuffix(".ics"), malform_of(request)
        if not name.endswith(".ics") or not figure.startswith(PREFIX) or figure not in library.figures:
            return render("missing.html", malform, status=404, kommune=None, path="/svar")
        stating = [place.partition(".")[0] for place, named in statements.items() if figure in named]
        named = figure.removeprefix(PREFIX)
        more = named if named in stating else next(iter(stating), None)  # its own topic says most
        about = topic_page.address(base, f"/t/{more}" if more else "/", malform)
        body = calendar_file(parts, next_deadline(library, figure, parts.today()), malform, about)
        return text(body, content_type="text/calendar; charset=utf-8")

    @page("/sitemap.xml")
    async def sitemap(request: Request) -> HTTPResponse:
        listed = [("/", None), ("/svar", None), ("/kontakt", None), ("/personvern", None), ("/tilgjengelighet", STATEMENT_DAY)]
        listed += [(f"/veileder/{guide}", None) for guide in parts.guides]
        listed += [(f"/kontakt/{kommune.slug}", None) for kommune in parts.directory.kommuner()]
        listed += [(f"/t/{t.id}", max(source.checked for source in t.sources)) for t in library if t.area in AREAS]
        urls = "".join(
            f"<url><loc>{escape(topic_page.address(base, path, malform))}</loc>"
            + (f"<lastmod>{day.isoformat()}</lastmod>" if day else "")
            + "</url>"
            for path, day in listed
            for malform in MALFORMER
        )
        body = f'<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'
        return text(body, content_type="application/xml")

    @page("/robots.txt")
    async def robots(request: Request) -> HTTPResponse:
        return text(f"User-agent: *\nDisallow: /api/\nDisallow: /plakat\nSitemap: {base}/sitemap.xml\n")

    return blueprint


def matches(topic: Topic, asked: str, malform: Malform) -> bool:
    """Whether every word of a search stands in a topic's title, short answer or questions; no words match everything."""
    texts = [topic.title[malform], topic.short[malform], *(passage.question[malform] for passage in topic.passages)]
    text = " ".join(texts).lower()
    return all(word in text for word in asked.lower().split())


def first_sentence(text: str) -> str:
    """The first sentence of an answer."""
    return re.split(r"(?<=[.!?])\s", text, maxsplit=1)[0]


def colour(request: Request) -> str | None:
    """`c=0b5563`: the host page's colour for buttons and links; the browser mends its contrast."""
    value = (request.args.get("c") or "").lstrip("#")
    return f"#{value.lower()}" if _COLOUR.fullmatch(value) else None


def _guide_buttons(parts: Parts, malform: Malform) -> dict[str, str]:
    return {f"start_guide_{guide.id}": guide.button[malform] for guide in parts.guides.values()}


def _day(library: Library, deadline: Deadline) -> dict[Malform, str]:
    return {malform: deadline.shown(library, malform) for malform in MALFORMER}
