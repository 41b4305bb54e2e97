"""Contact cards: always someone to turn to, and nothing unverified shown as fact."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.contacts import SERVICES, UnknownPlaceError, card_text, contact_cards, kommune, local_offers, needs_bydel
from bot.contacts.models import Fylkestjeneste, Kommune, Kontor, LokaltTilbud, Reserve

LEVELS = {"own_page", "county_page", "county_intake", "national"}


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
            assert card.phone or card.url
            assert card.level in LEVELS
            assert card.url not in dead or card.url is None
            assert card.phone not in withheld or card.phone is None
            assert all(map(_bilingual, (card.freshness, card.note, card.say, card.level_text)))
            assert "NAV" not in card.name
        order = [card.level for card in cards]
        assert "own_page" not in order or order[0] == "own_page"
        assert "national" not in order or order[-1] == "national"


def test_a_derived_nav_office_is_not_named(session: Session) -> None:
    rows = session.execute(select(Kontor).where(Kontor.status.in_(("avledet", "usikker")))).scalars().all()
    assert rows
    for row in rows:
        (card,) = contact_cards(session, "nav", row.kommune)
        assert (card.name, card.level, card.phone) == ("Nav", "national", "55 55 33 33")
        assert card.finder_url
        assert card.address is None
        assert card.hours is None
        assert card.note == card_text.text("nav_ubekreftet")


def test_a_seen_nav_office(session: Session) -> None:
    (card,) = contact_cards(session, "nav", "1806")
    assert (card.name, card.level, card.phone) == ("Nav Narvik", "own_page", "55 55 33 33")
    assert card.url == "https://www.nav.no/kontor/nav-narvik"
    assert card.freshness == {
        "nb": "Kontoret stod i Navs liste i mai 2025",
        "nn": "Kontoret stod i lista til Nav i mai 2025",
        "en": "The office was in Nav's list in May 2025",
    }
    assert card.checked == "2025-05"


@pytest.mark.parametrize(("number", "count"), [("0301", 16), ("1103", 9), ("4601", 8), ("5001", 4), ("1806", 0)])
def test_bydeler(session: Session, number: str, count: int) -> None:
    bydeler = needs_bydel(session, number)
    assert len(bydeler) == count
    for bydel_number, name in bydeler:
        (card,) = contact_cards(session, "nav", number, bydel=bydel_number)
        assert card.level == "own_page"
        assert contact_cards(session, "nav", number, bydel=name.upper()) == (card,)
    if count:
        (card,) = contact_cards(session, "nav", number)
        assert (card.name, card.note) == ("Nav", card_text.text("nav_velg_bydel"))


def test_ot_without_a_page_of_its_own_goes_to_the_intake_office(session: Session) -> None:
    first, last = contact_cards(session, "ot", "1806")
    assert (first.level, first.phone, first.email) == ("county_intake", "75 65 02 10", "inntak@nfk.no")
    assert first.note == card_text.text("inntak")
    assert last.level == "national"


def test_ot_with_a_page_of_its_own_keeps_the_phone_of_the_intake_office(session: Session) -> None:
    assert [card.level for card in contact_cards(session, "ot", "5001")] == ["own_page", "county_intake"]


def test_ot_in_oslo_where_nothing_is_verified(session: Session) -> None:
    assert [card.level for card in contact_cards(session, "ot", "0301")] == ["county_page", "county_intake", "national"]


def test_a_switchboard_is_called_one(session: Session) -> None:
    card = next(card for card in contact_cards(session, "ot", fylke="Finnmark") if card.level == "county_intake")
    assert card.name == "Finnmark fylkeskommune"
    assert card.note == card_text.text("inntak_sentralbord")


def test_an_old_phone_number_is_not_shown(session: Session) -> None:
    cards = contact_cards(session, "karrieresenter", fylke="Vestfold")
    assert [card.level for card in cards] == ["county_page", "national"]
    assert all(card.phone is None for card in cards)


def test_a_page_for_one_municipality_is_shown_only_there(session: Session) -> None:
    def urls(number: str) -> list[str | None]:
        return [card.url for card in contact_cards(session, "karrieresenter", number)]

    assert "https://dialog.agderfk.no/dialogue/AFK-30" in urls("4204")
    assert "https://dialog.agderfk.no/dialogue/AFK-30" not in urls("4203")


def test_no_ombud_in_finnmark_is_said(session: Session) -> None:
    (card,) = contact_cards(session, "ombud", "5601")
    assert card.level == "county_page"
    assert card.note is not None
    assert "ikke et eget" in card.note["nb"]


def test_without_a_place(session: Session) -> None:
    for service in SERVICES:
        cards = contact_cards(session, service)
        assert [card.level for card in cards] == ([] if service == "ombud" else ["national"])


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


def test_local_offers_by_place(session: Session) -> None:
    narvik = [offer.name for offer in local_offers(session, "1806")]
    assert "Jobbstart i Narvik" in narvik
    assert "Læreplassgaranti i Nordland" in narvik
    assert narvik.index("Læreplassgaranti i Nordland") < narvik.index("Jobbstart i Narvik")
    assert local_offers(session, "1103") == ()
    assert local_offers(session) == ()
