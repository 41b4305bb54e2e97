"""The card of a Nav office: named where somebody has seen it, Nav's common number where not."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.contacts import card_text, contact_cards, needs_bydel
from bot.contacts.models import Kontor


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


def test_an_office_with_a_number_of_its_own_is_not_said_to_share_it(session: Session) -> None:
    office = session.execute(select(Kontor).where(Kontor.kommune == "1806")).scalar_one()
    (before,) = contact_cards(session, "nav", "1806")
    assert before.note == card_text.text("nav_telefon")
    office.telefon = "76 96 00 00"  # rolled back when the session closes
    (card,) = contact_cards(session, "nav", "1806")
    assert (card.phone, card.note) == ("76 96 00 00", None)


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
