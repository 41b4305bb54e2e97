"""Contact cards: always someone to turn to, and nothing unverified shown as fact."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.contacts import SERVICES, UnknownPlaceError, contact_cards, import_contacts, kommune, local_offers, open_engine
from bot.contacts.card import SHOWN
from bot.contacts.database import session_of
from bot.contacts.models import Fylkestjeneste, Kommune, LokaltTilbud, Reserve
from bot.contacts.tables import WAY_IN
from tests.unit.contacts.spoilt import spoil

LEVELS = {"own_page", "way_in", "county_page", "county_intake", "county_switchboard", "national"}


def _bilingual(text: dict[str, str] | None) -> bool:
    return text is None or ({"nb", "nn"} <= set(text) <= {"nb", "nn", "en"} and all(text.values()))


@pytest.mark.parametrize("service", SERVICES)
def test_every_municipality_has_someone_to_turn_to(session: Session, service: str) -> None:
    dead = {row.url for row in session.execute(select(Fylkestjeneste)).scalars() if row.url_status == "gammel"}
    dead |= {row.url for row in session.execute(select(Reserve)).scalars() if not row.vises}
    withheld = {
        row.telefon
        for row in session.execute(select(Fylkestjeneste)).scalars()
        if row.telefon and row.telefon_status in ("gammel", "uverifisert")
    }
    for number in session.execute(select(Kommune.nummer)).scalars():
        cards = contact_cards(session, service, number)
        assert cards
        assert cards[0].phone or cards[0].url or cards[0].email
        for card in cards:
            assert card.service == service
            assert card.phone or card.url or card.email
            assert card.then, card.name
            assert card.level in LEVELS
            assert card.url not in dead or card.url is None
            assert card.phone not in withheld or card.phone is None
            assert all(map(_bilingual, (card.freshness, card.note, card.say, card.then, card.level_text)))
            assert "NAV" not in card.name
        assert any(card.phone for card in cards), number
        order = [card.level for card in cards]
        if service == "nav" or _fits(session, service, number):
            assert "own_page" not in order or order[0] == "own_page"
        else:
            assert cards[0].phone, "who answers stands before a page one would have to search"
        assert all(card.phone is None for card in cards[:-1] if card.level == "national") or service in ("karrieresenter", "ombud")


def _fits(session: Session, service: str, number: str) -> bool:
    """Whether the county has a page to show that is about the service as a whole, or the way in to it."""
    rows = session.execute(select(Fylkestjeneste).where(Fylkestjeneste.tjeneste == service)).scalars()
    county = kommune(session, number).county_number
    return any(
        row.fylkesnummer == county
        and (not row.kommuner or number in row.kommuner.split(";"))
        and row.gjelder in (None, WAY_IN)
        and row.navn
        and {row.url_status, row.telefon_status, row.epost_status} & set(SHOWN)
        for row in rows
    )


def test_without_a_place(session: Session) -> None:
    for service in SERVICES:
        cards = contact_cards(session, service)
        assert [card.level for card in cards] == ["national"]


def test_county_by_number_and_name(session: Session) -> None:
    assert contact_cards(session, "ot", fylke="18") == contact_cards(session, "ot", fylke="Nordland")


def test_wrong_arguments(session: Session) -> None:
    with pytest.raises(ValueError, match="no service"):
        contact_cards(session, "politi", "1806")
    for wrong in ({"kommune_nummer": "9999"}, {"fylke": "Viken"}, {"kommune_nummer": "0301", "bydel": "Månen"}):
        with pytest.raises(UnknownPlaceError):
            contact_cards(session, "nav", **wrong)
    with pytest.raises(UnknownPlaceError):
        kommune(session, "9999")


def test_kommune(session: Session) -> None:
    info = kommune(session, "1824")
    assert (info.name, info.county, info.county_number, info.malform) == ("Vefsn", "Nordland", "18", "nøytral")


def test_every_local_offer_is_offered_with_its_source_and_year(session: Session) -> None:
    for row in session.execute(select(LokaltTilbud)).scalars():
        for number in row.omrade.split(";"):
            place = {"kommune_nummer": number} if row.omrade_type == "kommune" else {"fylke": number}
            offer = next(offer for offer in local_offers(session, **place) if offer.name == row.navn)
            assert _bilingual(offer.what)
            assert _bilingual(offer.freshness)
            assert str(offer.year) in offer.freshness["nb"]
            assert str(offer.year) in offer.freshness["nn"]
            assert offer.source.startswith("Inn i jobb (2021), s. ") or not row.rapportside
            if row.status == "ikke_funnet":
                assert "Vi vet ikke om dette finnes i dag" in offer.freshness["nb"]
                assert "Vi veit ikkje om dette finst i dag" in offer.freshness["nn"]


def test_an_offer_somebody_made_sure_of_is_as_new_as_that(copied: Path) -> None:
    spoil(copied, "lokale_tilbud.csv", "ikke_sokt,2020,,", "ikke_sokt,2020,2026-03,")
    engine = open_engine("sqlite://")
    import_contacts(engine, copied)
    with session_of(engine) as session:
        offer = next(offer for offer in local_offers(session, "4204") if offer.name == "Flere i arbeid")
    assert offer.year == 2026
    assert offer.freshness["nb"] == "Tilbudet fantes i mars 2026. Spør om det gjelder nå."


def test_local_offers_by_place(session: Session) -> None:
    narvik = [offer.name for offer in local_offers(session, "1806")]
    assert "Jobbstart i Narvik" in narvik
    assert "Læreplassgaranti i Nordland" in narvik
    assert narvik.index("Læreplassgaranti i Nordland") < narvik.index("Jobbstart i Narvik")
    assert local_offers(session, "1103") == ()
    assert local_offers(session) == ()


def test_nobody_is_told_what_to_say_to_a_card_without_a_number(session: Session) -> None:
    for service in SERVICES:
        for card in contact_cards(session, service, "4619"):
            assert card.phone or card.say is None, card.name


def test_a_card_without_a_number_ends_in_the_number_of_another(session: Session) -> None:
    for service in SERVICES:
        for number in ("0301", "3107", "4619", "1806"):
            cards = contact_cards(session, service, number)
            ring = next(card for card in cards if card.phone)
            for card in cards:
                assert card.then is not None
                assert card.phone or f"{ring.name}: {ring.phone}." in card.then["nb"], card.name


def test_every_local_offer_has_a_number_to_ring(session: Session) -> None:
    for number in session.execute(select(Kommune.nummer)).scalars():
        for offer in local_offers(session, number):
            assert offer.ask.phone, offer.name
    (narvik,) = {offer.ask.name for offer in local_offers(session, "1806") if offer.name == "Jobbstart i Narvik"}
    (county,) = {offer.ask.name for offer in local_offers(session, "1806") if offer.name == "Læreplassgaranti i Nordland"}
    assert (narvik, county) == ("Nav Narvik", "Inntakskontoret i Nordland")


def test_who_is_too_young_for_a_service_is_told_where_to_go(session: Session) -> None:
    for fylke in ("Akershus", "Vestland"):
        note = contact_cards(session, "voksenopplaring", fylke=fylke)[0].note
        assert note is not None
        assert "vigo.no" in note["nb"]


def test_an_office_of_another_name_says_whom_it_serves(session: Session) -> None:
    (orkland,) = contact_cards(session, "nav", "5061")
    assert orkland.note is not None
    assert orkland.note["nb"].startswith("Kontoret er også for Rindal.")
    (narvik,) = contact_cards(session, "nav", "1806")
    assert narvik.note is not None
    assert "også for" not in narvik.note["nb"]
