"""A card says in plain words whose number or page it is."""

from __future__ import annotations

from typing import get_args

from bot.contacts import card_text
from bot.contacts.card import SHOWN, ContactCard, Level, Service
from bot.contacts.nav_card import NAV_PHONE
from bot.contacts.tables import SERVICES
from tests.parts import PARTS


def test_every_level_is_told_in_words_of_its_own() -> None:
    told = set()
    for level in get_args(Level):
        card = ContactCard(service="ot", name="OT", phone="12 34 56 78", level=level, freshness=card_text.text("inntak"))
        told.add(card.level_text["nb"])
    assert len(told) == len(get_args(Level))
    assert all(told)


def test_services_and_what_is_shown_are_those_of_the_tables() -> None:
    assert set(get_args(Service)) == set(SERVICES)
    assert "uverifisert" not in SHOWN
    assert "gammel" not in SHOWN


def test_whose_number_it_is_stands_in_the_note_and_is_never_left_out() -> None:
    for kommune in PARTS.directory.kommuner():
        for service in SERVICES:
            for card in (card.facts for card in PARTS.directory.cards(service, kommune.nummer)):
                if not card.phone:
                    continue
                assert card.whose or card.level == "own_page", (kommune.navn, service)
                if card.whose and card.note and card.service != "nav":
                    assert card.whose["nb"] in card.note["nb"], (kommune.navn, service)
                if card.phone == NAV_PHONE:
                    assert card.whose, (kommune.navn, service)
