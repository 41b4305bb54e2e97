"""Links, QR codes and posters that open on a topic, and the line that embeds the chat."""

from __future__ import annotations

import io
from urllib.parse import urlencode

import segno
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, raw

from bot import assembly
from bot.channel.malform import malform_of
from bot.channel.place import kommune_of
from bot.channel.render import Render
from bot.settings import Settings


def sharing(settings: Settings, render: Render) -> Blueprint:
    """`/del`, `/plakat`, `/qr/svg`, `/qr/png` and `/bygg-inn`; all work without JavaScript."""
    blueprint = Blueprint("sharing")

    def address(request: Request) -> str:
        return topic_address(settings.address, _topic(request), _number(request), malform_of(request))

    @blueprint.get("/del")
    async def link_maker(request: Request) -> HTTPResponse:
        return render("share.html", malform_of(request), **_form(request), address=address(request))

    @blueprint.get("/plakat")
    async def poster(request: Request) -> HTTPResponse:
        malform, topic, kommune = malform_of(request), _topic(request), kommune_of(request)
        title = assembly.library().title(topic, malform) if topic else None
        size = request.args.get("s") if request.args.get("s") in ("a4", "a6") else "a4"
        shown = address(request)
        return render("poster.html", malform, address=shown, title=title, kommune=kommune, size=size, query=request.query_string)

    @blueprint.get("/qr/svg")
    async def qr_svg(request: Request) -> HTTPResponse:
        return raw(qr_code(address(request), "svg"), content_type="image/svg+xml")

    @blueprint.get("/qr/png")
    async def qr_png(request: Request) -> HTTPResponse:
        headers = {"Content-Disposition": 'attachment; filename="veivalg-qr.png"'} if request.args.get("last") else {}
        return raw(qr_code(address(request), "png"), content_type="image/png", headers=headers)

    @blueprint.get("/bygg-inn")
    async def embed_maker(request: Request) -> HTTPResponse:
        malform, topic, number = malform_of(request), _topic(request), _number(request)
        line = embed_line(settings.address, topic, number, malform)
        return render("embed.html", malform, **_form(request), line=line)

    return blueprint


def topic_address(base: str, topic: str | None, kommune: str | None, malform: str) -> str:
    """The link that opens on a topic: `https://…/t/kvp?k=1806&m=nn`; the chat itself without a topic."""
    query = {name: value for name, value in (("k", kommune), ("m", malform if malform != "nb" else None)) if value}
    path = f"/t/{topic}" if topic else "/"
    return f"{base}{path}{'?' + urlencode(query) if query else ''}"


def qr_code(address: str, kind: str) -> bytes:
    """A QR code (ISO/IEC 18004, error correction Q: a quarter may be worn off a poster), as SVG or PNG."""
    buffer = io.BytesIO()
    code = segno.make(address, error="q", micro=False)
    if kind == "svg":
        code.save(buffer, kind="svg", scale=8, border=4, xmldecl=False)
    else:
        code.save(buffer, kind="png", scale=16, border=4)
    return buffer.getvalue()


def embed_line(base: str, topic: str | None, kommune: str | None, malform: str) -> str:
    """The one line that embeds the chat."""
    data = (("kommune", kommune), ("malform", malform), ("tema", topic))
    attributes = "".join(f' data-{name}="{value}"' for name, value in data if value)
    return f'<script src="{base}/embed.js"{attributes} async></script>'


def _topic(request: Request) -> str | None:
    topic = request.args.get("tema")
    return topic if topic in assembly.library() else None


def _number(request: Request) -> str | None:
    kommune = kommune_of(request)
    return kommune.nummer if kommune else None


def _form(request: Request) -> dict[str, object]:
    library, malform = assembly.library(), malform_of(request)
    topics = sorted(((t.title[malform], t.id) for t in library if t.area != "om"), key=lambda pair: pair[0].lower())
    return {
        "topics": topics,
        "chosen": _topic(request),
        "kommune": kommune_of(request),
        "kommuner": assembly.directory().kommuner(),
        "query": request.query_string,
    }
