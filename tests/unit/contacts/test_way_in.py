"""Who connects one to OT where OT has no number of its own that is known."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.contacts import contact_cards
from bot.contacts.models import Kommune
from bot.contacts.way_in import nav_as_way_in, way_in_cards


def test_in_every_municipality_ot_has_a_number_to_press(session: Session) -> None:
    for number in session.execute(select(Kommune.nummer)).scalars():
        assert any(card.phone for card in contact_cards(session, "ot", number)), number


def test_the_counsellor_of_the_school_in_the_municipality(session: Session) -> None:
    (card,) = way_in_cards(session, "18", "1806")
    assert (card.level, card.name, card.url) == ("way_in", "Narvik videregående skole", "https://www.narvik.vgs.no")


def test_the_nearest_schools_say_where_they_are(session: Session) -> None:
    cards = list(way_in_cards(session, "46", "4634"))
    assert cards
    assert all("km" in card.note["nb"] for card in cards if card.note)


def test_ppt_where_no_school_is_before_the_others(session: Session) -> None:
    (card,) = way_in_cards(session, "46", "4601")
    assert card.name == "Tilrettelegging og PPT (Vestland)"


def test_nav_is_a_way_in_and_says_so(session: Session) -> None:
    card = nav_as_way_in(session, "ot")
    assert (card.service, card.level, card.phone) == ("ot", "way_in", "55 55 33 33")
