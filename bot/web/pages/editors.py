"""For those who keep the answers: all of them on one page, what is due as CSV, changes as a feed, and the word list."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timezone
from functools import lru_cache
from hashlib import sha256
from html import escape

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, text

from bot.app import Parts
from bot.content.changes import Change, load_changes
from bot.content.overview import Row, as_csv, due, rows
from bot.settings import Malform
from bot.web.malform import malform_of
from bot.web.pages.reading import AREAS
from bot.web.pages.render import Render

FEW = 3
"""As many answers as are shown unfolded when they are searched for."""

MAX_CHANGES = 50
"""Changes in the feed; readers have kept the older ones."""


def editors(parts: Parts, render: Render) -> Blueprint:
    """`/innhold`, `/innhold.csv`, `/endringer.atom` and `/ord`; all work without JavaScript."""
    blueprint = Blueprint("editors")
    changes = load_changes(parts.content / "changes.yml")

    @lru_cache(maxsize=4)
    def rows_on(day: date) -> tuple[Row, ...]:
        """Every answer as of a day; kept, since the answers do not change while we run."""
        return rows(parts.library, day)

    def asked_day(request: Request) -> date:
        """`dato=2027-08-01`; today when it is no date."""
        try:
            return date.fromisoformat(request.args.get("dato") or "")
        except ValueError:
            return parts.today()

    def page(path: str):  # type: ignore[no-untyped-def]
        return blueprint.route(path, methods=["GET", "HEAD"])

    @page("/innhold")
    async def content(request: Request) -> HTTPResponse:
        on, query = asked_day(request), (request.args.get("q") or "")[:80].strip()
        only_due = "forfall" in request.args
        every = rows_on(on)
        shown = [row for row in (due(every) if only_due else every) if row.matches(query)]
        counts = {status: sum(row.status == status for row in every) for status in ("forfalt", "snart")}
        unfolded = "alle" in request.args
        return render(
            "content.html", malform_of(request), areas=by_area(shown), shown=len(shown), total=len(every), counts=counts, query=query, on=on,
            only_due=only_due, unfolded=unfolded, open_all=unfolded or len(shown) <= FEW, kommune=None, path="/innhold",
            headers={"X-Robots-Tag": "noindex"},
        )  # fmt: skip

    @page("/innhold.csv")
    async def due_csv(request: Request) -> HTTPResponse:
        body = as_csv(due(rows_on(asked_day(request))), parts.settings.address)
        headers = {"Content-Disposition": 'attachment; filename="veivalg-sjekkes.csv"', "X-Robots-Tag": "noindex"}
        return text(body, content_type="text/csv; charset=utf-8", headers=headers)

    @page("/endringer.atom")
    async def feed(request: Request) -> HTTPResponse:
        body = atom(parts, changes.latest(MAX_CHANGES), malform_of(request))
        return text(body, content_type="application/atom+xml; charset=utf-8")

    @page("/ord")
    async def words(request: Request) -> HTTPResponse:
        malform = malform_of(request)
        listed = sorted(parts.library.glossary, key=lambda word: word.name(malform).lower())
        return render("content_words.html", malform, glossary=listed, kommune=None, path="/ord")

    return blueprint


def by_area(found: Iterable[Row]) -> dict[str, list[Row]]:
    """The rows of each area that has some, in the order of the list of answers; the assistant's own last."""
    areas: dict[str, list[Row]] = {area: [] for area in AREAS}
    for row in found:
        areas.setdefault(row.area, []).append(row)
    return {area: listed for area, listed in areas.items() if listed}


def atom(parts: Parts, changes: tuple[Change, ...], malform: Malform) -> str:
    """An Atom feed (RFC 4287) of content changes; English readers get bokmål, which changes are written in."""
    base = parts.settings.address
    written: Malform = "nn" if malform == "nn" else "nb"
    own = f"{base}/endringer.atom" + ("?m=nn" if written == "nn" else "")
    updated = _instant(max((change.day for change in changes), default=date(2026, 1, 1)))
    entries = "".join(_entry(parts, change, written) for change in changes)
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{written}">'
        f"<title>{escape(parts.phrases('endringer_tittel', malform))}</title><id>{escape(own)}</id><updated>{updated}</updated>"
        f'<link rel="self" href="{escape(own)}"/><link href="{escape(base)}/svar"/>'
        f"<author><name>Veivalg</name></author>{entries}</feed>\n"
    )


def _entry(parts: Parts, change: Change, malform: Malform) -> str:
    base, suffix = parts.settings.address, "?m=nn" if malform == "nn" else ""
    if change.topic is not None and change.topic in parts.library:
        title = parts.library.title(change.topic, malform)
    else:
        title = parts.phrases("endringer_flere", malform)
    link = f"{base}/t/{change.topic}{suffix}" if change.topic else f"{base}/svar{suffix}"
    told = change.text[malform]
    own = f"{base}/endringer/{change.day}/{sha256(change.text['nb'].encode()).hexdigest()[:12]}"
    return (
        f"<entry><title>{escape(title)}</title><id>{escape(own)}</id><updated>{_instant(change.day)}</updated>"
        f'<link href="{escape(link)}"/><summary>{escape(told)}</summary></entry>'
    )


def _instant(day: date) -> str:
    return datetime.combine(day, time(8), tzinfo=timezone.utc).isoformat()
