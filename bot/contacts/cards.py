"""Contact cards for a place: the cards of each service, best first, and the local schemes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from bot.contacts import card_text as words
from bot.contacts.card import ContactCard, KommuneInfo, LocalOffer, UnknownPlaceError
from bot.contacts.county_cards import county_cards, national_cards
from bot.contacts.models import Inntak, Kommune, Kontor, LokaltTilbud
from bot.contacts.nav_card import nav_card
from bot.contacts.tables import SERVICES
from bot.contacts.writing import with_writing


def kommune(session: Session, number: str) -> KommuneInfo:
    """The municipality with this number of four digits.

    Raises:
        UnknownPlaceError: there is none.
    """
    row = session.execute(select(Kommune).where(Kommune.nummer == number)).scalar_one_or_none()
    if row is None:
        raise UnknownPlaceError(f"no municipality {number!r}")
    return KommuneInfo(row.nummer, row.navn, row.fylkesnummer, row.fylke, row.malform)


def needs_bydel(session: Session, kommune_nummer: str) -> list[tuple[str, str]]:
    """The (number, name) of each bydel with its own Nav office; empty when the municipality has one office."""
    rows = session.execute(
        select(Kontor.bydelsnummer, Kontor.bydel)
        .where(Kontor.kommune == kommune_nummer, Kontor.bydelsnummer.is_not(None))
        .order_by(Kontor.rad)
    )
    return [(number, name) for number, name in rows]


def contact_cards(
    session: Session,
    service: str,
    kommune_nummer: str | None = None,
    fylke: str | None = None,
    bydel: str | None = None,
    matter: str | None = None,
) -> tuple[ContactCard, ...]:
    """The cards of a service for a place, best first.

    Args:
        session: a session on the contact database.
        service: one of `SERVICES`.
        kommune_nummer: four digits; None when the municipality is not known.
        fylke: the county's number or name, used when there is no municipality.
        bydel: number or name of a bydel of the municipality; only matters for Nav.
        matter: one of `MATTERS`: what of the service is asked about; None for the whole of it.

    Returns:
        at least one card; where the place is known, at least one with a phone.

    Raises:
        ValueError: no such service.
        UnknownPlaceError: no such municipality, county or bydel.
    """
    if service not in SERVICES:
        raise ValueError(f"no service {service!r}; there are {', '.join(SERVICES)}")
    county = _county_of(session, kommune_nummer, fylke)
    if service == "nav":
        cards: tuple[ContactCard, ...] = (nav_card(session, kommune_nummer, bydel),)
    elif county is None:
        cards = tuple(national_cards(session, service))
    else:
        cards = tuple(county_cards(session, service, county, kommune_nummer, matter))
    return with_writing(service, _told_rightly(service, cards))


def _told_rightly(service: str, cards: tuple[ContactCard, ...]) -> tuple[ContactCard, ...]:
    """The cards without words for a call nobody can make, each with what happens then, the first with the age the service is for."""
    number = next((card for card in cards if card.phone), None)
    spoken = [_with_outcome(service, card, number) for card in cards]
    limit = words.age_note(service)
    if spoken and limit is not None:
        spoken[0] = replace(spoken[0], note=words.joined(limit, spoken[0].note) if spoken[0].note else limit)
    return tuple(spoken)


def _with_outcome(service: str, card: ContactCard, number: ContactCard | None) -> ContactCard:
    """The card with what happens when one rings it; without a number, with the number of the card to ring when its page does not help."""
    if card.phone:
        return replace(card, then=words.afterwards(service, card.level))
    key = "kommer_ikke_videre" if card.url else "heller_ringe"
    told = None if number is None else words.text(key, number.name, str(number.phone))
    return replace(card, say=None, then=told)


def local_offers(session: Session, kommune_nummer: str | None = None, fylke: str | None = None) -> tuple[LocalOffer, ...]:
    """The local schemes of a municipality and its county, best known first.

    Offers we searched for and did not find come last, with words that say we do not know whether
    they exist today (`freshness`); the report is the only reason to ask for them.

    Raises:
        UnknownPlaceError: no such municipality or county.
    """
    county = _county_of(session, kommune_nummer, fylke)
    rows = session.execute(select(LokaltTilbud).order_by(LokaltTilbud.rad)).scalars()
    fitting = [row for row in rows if {kommune_nummer, county} & set(row.omrade.split(";"))]
    fitting.sort(key=lambda row: words.OFFER_ORDER.index(row.status))
    return tuple(_offer(row, _who_knows(session, row.omrade_type, kommune_nummer, county)) for row in fitting)


def _who_knows(session: Session, area: str, kommune_nummer: str | None, county: str | None) -> ContactCard:
    """The one to ring about an offer: it has a phone."""
    if area == "kommune":
        return nav_card(session, kommune_nummer, None)
    return next(card for card in contact_cards(session, "fagopplaring", kommune_nummer, county) if card.phone)


def _offer(row: Any, ask: ContactCard) -> LocalOffer:
    year = max(row.kjent_aar, int((row.bekreftet or "0")[:4]))
    freshness = words.offer_confirmed(row.bekreftet) if row.bekreftet else words.offer_freshness(row.status, year)
    source = f"Inn i jobb (2021), s. {row.rapportside}" if row.rapportside else row.kilde_url.split("/")[2].removeprefix("www.")
    return LocalOffer(
        name=row.navn,
        what={"nb": row.hva_nb, "nn": row.hva_nn},
        responsible=row.ansvarlig,
        year=year,
        source=source,
        status=row.status,
        freshness=freshness,
        url=row.kilde_url if row.status == "bekreftet" else None,
        ask=ask,
    )


def _county_of(session: Session, kommune_nummer: str | None, fylke: str | None) -> str | None:
    if kommune_nummer is not None:
        return kommune(session, kommune_nummer).county_number
    if not fylke:
        return None
    found = session.execute(
        select(Inntak.fylkesnummer).where(or_(Inntak.fylkesnummer == fylke, Inntak.fylke == fylke))
    ).scalar_one_or_none()
    if found is None:
        raise UnknownPlaceError(f"no county {fylke!r}")
    return str(found)
