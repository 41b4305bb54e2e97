"""Links, QR codes and posters that open on a topic or a guide, and the line that embeds the chat."""

from __future__ import annotations

import io
import re
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

import segno
from markupsafe import escape
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, raw, redirect

from bot.app import Parts
from bot.contacts.directory import in_malform
from bot.settings import Malform
from bot.web.malform import malform_of
from bot.web.pages.place import CONTACT, GUIDE, Destination, destination, destination_of_short
from bot.web.pages.reading import AREAS, colour
from bot.web.pages.render import Render

SIZES = ("a4", "a6", "kort")
"""A poster, a postcard, and ten cards on a sheet to cut."""

PLACES = ("flytende", "her")
"""Where the button of an embedded chat stands: in the corner of the page, or where the line is pasted."""

POSTER_TEXT = 130
"""Longest text of what a poster is about, in characters."""

CARD_TEXT = 95
"""The same on a small card."""

MAX_BUTTON_TEXT = 40
"""Longest text of the button, in characters."""


def sharing(parts: Parts, render: Render) -> Blueprint:
    """`/del`, `/plakat`, `/qr/…`, `/d/…`, `/bygg-inn`; all work without JavaScript."""
    blueprint, base = Blueprint("sharing"), parts.settings.address

    def page(path: str):  # type: ignore[no-untyped-def]
        return blueprint.route(path, methods=["GET", "HEAD"])

    @page("/d/<given:path>")
    async def short_link(request: Request, given: str) -> HTTPResponse:
        to = destination_of_short(parts, given, malform_of(request))
        if to.goal is None and to.kommune is None and to.divided is None and to.short() != f"/d/{given}":
            return render("missing.html", to.malform, status=404, kommune=None, path="/svar")
        return redirect(to.path())

    @page("/del")
    async def link_maker(request: Request) -> HTTPResponse:
        to = destination(parts, request)
        size = request.args.get("s") if request.args.get("s") in SIZES else "a4"
        return render(
            "share.html", to.malform, **_form(parts, to, (_contacts(parts, to.malform),)), address=base + to.short(),
            size=size, sizes=SIZES, path="/del", words=poster_words(parts, to),
        )  # fmt: skip

    @page("/plakat")
    async def poster(request: Request) -> HTTPResponse:
        to = destination(parts, request)
        size = request.args.get("s") if request.args.get("s") in SIZES else "a4"
        return render("poster.html", to.malform, to=to, address=base + to.short(), size=size, words=poster_words(parts, to))

    @page("/qr/<kind:str>")
    async def qr(request: Request, kind: str) -> HTTPResponse:
        if kind not in ("svg", "png"):
            return render("missing.html", malform_of(request), status=404, kommune=None, path="/svar")
        code = qr_code(base + destination(parts, request).short(), kind)
        return raw(code, content_type="image/svg+xml" if kind == "svg" else "image/png")

    @page("/bygg-inn")
    async def embed_maker(request: Request) -> HTTPResponse:
        to, look = destination(parts, request), _look(request)
        line = embed_line(base, to, **look)
        chosen = {"c": look["farge"], "tekst": look["tekst"], "plass": look["plass"]}
        trial_query = "&".join(filter(None, (to.query, urlencode({name: value for name, value in chosen.items() if value}))))
        return render(
            "embed.html", to.malform, **_form(parts, to), line=line, look=look, places=PLACES, trial_query=trial_query, path="/bygg-inn",
            frame=embed_frame(base, to, look["farge"], parts.phrases("bygg_ramme_lenke", to.malform)),
        )  # fmt: skip

    @page("/bygg-inn/prove")
    async def trial(request: Request) -> HTTPResponse:
        to = destination(parts, request)
        return render("trial.html", to.malform, attributes=_attributes(to, **_look(request)), headers={"X-Robots-Tag": "noindex"})

    return blueprint


def poster_words(parts: Parts, to: Destination) -> dict[str, Any]:
    """What a poster says: `hook` in young people's words, `title` of what is opened, `gives`, what it is in the topic's own first sentences,
    `gives_briefly`, the first of them, and `call`, whom to ring where a municipality is chosen: {name, phone, whose}.

    `office`: what is opened has an office of the place.
    """
    hook, service, call = parts.hooks.get(to.goal or "", {}).get(to.malform), _service(parts, to), None
    if to.kommune and service != "ingen":
        cards = (card.facts for card in parts.directory.cards(service, to.kommune.nummer))
        card = next((card for card in cards if card.phone), None)
        call = card and {"name": card.name, "phone": card.phone, "whose": in_malform(card.whose, to.malform)}
    short = parts.library.answer(to.topic, to.malform, parts.today()).text if to.topic else ""
    told = {"gives": opening(short, POSTER_TEXT), "gives_briefly": opening(short, CARD_TEXT)}
    return {"hook": hook, "title": to.title(parts), "call": call, "office": service != "ingen", **told}


def opening(text: str, longest: int) -> str:
    """As many whole sentences as there is room for, from the first on; never ending with a question, which the rest would have answered.

    Args:
        longest: in characters; empty when not even one sentence fits.
    """
    told = ""
    for sentence in re.split(r"(?<=[.!?])\s", text):
        longer = f"{told} {sentence}".strip()
        if len(longer) > longest:
            break
        told = longer
    while told.endswith("?"):
        told = told[: max(told.rfind(". "), told.rfind("? "), told.rfind("! "), -1) + 1].rstrip()
    return told


def _service(parts: Parts, to: Destination) -> str:
    """Who helps with what a poster is about; OT, who looks for the young, where it is about everything."""
    if to.guide:
        return parts.guides[to.guide].service
    return parts.library[to.topic].service if to.topic else "ot"


def qr_code(address: str, kind: str) -> bytes:
    """A QR code (ISO/IEC 18004, error correction Q: a quarter may be worn off a poster), as SVG or PNG."""
    buffer = io.BytesIO()
    code = segno.make(address, error="q", micro=False)
    if kind == "svg":
        code.save(buffer, kind="svg", scale=8, border=4, xmldecl=False)
    else:
        code.save(buffer, kind="png", scale=16, border=4)
    return buffer.getvalue()


def embed_line(base: str, to: Destination, farge: str | None = None, tekst: str | None = None, plass: str | None = None) -> str:
    """The one line that embeds the chat, as HTML."""
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in _attributes(to, farge, tekst, plass).items())
    return f'<script src="{escape(base)}/embed.js"{attributes} async></script>'


def embed_frame(base: str, to: Destination, farge: str | None, beside: str) -> str:
    """The chat as a plain frame, for sites that allow no scripts of others, as HTML.

    Args:
        beside: the text of a link below, for where the frame is refused: the browser shows a frame without a word then.
    """
    given = {"m": to.malform, "k": to.kommune.nummer if to.kommune else None, "tema": to.goal, "c": (farge or "").lstrip("#")}
    query = urlencode([(name, value) for name, value in given.items() if value])
    return (
        f'<iframe src="{escape(f"{base}/?e=1&{query}")}" title="Veivalg" width="400" height="640" style="border: 0; max-width: 100%"></iframe>\n'
        f'<p><a href="{escape(f"{base}/?{query}")}" target="_blank" rel="noopener">{escape(beside)}</a></p>'
    )


def _attributes(to: Destination, farge: str | None = None, tekst: str | None = None, plass: str | None = None) -> dict[str, str]:
    given = {
        "kommune": to.kommune.nummer if to.kommune else None,
        "malform": to.malform,
        "tema": to.goal,
        "farge": farge,
        "tekst": tekst,
        "plass": plass if plass != PLACES[0] else None,
    }
    return {f"data-{name}": value for name, value in given.items() if value}


def _look(request: Request) -> dict[str, str | None]:
    """How the button looks: its colour, its text, its place."""
    plass = request.args.get("plass")
    return {
        "farge": colour(request),
        "tekst": (request.args.get("tekst") or "").strip()[:MAX_BUTTON_TEXT] or None,
        "plass": plass if plass in PLACES else None,
    }


Group = tuple[str, list[tuple[str, str]]]
"""What a link can open on: a heading, and the name and title of each."""


def _contacts(parts: Parts, malform: Malform) -> Group:
    return parts.phrases("ui_kontakt", malform), [(CONTACT, parts.phrases("kontaktside_hvem", malform))]


def _form(parts: Parts, to: Destination, first: tuple[Group, ...] = ()) -> dict[str, Any]:
    guides = [(GUIDE + guide.id, guide.button[to.malform]) for guide in parts.guides.values()]
    groups = [*first, (parts.phrases("del_veivisere", to.malform), guides), *_topics_by_area(parts, to.malform)]
    return {"groups": groups, "to": to, "title": to.title(parts), "kommuner": parts.directory.kommuner(), "kommune": to.kommune}


def _topics_by_area(parts: Parts, malform: Malform) -> list[Group]:
    topics = sorted(
        (AREAS.index(topic.area), topic.title[malform].lower(), topic.id, topic.title[malform])
        for topic in parts.library
        if topic.area in AREAS
    )
    return [
        (parts.phrases(f"omraade_{AREAS[area]}", malform), [(topic_id, title) for _, _, topic_id, title in group])
        for area, group in groupby(topics, key=lambda topic: topic[0])
    ]
