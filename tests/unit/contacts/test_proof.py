"""Every card of a municipality can be read as people see it."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy.orm import Session

from bot.contacts.card import UnknownPlaceError
from bot.contacts.cards import contact_cards
from bot.contacts.proof import place_named, proof
from bot.contacts.staff_text import StaffError
from bot.contacts.tables import SERVICES

DAY = date(2026, 11, 29)


def test_every_card_is_there_with_its_buttons_and_where_it_was_seen(session: Session) -> None:
    lines = list(proof(session, "1806", "nb", DAY))
    assert lines[0] == "Narvik (1806), Nordland"
    for service in SERVICES:
        for card in contact_cards(session, service, "1806"):
            assert card.name in lines
            if card.phone:
                assert f"  [Ring {card.phone}] tel:{card.phone.replace(' ', '')}" in lines
            if card.url:
                assert f"  [Nettside] {card.url}" in lines
    assert "  Ferskhet: Kontoret stod i Navs liste i mai 2025 (sett: 2025-05; kilde: Navs liste over kontor)" in lines
    assert "  Hva dette er: En vei inn til OT, ikke OT selv" in lines
    assert "LOKALE TILBUD" in lines
    offer = lines.index("Jobbstart i Narvik")
    assert "  [Ring 55 55 33 33] tel:55553333" in lines[offer : offer + 4]
    assert "  (vises ikke: eldre enn 5 år)" in lines[offer : offer + 5]


def test_in_nynorsk(session: Session) -> None:
    lines = list(proof(session, "1806", "nn", DAY))
    assert "  Kva dette er: Ein veg inn til OT, ikkje OT sjølv" in lines
    assert any(line.startswith("  Kva kan eg skrive? Hei, eg heiter") for line in lines)
    assert any(line.startswith("  Kva kan eg seie når eg ringjer?") for line in lines)


def test_a_city_shows_every_bydel(session: Session) -> None:
    lines = list(proof(session, "0301", "nb", DAY))
    assert "BYDEL GAMLE OSLO" in lines
    assert "  Adresse: Hagegata 24, 0653 Oslo" in lines


@pytest.mark.parametrize(
    ("text", "number"), [("1806", "1806"), ("Narvik", "1806"), ("narvik kommune", "1806"), ("mosjøen", "1824"), ("301", "0301")]
)
def test_a_place_is_found_by_number_and_name(session: Session, text: str, number: str) -> None:
    assert place_named(session, text, "nb") == number


def test_several_places_are_listed(session: Session) -> None:
    with pytest.raises(StaffError, match=r"Skriv nummeret: 1515 .*, 1818 "):
        place_named(session, "Herøy", "nb")
    for text in ("Atlantis", "9999"):
        with pytest.raises(StaffError, match="Vi kjenner ingen kommune"):
            place_named(session, text, "nb")
    with pytest.raises(UnknownPlaceError):
        list(proof(session, "9999", "nb", DAY))
