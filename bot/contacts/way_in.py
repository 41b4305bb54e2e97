"""Who connects one to OT where OT itself has no number that anybody has seen: a school's counsellor, PPT, Nav.

That these are ways in says utdanning.no (2024-11-15): one reaches OT through the counsellor, PPT or Nav.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.contacts import card_text as words
from bot.contacts.card import NAV_PHONE, SHOWN, ContactCard
from bot.contacts.models import Fylkestjeneste, Kommune, NaermesteSkole, Skole
from bot.contacts.nav_card import nav_finder
from bot.contacts.tables import PPT

MAX_SCHOOLS = 2
MANY_SCHOOLS = 4
"""From this many schools in a municipality on none is named before the others: it is the one somebody went to last."""


def way_in_cards(session: Session, county: str, kommune_nummer: str | None) -> Iterator[ContactCard]:
    """The counsellor of the nearest schools; PPT where there is none to name. Nothing for a county that has neither."""
    schools = list(_schools(session, kommune_nummer)) if kommune_nummer else []
    yield from schools
    if not schools:
        yield from _ppt(session, county)


def nav_as_way_in(session: Session, service: str) -> ContactCard:
    """Nav's common number, which is always there to press, for a service whose own number nobody has seen."""
    finder = nav_finder(session)
    return ContactCard(
        service=service,
        name="Nav",
        phone=NAV_PHONE,
        url=finder,
        level="way_in",
        freshness=words.text("nav_felles_nummer"),
        note=words.nav_instead(service),
        finder_url=finder,
        say=words.text("si_vei_inn" if service == "ot" else f"si_{service}"),
    )


def _schools(session: Session, kommune_nummer: str) -> Iterator[ContactCard]:
    own = session.execute(select(Skole).where(Skole.kommune == kommune_nummer).order_by(Skole.rad)).scalars().all()
    if len(own) >= MANY_SCHOOLS:
        return
    for school in [school for school in own if school.nettsted][:MAX_SCHOOLS]:
        yield _school(school, words.text("vei_inn_skole"))
    if own:
        return
    near = session.execute(
        select(Skole, NaermesteSkole.km, Kommune.navn)
        .join(NaermesteSkole, NaermesteSkole.organisasjonsnummer == Skole.organisasjonsnummer)
        .join(Kommune, Kommune.nummer == Skole.kommune)
        .where(NaermesteSkole.kommune == kommune_nummer, Skole.nettsted.is_not(None))
        .order_by(NaermesteSkole.km)
    ).all()
    for school, km, place in near[:MAX_SCHOOLS]:
        yield _school(school, words.text("vei_inn_naer_skole", place, str(km)))


def _school(school: Any, note: words.Text) -> ContactCard:
    return ContactCard(
        service="ot",
        name=school.navn,
        url=school.nettsted,
        address=school.adresse,
        level="way_in",
        freshness=words.text("skole_sist_sett", words.when(school.sett)),
        checked=school.sett,
        note=note,
        say=words.text("si_vei_inn"),
    )


def _ppt(session: Session, county: str) -> Iterator[ContactCard]:
    rows = session.execute(
        select(Fylkestjeneste).where(Fylkestjeneste.fylkesnummer == county, Fylkestjeneste.tjeneste == PPT).order_by(Fylkestjeneste.rad)
    ).scalars()
    for row in rows:
        if row.url_status not in SHOWN:
            continue
        yield ContactCard(
            service="ot",
            name=row.navn,
            phone=row.telefon if row.telefon_status in SHOWN else None,
            url=row.url,
            level="way_in",
            freshness=words.page_freshness(row.url_status, row.sett),
            checked=row.sett,
            note={"nb": row.merknad_nb, "nn": row.merknad_nn} if row.merknad_nb else None,
            say=words.text("si_vei_inn"),
        )
