"""Pages from templates."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup, escape
from sanic.response import HTTPResponse, html

from bot.app import Parts
from bot.content.sites import ADDRESS, full_url
from bot.settings import MALFORMER, ROOT, Malform
from bot.web.files import files
from bot.web.malform import in_address
from bot.web.pages.calendar import MONTHS

WEB = ROOT / "web"
LANGUAGES: dict[Malform, str] = {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}
"""Each written language by its own name."""
_ENGLISH_MONTHS = "January February March April May June July August September October November December".split()

PHONES = re.compile(r"(?<![\d\u00a0])(?<!§ )(?:\d{2}(?: \d{2}){3}|\d{3} \d{2} \d{3}|116 \d{3}|11[023])(?![\w\u00a0]| kr)")
"""Phone numbers as answers write them: 116 111, 55 55 33 33, 113. text.js has the same, and what may not stand before them by itself."""

_JOINT = re.compile(r"\w{4}(?:ings|anse|elses|heits|hets)(?=\w{5})")

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


def linked(text: str) -> Markup:
    """The text with its web addresses as links that open, and its phone numbers as links that call."""
    parts, at = [], 0
    for match in ADDRESS.finditer(text):
        parts += [
            _with_phones(text[at : match.start()]),
            Markup('<a class="site" href="{}" rel="noreferrer">{}</a>').format(full_url(match[0]), match[0]),
        ]
        at = match.end()
    return Markup("").join([*parts, _with_phones(text[at:])])


def _with_phones(text: str) -> Markup:
    parts, at = [], 0
    for match in PHONES.finditer(text):
        parts += [
            escape(text[at : match.start()]),
            Markup('<a class="tel" href="tel:{}">{}</a>').format(match[0].replace(" ", ""), match[0]),
        ]
        at = match.end()
    return Markup("").join([*parts, escape(text[at:])])


def soft(title: str) -> str:
    """The title with soft hyphens where long Norwegian compounds are joined, for narrow screens and large print."""
    return _JOINT.sub("\\g<0>\u00ad", title)


def renderer(parts: Parts, folder: Path = WEB / "templates") -> Render:
    """A function that renders templates: everything escaped, unknown names an error."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(day=written_day, linked=linked, soft=soft)
    environment.globals.update(
        settings=parts.settings, languages=LANGUAGES, malformer=MALFORMER, static=files().address, in_address=in_address
    )

    def render(name: str, malform: Malform, status: int = 200, headers: dict[str, str] | None = None, **values: Any) -> HTTPResponse:
        page = environment.get_template(name).render(malform=malform, say=parts.phrases, **values)
        return html(page, status=status, headers={"Vary": "Accept-Language", **(headers or {})})

    return render
