"""Every card of a municipality, as people see it, for those who know the services to read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.contacts.card import ContactCard
from bot.contacts.cards import contact_cards, kommune, local_offers, needs_bydel
from bot.contacts.directory import OFFER_YEARS, Offer, in_malform
from bot.contacts.kinds import Places
from bot.contacts.models import Fylkestjeneste, Kommune, Kontor, Skole
from bot.contacts.places import PlaceFinder
from bot.contacts.sheet_words import service_title
from bot.contacts.staff_text import StaffError, has, say
from bot.contacts.tables import SERVICES
from bot.settings import ROOT
from bot.yaml_lines import read_yaml

BUTTONS = ROOT / "data" / "content" / "phrases.yml"
"""What stands on the buttons of a card, as the web shows them."""


def place_named(session: Session, text: str, malform: str) -> str:
    """The number of the municipality that somebody names.

    Args:
        session: a session on the contact database.
        text: its number, its name, or a place in it.
        malform: «nb» or «nn», for what is told when there is none.

    Raises:
        StaffError: there is none, or there are several; then they are listed.
    """
    rows = [dict(row) for row in session.execute(select(Kommune.__table__)).mappings()]
    places = Places(rows)
    numbers = places.municipalities(text)
    if not numbers and not text.strip().isdigit():
        numbers = tuple(found.nummer for found in PlaceFinder(session).find(text, expecting_place=True).kommuner)
    if not numbers:
        raise StaffError("ingen_kommune", text, malform=malform)
    if len(numbers) > 1:
        raise StaffError("flere_kommuner", text, ", ".join(places.label(number) for number in numbers), malform=malform)
    return numbers[0]


def proof(session: Session, number: str, malform: str, today: date) -> Iterator[str]:
    """The lines of every service's cards, and of the local offers.

    Args:
        session: a session on the contact database.
        number: the number of the municipality.
        malform: «nb» or «nn».
        today: what the age of an offer is counted to.

    Raises:
        UnknownPlaceError: there is no such municipality.
    """
    place = kommune(session, number)
    yield say("bevis_sted", malform, place.name, place.number, place.county)
    for service in SERVICES:
        yield from _heading(service_title(service, malform))
        cards = contact_cards(session, service, number)
        for card in cards:
            yield from _card(session, card, malform)
        if not cards:
            yield say("bevis_ingen", malform)
        if service == "nav":
            for bydel, name in needs_bydel(session, number):
                yield from _heading(say("bevis_bydel", malform, name))
                for card in contact_cards(session, service, number, bydel=bydel):
                    yield from _card(session, card, malform)
    yield from _offers(session, number, malform, today)


def _offers(session: Session, number: str, malform: str, today: date) -> Iterator[str]:
    offers = local_offers(session, number)
    if offers:
        yield from _heading(say("bevis_tilbud", malform))
    for offer in offers:
        yield from ("", offer.name, f"  {Offer(offer).text(malform)}")
        yield say("bevis_knapp", malform, _button("ui_ring", malform, str(offer.ask.phone)), _call(str(offer.ask.phone)))
        if offer.url:
            yield say("bevis_knapp", malform, _button("ui_nettside", malform), offer.url)
        yield say("bevis_kilde", malform, offer.year, offer.source)
        if not Offer(offer).holds(today):
            yield say("bevis_for_gammelt", malform, OFFER_YEARS)


def _heading(text: str) -> Iterator[str]:
    yield from ("", text.upper(), "─" * len(text))


def _card(session: Session, card: ContactCard, malform: str) -> Iterator[str]:
    yield from ("", card.name)
    yield say("bevis_rolle", malform, card.level_text)
    for title, target in _buttons(card, malform):
        yield say("bevis_knapp", malform, title, target)
    for title, text in (("ui_adresse", card.address), ("ui_tid", in_malform(card.hours, malform))):
        if text:
            yield say("bevis_felt", malform, _button(title, malform), text)
    if note := in_malform(card.note, malform):
        yield f"  {note}"
    if then := in_malform(card.then, malform):
        yield f"  {then}"
    if words := in_malform(card.say, malform):
        yield f"  {_button('ui_ringe', malform)} {words}"
    if message := in_malform(card.message, malform):
        before = " ".join(text[malform] for text in card.before)
        yield f"  {_button('ui_skrive', malform)} {message} {before}".rstrip()
    unknown = say("bevis_ukjent", malform)
    yield say("bevis_ferskhet", malform, card.freshness, card.checked or unknown, _source(session, card, malform) or unknown)


def _buttons(card: ContactCard, malform: str) -> Iterator[tuple[str, str]]:
    """Each button's title and what it opens, as web/templates/parts.html has them."""
    if card.phone:
        yield _button("ui_ring", malform, card.phone), _call(card.phone)
    if card.email:
        yield card.email, f"mailto:{card.email}"
    if card.url:
        yield _button("ui_nettside", malform), card.url
    if card.finder_url and card.finder_url != card.url:
        yield _button("ui_finn", malform), card.finder_url
    for way in card.write:
        yield f"{way.title[malform]} ({way.when[malform]})", way.url


def _call(phone: str) -> str:
    return f"tel:{phone.replace(' ', '')}"


def _button(key: str, malform: str, *parts: str) -> str:
    return str(read_yaml(BUTTONS).value[key][malform]).format(*parts)


def _source(session: Session, card: ContactCard, malform: str) -> str:
    """Where the row behind a card was seen: what its `kilde` says, else the site it leads to."""
    noted = session.execute(_noted(card)).scalars().first() if card.level in ("own_page", "way_in") else None
    if noted:
        return "; ".join(say(f"kilde_{code}", malform) if has(f"kilde_{code}") else code for code in noted.split("; "))
    if card.level == "way_in" and session.execute(select(Skole.rad).where(Skole.navn == card.name)).first():
        return say("kilde_nsr", malform)
    return urlsplit(card.url).netloc.removeprefix("www.") if card.url else ""


def _noted(card: ContactCard) -> Any:
    model = Kontor if card.service == "nav" else Fylkestjeneste
    return select(model.kilde).where(model.navn == card.name, model.kilde.is_not(None)).order_by(model.url != card.url)
