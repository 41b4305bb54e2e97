"""The card of a Nav office: its own where somebody has seen it, Nav's common number where not."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.contacts import card_text as words
from bot.contacts.card import NAV_PHONE, ContactCard, UnknownPlaceError
from bot.contacts.models import Kommune, Kontor, Reserve
from bot.contacts.normalise import key

SEEN_OFFICE = ("sett_i_navdata", "bekreftet_kommuneside")
"""The statuses of an office that is shown: somebody has seen which municipality it serves."""


def nav_card(session: Session, kommune_nummer: str | None, bydel: str | None) -> ContactCard:
    """The office of a municipality or one of its bydeler; the common number where there are several, or none is known.

    Raises:
        UnknownPlaceError: the municipality has no such bydel.
    """
    query = select(Kontor).where(Kontor.kommune == kommune_nummer).order_by(Kontor.rad)
    offices = session.execute(query).scalars().all() if kommune_nummer else []
    if bydel is not None:
        offices = [row for row in offices if bydel.casefold() in (row.bydelsnummer, (row.bydel or "").casefold())]
        if not offices:
            raise UnknownPlaceError(f"no bydel {bydel!r} in municipality {kommune_nummer!r}")
    finder = nav_finder(session)
    office = offices[0] if len(offices) == 1 else None
    if office is None or office.status not in SEEN_OFFICE:
        note = (
            words.text("nav_ubekreftet") if office is not None else words.text("nav_velg_bydel") if offices else words.text("nav_uten_sted")
        )
        return ContactCard(
            service="nav",
            name="Nav",
            phone=NAV_PHONE,
            url=finder,
            level="national",
            freshness=words.text("nav_felles_nummer"),
            note=note,
            finder_url=finder,
            say=words.text("si_nav"),
        )
    own_note: words.Text | None = (
        words.text("nav_telefon") if office.telefon == NAV_PHONE else None
    )  # an office may have told a number of its own
    name = session.execute(select(Kommune.navn).where(Kommune.nummer == office.kommune)).scalar_one().split(" (")[0]
    own_note = words.text("nav_kan_ha_endret_seg") if office.kan_vaere_endret else own_note
    elsewhere = not office.bydel and key(name) not in key(office.navn)
    told: words.Text | None = words.joined(words.text("nav_ogsaa_for", name), own_note) if elsewhere else own_note
    return ContactCard(
        service="nav",
        name=office.navn,
        phone=office.telefon,
        url=office.url,
        address=office.adresse,
        hours={"nb": office.apningstid, "nn": office.apningstid_nn or office.apningstid} if office.apningstid else None,
        drop_in=office.tider,
        level="own_page",
        freshness=words.nav_freshness(office.sett, office.adresse_sett),
        checked=office.adresse_sett or office.sett,
        note=told,
        finder_url=office.finner_url,
        say=words.text("si_nav"),
    )


def nav_finder(session: Session) -> str | None:
    """The page of Nav where one finds one's office; None where the data has none."""
    return session.execute(select(Reserve.url).where(Reserve.tjeneste == "nav", Reserve.vises.is_(True)).order_by(Reserve.rad)).scalar()  # type: ignore[no-any-return]
