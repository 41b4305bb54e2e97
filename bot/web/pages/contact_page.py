"""Everyone to contact in a municipality, on a page of its own, and the page where one finds it; both work without JavaScript."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, redirect

from bot.app import Parts
from bot.contacts import KommuneRef
from bot.contacts.place_address import Addressed
from bot.settings import MALFORMER, Malform
from bot.web.malform import in_address, malform_of
from bot.web.pages.place import contact_path, kommune_of, place_written
from bot.web.pages.render import Render
from bot.web.pages.topic_page import address

SERVICES: dict[str, str | None] = {
    "ot": "ot",
    "nav": "kontakt_nav",
    "karrieresenter": "karriereveiledning",
    "fagopplaring": "fagbrev_oversikt",
    "voksenopplaring": "rett_voksen",
    "ombud": None,
}
"""Those one can reach, in the order of the page, and the topic that says more of each."""


def contacts(parts: Parts, render: Render) -> Blueprint:
    """`/kontakt` and `/kontakt/<municipality>`."""
    blueprint = Blueprint("contacts")

    def page(path: str):  # type: ignore[no-untyped-def]
        return blueprint.route(path, methods=["GET", "HEAD"], unquote=True)

    def told(found: Addressed, malform: Malform, written: str, status: int = 200, **more: Any) -> HTTPResponse:
        """The page where one finds one's municipality, with the choices or what nobody knows."""
        shown = overview(parts, malform) | more
        odd = bool(written)  # what somebody wrote is no page to find
        return render("contacts.html", malform, status, choices=found.kommuner, written=written, indexed=not odd, **shown)

    @page("/kontakt")
    async def every_place(request: Request) -> HTTPResponse:
        malform, written = malform_of(request), (request.args.get("sted") or "").strip()
        if not written and (known := kommune_of(parts, request)):
            return redirect(contact_path(known.slug, in_address(malform)))
        found = place_written(parts, written) if written else Addressed()
        if len(found.kommuner) == 1:
            return _onward(found, malform)
        county = parts.directory.find(written, expecting_place=True).fylke if written else None
        return told(found, malform, written, county=county)

    @page("/kontakt/<place:str>")
    async def one_place(request: Request, place: str) -> HTTPResponse:
        malform, found = malform_of(request), parts.directory.addressed(place)
        if len(found.kommuner) != 1:
            return told(found, malform, place, 200 if found.kommuner else 404, divided=place.isdigit() and bool(found.kommuner))
        kommune, bydel = found.kommuner[0], _district(parts, found, request)
        if place != kommune.slug or request.path.endswith("/"):
            return _onward(found, malform, bydel)
        return render("contact.html", malform, **values(parts, kommune, bydel, malform))

    return blueprint


def values(parts: Parts, kommune: KommuneRef, bydel: str | None, malform: Malform) -> dict[str, Any]:
    """The values of `contact.html`.

    Args:
        bydel: the number of one of its districts; None where there are none, or none is chosen.
    """
    directory, on = parts.directory, parts.today()
    cards = {service: [card.as_json(malform) for card in directory.cards(service, kommune.nummer, bydel)] for service in SERVICES}
    districts = [(number, name, _office(parts, kommune, number)) for number, name in directory.districts(kommune.nummer)]
    help_texts = parts.help_texts
    return {
        "kommune": kommune,
        "services": {service: shown for service, shown in cards.items() if shown},
        "topics": {service: (topic, parts.library.title(topic, malform)) for service, topic in SERVICES.items() if topic},
        "districts": districts,
        "bydel": bydel,
        "bydel_name": next((name for number, name, _ in districts if number == bydel), None),
        "people": help_texts.talk(malform, on, None),
        "ambulance": help_texts.line("ambulanse", malform, on).phone,
        "path": contact_path(kommune.slug, bydel=bydel),
        **_addresses(parts, contact_path(kommune.slug), malform),
    }


def overview(parts: Parts, malform: Malform) -> dict[str, Any]:
    """The values of `contacts.html` when nothing is asked for: each county with its municipalities, both by name."""
    by_county = sorted(parts.directory.kommuner(), key=lambda kommune: kommune.fylke)  # stable: by name within the county
    counties = {county: list(group) for county, group in groupby(by_county, key=lambda kommune: kommune.fylke)}
    return {
        "counties": counties,
        "county": None,
        "divided": False,
        "kommune": None,
        "path": "/kontakt",
        **_addresses(parts, "/kontakt", malform),
    }


def _addresses(parts: Parts, path: str, malform: Malform) -> dict[str, Any]:
    base = parts.settings.address
    return {"canonical": address(base, path, malform), "alternates": {code: address(base, path, code) for code in MALFORMER}}


def _onward(found: Addressed, malform: Malform, bydel: str | None = None) -> HTTPResponse:
    """To the one address of the municipality: for good, unless it was guessed."""
    bydel = bydel or (found.bydel.number if found.bydel else None)
    return redirect(contact_path(found.kommuner[0].slug, in_address(malform), bydel), status=301 if found.sure else 302)


def _office(parts: Parts, kommune: KommuneRef, bydel: str) -> str:
    """The name of the Nav office of a district: several may share one."""
    return parts.directory.cards("nav", kommune.nummer, bydel)[0].facts.name


def _district(parts: Parts, found: Addressed, request: Request) -> str | None:
    """`bydel=030101`, when the municipality has such a district."""
    asked = request.args.get("bydel") or ""
    return asked if any(asked == number for number, _ in parts.directory.districts(found.kommuner[0].nummer)) else None
