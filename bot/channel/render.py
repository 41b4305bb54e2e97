"""Pages from templates."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import jinja2
from sanic.response import HTTPResponse, html

from bot import assembly
from bot.settings import ROOT, Malform, Settings

WEB = ROOT / "web"

Render = Callable[..., HTTPResponse]
"""`render(template, malform, **values)` gives a page."""


def renderer(settings: Settings, folder: Path = WEB / "templates") -> Render:
    """A function that renders templates: everything escaped, unknown names an error."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    def render(name: str, malform: Malform, **values: Any) -> HTTPResponse:
        template = environment.get_template(name)
        return html(template.render(malform=malform, settings=settings, say=assembly.phrases(), **values))

    return render
