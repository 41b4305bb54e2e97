"""Contact cards: whom to call or write to, how sure we are, and where it comes from.

Only what someone has seen is shown as fact. What is unverified or derived gives way to the next
in the chain: the service's own page, the county's intake office (for OT), the county's front page,
the national page. Each card says which of them it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from bot.contacts import card_text as words
from bot.contacts.card_text import Text
from bot.contacts.models import Fylkestjeneste, Inntak, Kommune, Kontor, LokaltTilbud, Reserve
from bot.contacts.tables import SERVICES

Level = Literal["own_page", "county_page", "county_intake", "national"]
Service = Literal["nav", "ot", "karrieresenter", "fagopplaring", "voksenopplaring", "ombud"]

NAV_PHONE = "55 55 33 33"
MAX_OWN_PAGES = 3
_SHOWN = ("sett", "lenke_sett", "lenke_sjekket")
_SEEN_OFFICE = ("sett_i_navdata", "bekreftet_kommuneside")


class UnknownPlaceError(LookupError):
    """There is no such municipality, county or bydel."""


@dataclass(frozen=True)
class ContactCard:
    """One place to turn to."""

    service: str
    name: str
    phone: str | None
    url: str | None
    email: str | None
    address: str | None
    hours: str | None
    """Opening hours as the office gives them (bokmål)."""
    level: Level
    freshness: Text
    """How fresh the information is, in «nb» and «nn»."""
    checked: str | None
    """When it was last seen: `2026-10-05`, `2026-10` or `2026`; None when no date is known."""
    note: Text | None
    finder_url: str | None
    """Where to look up the right office, when there is such a page."""
    say: Text | None = None
    """What to say when calling."""

    @property
    def level_text(self) -> Text:
        """In plain words: whose page or number this is."""
        return words.text(f"niva_{self.level}")


@dataclass(frozen=True)
class LocalOffer:
    """A local scheme, with how and when we learnt of it."""

    name: str
    what: Text
    responsible: str
    year: int
    """The year our knowledge is from."""
    source: str
    """For example «Inn i jobb (2021), s. 41»."""
    status: str
    freshness: Text
    """What we know of it today; to be shown with the offer, always."""
    url: str | None


@dataclass(frozen=True)
class KommuneInfo:
    """A municipality."""

    number: str
    name: str
    county_number: str
    county: str
    malform: str
    """«bokmål», «nynorsk» or «nøytral»: what the municipality has chosen."""


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
) -> tuple[ContactCard, ...]:
    """The cards of a service for a place, best first.

    Args:
        session: a session on the contact database.
        service: one of `SERVICES`.
        kommune_nummer: four digits; None when the municipality is not known.
        fylke: the county's number or name, used when there is no municipality.
        bydel: number or name of a bydel of the municipality; only matters for Nav.

    Returns:
        at least one card with a phone or an address on the web; `()` only for `ombud` without a
        place, since there is no national ombud to send anyone to.

    Raises:
        ValueError: no such service.
        UnknownPlaceError: no such municipality, county or bydel.
    """
    if service not in SERVICES:
        raise ValueError(f"no service {service!r}; there are {', '.join(SERVICES)}")
    county = _county_of(session, kommune_nummer, fylke)
    if service == "nav":
        return (_nav(session, kommune_nummer, bydel),)
    if county is None:
        return tuple(_national(session, service))
    return tuple(_county_chain(session, service, county, kommune_nummer))


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
    return tuple(_offer(row) for row in fitting)


def _offer(row: Any) -> LocalOffer:
    source = f"Inn i jobb (2021), s. {row.rapportside}" if row.rapportside else row.kilde_url.split("/")[2].removeprefix("www.")
    return LocalOffer(
        name=row.navn,
        what={"nb": row.hva_nb, "nn": row.hva_nn},
        responsible=row.ansvarlig,
        year=row.kjent_aar,
        source=source,
        status=row.status,
        freshness=words.offer_freshness(row.status, row.kjent_aar),
        url=row.kilde_url if row.status == "bekreftet" else None,
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


def _nav(session: Session, kommune_nummer: str | None, bydel: str | None) -> ContactCard:
    query = select(Kontor).where(Kontor.kommune == kommune_nummer).order_by(Kontor.rad)
    offices = session.execute(query).scalars().all() if kommune_nummer else []
    if bydel is not None:
        offices = [row for row in offices if bydel.casefold() in (row.bydelsnummer, (row.bydel or "").casefold())]
        if not offices:
            raise UnknownPlaceError(f"no bydel {bydel!r} in municipality {kommune_nummer!r}")
    finder = session.execute(select(Reserve.url).where(Reserve.tjeneste == "nav", Reserve.vises.is_(True)).order_by(Reserve.rad)).scalar()
    office = offices[0] if len(offices) == 1 else None
    if office is None or office.status not in _SEEN_OFFICE:
        note = (
            words.text("nav_ubekreftet") if office is not None else words.text("nav_velg_bydel") if offices else words.text("nav_uten_sted")
        )
        return ContactCard(
            service="nav",
            name="Nav",
            phone=NAV_PHONE,
            url=finder,
            email=None,
            address=None,
            hours=None,
            level="national",
            freshness=words.text("nav_felles_nummer"),
            checked=None,
            note=note,
            finder_url=finder,
            say=words.text("si_nav"),
        )
    note = words.text("nav_kan_ha_endret_seg") if office.kan_vaere_endret else words.text("nav_telefon")
    return ContactCard(
        service="nav",
        name=office.navn,
        phone=office.telefon,
        url=office.url,
        email=None,
        address=office.adresse,
        hours=office.apningstid,
        level="own_page",
        freshness=words.nav_freshness(office.sett, office.adresse_sett),
        checked=office.adresse_sett or office.sett,
        note=note,
        finder_url=office.finner_url,
        say=words.text("si_nav"),
    )


def _county_chain(session: Session, service: str, county: str, kommune_nummer: str | None) -> Iterator[ContactCard]:
    rows = session.execute(
        select(Fylkestjeneste).where(Fylkestjeneste.fylkesnummer == county, Fylkestjeneste.tjeneste == service).order_by(Fylkestjeneste.rad)
    ).scalars()
    rows = [row for row in rows if not row.kommuner or kommune_nummer in row.kommuner.split(";")]
    own = [card for row in rows if (card := _own_page(row))][:MAX_OWN_PAGES]
    yield from own
    owner = session.execute(select(Inntak).where(Inntak.fylkesnummer == county)).scalar_one()
    intake = _intake(owner) if service == "ot" else None
    if intake is not None and (intake.phone or intake.email):
        yield intake
    if own:
        return
    absent = next((row for row in rows if row.finnes == "nei"), None)
    if intake is None or not (intake.phone or intake.email):
        yield _county_page(owner, service, absent)
        if intake is not None:
            yield intake
    yield from _national(session, service)


def _own_page(row: Any) -> ContactCard | None:
    url = row.url if row.url_status in _SHOWN else None
    phone = row.telefon if row.telefon_status in _SHOWN else None
    email = row.epost if row.epost_status in _SHOWN else None
    if not row.navn or not (url or phone):
        return None
    return ContactCard(
        service=row.tjeneste,
        name=row.navn,
        phone=phone,
        url=url,
        email=email,
        address=None,
        hours=None,
        level="own_page",
        freshness=words.page_freshness(row.url_status, row.sett),
        checked=row.sett,
        note=_both(row.merknad_nb, row.merknad_nn),
        finder_url=None,
        say=words.text(f"si_{row.tjeneste}"),
    )


def _county_page(owner: Any, service: str, absent: Any | None) -> ContactCard:
    note = _both(absent.merknad_nb, absent.merknad_nn) if absent is not None else None
    checked = owner.forside_sjekket if owner.forside_url else None
    return ContactCard(
        service=service,
        name=owner.eier,
        phone=None,
        url=owner.forside_url or owner.nettsted,
        email=None,
        address=None,
        hours=None,
        level="county_page",
        freshness=words.page_freshness("lenke_sjekket", checked),
        checked=checked,
        note=note or words.county_note(service),
        finder_url=None,
        say=words.text(f"si_{service}"),
    )


def _intake(owner: Any) -> ContactCard | None:
    given = owner.kontakt_status != "uverifisert"
    phone = owner.telefon if given else None
    email = owner.epost if given else None
    if not (phone or email or owner.inntak_url):
        return None
    switchboard = owner.telefon_til == "sentralbord"
    return ContactCard(
        service="ot",
        name=owner.eier if switchboard else f"Inntakskontoret i {owner.fylke}",
        phone=phone,
        url=owner.inntak_url,
        email=email,
        address=None,
        hours=None,
        level="county_intake",
        freshness=words.intake_freshness(owner.kontakt_dato if phone or email else None, owner.inntak_sjekket),
        checked=(owner.kontakt_dato if phone or email else None) or owner.inntak_sjekket,
        note=words.text("inntak_sentralbord") if switchboard else words.text("inntak"),
        finder_url=None,
        say=words.text("si_ot"),
    )


def _national(session: Session, service: str) -> Iterator[ContactCard]:
    row = (
        session.execute(
            select(Reserve).where(Reserve.tjeneste == service, Reserve.vises.is_(True), Reserve.status.in_(_SHOWN)).order_by(Reserve.rad)
        )
        .scalars()
        .first()
    )
    if row is None:
        return
    yield ContactCard(
        service=service,
        name=row.navn,
        phone=None,
        url=row.url,
        email=None,
        address=None,
        hours=None,
        level="national",
        freshness=words.page_freshness(row.status, row.sett),
        checked=row.sett,
        note=words.national_note(service),
        finder_url=None,
        say=None,
    )


def _both(nb: str | None, nn: str | None) -> Text | None:
    return {"nb": nb, "nn": nn} if nb and nn else None
