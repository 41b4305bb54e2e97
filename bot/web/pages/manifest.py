"""What a phone is told when Veivalg is put on its home screen (W3C Web Application Manifest)."""

from __future__ import annotations

from typing import Any

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, json

from bot.app import Parts
from bot.settings import Malform
from bot.web.files import files
from bot.web.malform import malform_of

TYPE = "application/manifest+json"
BRIEFLY = {"Cache-Control": "public, max-age=600"}
PAPER = "#f8f4ec"
"""The ground of the page (web/static/veivalg.css)."""
ICONS = (
    ("icon.svg", "any", "image/svg+xml", "any"),
    ("icon-192.png", "192x192", "image/png", "any"),
    ("icon-512.png", "512x512", "image/png", "any"),
    ("icon-full-512.png", "512x512", "image/png", "maskable"),
)
"""File, sizes, type and purpose; those of PNG are drawn from icon.svg by `make screens`."""


def manifest(parts: Parts) -> Blueprint:
    """`/manifest.webmanifest`, in the language of its address or of the browser."""
    blueprint = Blueprint("manifest")

    @blueprint.route("/manifest.webmanifest", methods=["GET", "HEAD"])
    async def of_the_site(request: Request) -> HTTPResponse:
        return json(described(parts, malform_of(request)), content_type=TYPE, headers=BRIEFLY)

    return blueprint


def described(parts: Parts, malform: Malform) -> dict[str, Any]:
    """The manifest. It opens with the browser's bar, so that Back and closing stay where one knows them."""
    return {
        "id": "/",
        "name": f"Veivalg – {parts.phrases('ui_undertittel', malform)}",
        "short_name": "Veivalg",
        "description": parts.phrases("ui_velkommen", malform),
        "lang": malform,
        "start_url": "/" if malform == "nb" else f"/?m={malform}",
        "scope": "/",
        "display": "minimal-ui",
        "background_color": PAPER,
        "theme_color": PAPER,
        "categories": ["education", "government"],
        "icons": [{"src": files().address(name), "sizes": sizes, "type": kind, "purpose": purpose} for name, sizes, kind, purpose in ICONS],
    }
