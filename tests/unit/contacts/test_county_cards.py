"""The cards of a county's services: their own pages first, then who else can be reached."""

from __future__ import annotations

from sqlalchemy.orm import Session

from bot.contacts import card_text, contact_cards


def test_ot_without_a_page_of_its_own_goes_to_the_intake_office(session: Session) -> None:
    first, school, last = contact_cards(session, "ot", "1806")
    assert (first.level, first.phone, first.email) == ("county_intake", "75 65 02 10", "inntak@nfk.no")
    assert first.note == card_text.text("inntak")
    assert (school.level, school.name) == ("way_in", "Narvik videregående skole")
    assert last.level == "national"


def test_ot_with_a_page_of_its_own_keeps_the_phone_of_the_intake_office(session: Session) -> None:
    assert [card.level for card in contact_cards(session, "ot", "5001")] == ["own_page", "county_intake"]


def test_ot_in_oslo_where_nothing_is_verified(session: Session) -> None:
    assert [card.level for card in contact_cards(session, "ot", "0301")] == ["way_in", "county_intake", "national"]


def test_a_switchboard_is_called_one(session: Session) -> None:
    card = next(card for card in contact_cards(session, "ot", fylke="Finnmark") if card.level == "county_switchboard")
    assert card.name == "Finnmark fylkeskommune"
    assert card.note == card_text.text("inntak_sentralbord")


def test_an_old_phone_number_is_not_shown(session: Session) -> None:
    cards = contact_cards(session, "karrieresenter", fylke="Vestfold")
    assert [card.level for card in cards] == ["county_page", "national"]
    assert all(card.phone is None for card in cards)


def test_trade_training_without_a_number_has_the_intake_offices(session: Session) -> None:
    card = next(card for card in contact_cards(session, "fagopplaring", "1806") if card.phone)
    assert (card.level, card.service, card.phone) == ("county_intake", "fagopplaring", "75 65 02 10")
    assert card.note is not None
    assert card.note["nb"] == "Vi har ikke nummeret til fagopplæring her. Inntakskontoret kan si deg hvem du skal snakke med."


def test_a_page_for_one_municipality_is_shown_only_there(session: Session) -> None:
    def urls(number: str) -> list[str | None]:
        return [card.url for card in contact_cards(session, "karrieresenter", number)]

    assert "https://dialog.agderfk.no/dialogue/AFK-30" in urls("4204")
    assert "https://dialog.agderfk.no/dialogue/AFK-30" not in urls("4203")


def test_no_ombud_in_finnmark_is_said(session: Session) -> None:
    card, switchboard = contact_cards(session, "ombud", "5601")
    assert switchboard.phone
    assert card.level == "county_page"
    assert card.note is not None
    assert "ikke et eget" in card.note["nb"]
