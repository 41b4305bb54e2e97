"""The cards of a county's services: the service's own pages; for OT a way in and the intake office, else the county's page; the national page.

Only what someone has seen is shown as fact; what is unverified or derived gives way to the next in the chain. A page that is about
something else than what is asked – the test, for who wants to begin – does not stand for the service: the county's page does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.contacts import card_text as words
from bot.contacts.card import SHOWN, ContactCard
from bot.contacts.card_text import Text
from bot.contacts.models import Fylkestjeneste, Inntak, Kommune, Reserve
from bot.contacts.tables import MATTERS, OF_THE_MUNICIPALITY, WAY_IN
from bot.contacts.way_in import nav_as_way_in, way_in_cards

MAX_OWN_PAGES = 3
PUT_THROUGH = ("fagopplaring", "voksenopplaring", "ombud")
"""Services for which the county's intake office is asked where nobody has seen a number of their own."""


def county_cards(
    session: Session, service: str, county: str, kommune_nummer: str | None, matter: str | None = None
) -> Iterator[ContactCard]:
    """The cards of a service in a county, those of the municipality's own first in line.

    Args:
        matter: one of `MATTERS`, when only that is asked about; None for the service as a whole.
    """
    rows = session.execute(
        select(Fylkestjeneste).where(Fylkestjeneste.fylkesnummer == county, Fylkestjeneste.tjeneste == service).order_by(Fylkestjeneste.rad)
    ).scalars()
    rows = [row for row in rows if not row.kommuner or kommune_nummer in row.kommuner.split(";")]
    own, fits = _own_pages(rows, matter)
    owner = session.execute(select(Inntak).where(Inntak.fylkesnummer == county)).scalar_one()
    if matter == OF_THE_MUNICIPALITY:
        yield from _municipality_cards(session, service, kommune_nummer)
        return
    if service == "ot":
        yield from _ot_cards(session, own, owner, county, kommune_nummer)
        return
    absent = next((_both(row.merknad_nb, row.merknad_nn) for row in rows if row.finnes == "nei"), None)
    cards = [] if fits else [_county_page(owner, service, absent)]
    cards += own
    intake = _intake(owner, service) if service in PUT_THROUGH else None
    if intake is not None and intake.phone and not any(card.phone for card in own):
        cards.append(replace(intake, note=absent or intake.note))
    if not fits or not any(card.phone for card in cards):
        cards.extend(national_cards(session, service))
    if not any(card.phone for card in cards):
        cards.append(nav_as_way_in(session, service))
    # Who answers stands before a page on which one would have to search, and the national page last.
    yield from sorted(cards, key=lambda card: (not fits and card.phone is None, card.level == "national" and card.phone is None))


def _municipality_cards(session: Session, service: str, kommune_nummer: str | None) -> Iterator[ContactCard]:
    """The municipality, where it and not the county has what is asked about; and a number to press, since its own nobody has seen."""
    own = session.execute(select(Kommune).where(Kommune.nummer == kommune_nummer)).scalar_one_or_none()
    say = words.text("si_voksenopplaring_kommune")
    if own is not None and own.nettsted:
        yield ContactCard(
            service=service,
            name=f"{own.navn} kommune",
            url=own.nettsted,
            level="own_page",
            freshness=words.page_freshness("lenke_sett", None),
            note=words.text("kommunen_voksne"),
            say=say,
        )
    yield replace(nav_as_way_in(session, service), say=say)


def _own_pages(rows: list[Any], matter: str | None) -> tuple[list[ContactCard], bool]:
    """The pages a service shows, what is asked about first, and whether the first of them is a page for that.

    What is about another matter is left out when one is asked about, and stands last when none is.
    """
    order = (matter, None) if matter else (None, *MATTERS)
    wanted = order if matter else (None, WAY_IN)
    shown = [(row.gjelder, card) for row in rows if row.gjelder in order and (card := _own_page(row))]
    shown.sort(key=lambda page: order.index(page[0]))
    return [card for _, card in shown][:MAX_OWN_PAGES], any(about in wanted for about, _ in shown)


def _ot_cards(session: Session, own: list[ContactCard], owner: Any, county: str, kommune_nummer: str | None) -> Iterator[ContactCard]:
    """OT's own page, else a way in to it; then the county's intake office, else Nav: a number to press there always is."""
    intake = _intake(owner, "ot")
    cards = own or list(way_in_cards(session, county, kommune_nummer))
    if intake is not None and (intake.phone or intake.email or not own):
        cards.append(intake)
    if not any(card.phone for card in cards):
        cards.append(nav_as_way_in(session, "ot"))
    yield from sorted(cards, key=lambda card: (card.level != "own_page", card.phone is None))
    if not own:
        yield from national_cards(session, "ot")


def _own_page(row: Any) -> ContactCard | None:
    url = row.url if row.url_status in SHOWN else None
    phone = row.telefon if row.telefon_status in SHOWN else None
    email = row.epost if row.epost_status in SHOWN else None
    if not row.navn or not (url or phone or email):
        return None
    return ContactCard(
        service=row.tjeneste,
        name=row.navn,
        phone=phone,
        url=url,
        email=email,
        level="own_page",
        freshness=words.page_freshness(row.url_status, row.sett),
        checked=row.sett,
        note=_both(row.merknad_nb, row.merknad_nn),
        say=words.text(f"si_{row.tjeneste}"),
    )


def _county_page(owner: Any, service: str, absent: Text | None) -> ContactCard:
    checked = owner.forside_sjekket if owner.forside_url else None
    return ContactCard(
        service=service,
        name=owner.eier,
        url=owner.forside_url or owner.nettsted,
        level="county_page",
        freshness=words.page_freshness("lenke_sjekket", checked),
        checked=checked,
        note=absent or words.county_note(service),
        say=words.text(f"si_{service}"),
    )


def _intake(owner: Any, service: str) -> ContactCard | None:
    given = owner.kontakt_status != "uverifisert"
    phone = owner.telefon if given else None
    email = owner.epost if given else None
    if not (phone or email or owner.inntak_url):
        return None
    switchboard = owner.telefon_til == "sentralbord"
    return ContactCard(
        service=service,
        name=owner.eier if switchboard else f"Inntakskontoret i {owner.fylke}",
        phone=phone,
        url=owner.inntak_url,
        email=email,
        level="county_switchboard" if switchboard and phone else "county_intake",
        freshness=words.intake_freshness(phone, email, owner.kontakt_dato, owner.inntak_sjekket),
        checked=(owner.kontakt_dato if phone or email else None) or owner.inntak_sjekket,
        note=words.intake_note(service, switchboard),
        say=words.text(f"si_{service}"),
    )


def national_cards(session: Session, service: str) -> Iterator[ContactCard]:
    """The national page of a service; nothing where there is none."""
    row = (
        session.execute(
            select(Reserve).where(Reserve.tjeneste == service, Reserve.vises.is_(True), Reserve.status.in_(SHOWN)).order_by(Reserve.rad)
        )
        .scalars()
        .first()
    )
    if row is None:
        return
    yield ContactCard(
        service=service,
        name=row.navn,
        phone=row.telefon,
        url=row.url,
        level="national",
        freshness=words.page_freshness(row.status, row.sett),
        checked=row.sett,
        note=words.national_note(service),
        say=words.text(f"si_{service}"),
    )


def _both(nb: str | None, nn: str | None) -> Text | None:
    return {"nb": nb, "nn": nn} if nb and nn else None
