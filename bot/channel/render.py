"""Pages from templates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import jinja2
from sanic.response import HTTPResponse, html

from bot import assembly
from bot.channel.deadlines import MONTHS
from bot.channel.files import files
from bot.settings import MALFORMER, ROOT, Malform, Settings

WEB = ROOT / "web"
LANGUAGES: dict[Malform, str] = {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}
"""Each written language by its own name."""
_ENGLISH_MONTHS = "January February March April May June July August September October November December".split()

Render = Callable[..., HTTPResponse]
"""`render(template, malform, **values)` gives a page; `status` and `headers` may be among the values."""


def written_day(day: date | str, malform: Malform) -> str:
    """A day as people write it: `23. november 2026`; text that is no full day is left as it is."""
    try:
        day = date.fromisoformat(str(day))
    except ValueError:
        return str(day)
    if malform == "en":
        return f"{day.day} {_ENGLISH_MONTHS[day.month - 1]} {day.year}"
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def renderer(settings: Settings, folder: Path = WEB / "templates") -> Render:
    """A function that renders templates: everything escaped, unknown names an error."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["day"] = written_day
    environment.globals.update(settings=settings, languages=LANGUAGES, malformer=MALFORMER, static=files().address)

    def render(name: str, malform: Malform, status: int = 200, headers: dict[str, str] | None = None, **values: Any) -> HTTPResponse:
        page = environment.get_template(name).render(malform=malform, say=assembly.phrases(), **values)
        return html(page, status=status, headers=headers)

    return render
