"""The cards of a county's services: their own pages first, then who else can be reached."""

from __future__ import annotations

import pytest
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
    assert [card.level for card in cards] == ["national", "county_page"], "who answers stands first"
    assert [card.phone for card in cards] == ["23 50 61 95", None]


def test_trade_training_without_a_number_has_the_intake_offices(session: Session) -> None:
    card = next(card for card in contact_cards(session, "fagopplaring", "1806") if card.phone)
    assert (card.level, card.service, card.phone) == ("county_intake", "fagopplaring", "75 65 02 10")
    assert card.note is not None
    assert card.note["nb"] == "Vi har ikke nummeret til fagopplæring her. Inntakskontoret kan si deg hvem du skal snakke med."


@pytest.mark.parametrize("fylke", ["Østfold", "Buskerud", "Vestfold", "Agder", "Finnmark"])
def test_who_wants_to_begin_gets_the_way_in_and_who_takes_the_test_its_page(session: Session, fylke: str) -> None:
    def names(matter: str | None) -> list[str]:
        return [card.name for card in contact_cards(session, "fagopplaring", fylke=fylke, matter=matter)]

    first, *_ = contact_cards(session, "fagopplaring", fylke=fylke, matter="laereplass")
    assert first.phone, "who answers stands first, since the page is not known"
    assert names("laereplass")[0] == names(None)[0]
    assert f"{fylke} fylkeskommune" in names("laereplass")
    assert names("prove")[0].startswith("Fag")
    assert not any("prøve" in name for name in names("laereplass"))
    assert any("prøve" in name for name in names(None)[1:]), "it stands after, where all of the service is asked for"


def test_each_matter_has_its_own_page(session: Session) -> None:
    def names(matter: str) -> list[str]:
        cards = contact_cards(session, "fagopplaring", fylke="Vestland", matter=matter)
        return [card.name for card in cards if card.level == "own_page"]

    assert names("laereplass") == ["Bli lærling eller lærekandidat"]
    assert names("praksis") == ["Fagbrev på jobb", "Fagbrev som praksiskandidat (kurs for vaksne)"]
    assert names("prove") == ["Fagprøven"]
    levels = [card.level for card in contact_cards(session, "voksenopplaring", fylke="Vestland")]
    assert levels == ["way_in", "county_page", "own_page", "national"], "a page for who has worked for years is not school for adults"


@pytest.mark.parametrize("number", ["0301", "3107", "4601"])
@pytest.mark.parametrize("service", ["fagopplaring", "voksenopplaring"])
def test_that_the_number_is_not_known_is_said_with_navs(session: Session, number: str, service: str) -> None:
    (card,) = (card for card in contact_cards(session, service, number) if card.phone)
    assert (card.name, card.phone, card.level) == ("Nav", "55 55 33 33", "way_in")
    assert card.note is not None
    for malform, honest in (
        ("nb", "Vi har ikke nummeret til"),
        ("nn", "Vi har ikkje nummeret til"),
        ("en", "We do not have the number of"),
    ):
        assert honest in card.note[malform]


def test_who_needs_an_ombud_can_always_ring_somebody(session: Session) -> None:
    for number in ("0301", "3107", "4601", "5601"):
        cards = contact_cards(session, "ombud", number)
        assert any(card.phone for card in cards)
    assert contact_cards(session, "ombud")[0].phone == "22 99 37 00"


def test_an_address_alone_is_something_to_press(session: Session) -> None:
    card = contact_cards(session, "fagopplaring", fylke="Troms", matter="laereplass")[0]
    assert (card.name, card.url, card.email) == ("Fagopplæringen i Troms", None, "fagopplering@tromsfylke.no")


def test_a_page_for_one_municipality_is_shown_only_there(session: Session) -> None:
    def urls(number: str) -> list[str | None]:
        return [card.url for card in contact_cards(session, "karrieresenter", number)]

    assert "https://dialog.agderfk.no/dialogue/AFK-30" in urls("4204")
    assert "https://dialog.agderfk.no/dialogue/AFK-30" not in urls("4203")


def test_no_ombud_in_finnmark_is_said(session: Session) -> None:
    switchboard, national, card = contact_cards(session, "ombud", "5601")
    assert switchboard.phone
    assert switchboard.note == card.note
    assert national.name.startswith("Elevorganisasjonen")
    assert card.level == "county_page"
    assert card.note is not None
    assert "ikke et eget" in card.note["nb"]


def test_lower_secondary_for_adults_is_the_municipalitys(session: Session) -> None:
    own, nav = contact_cards(session, "voksenopplaring", "4204", matter="grunnskole")
    assert (own.name, own.phone) == ("Kristiansand kommune", None)
    assert own.url
    assert (nav.name, nav.level) == ("Nav", "way_in")
    assert nav.phone
