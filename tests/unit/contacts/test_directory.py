"""The directory a conversation uses."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from sqlalchemy import create_engine
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from bot.clock import NORWAY
from bot.contacts import SERVICES, Directory, UnknownPlaceError, import_contacts, open_engine


@pytest.fixture(scope="module")
def directory(contacts_url: str) -> Directory:
    return Directory(contacts_url)


def test_places(directory: Directory) -> None:
    assert directory.knows("1824")
    assert not directory.knows("9999")
    assert directory.kommune("1824").as_json() == {"nummer": "1824", "navn": "Vefsn", "fylke": "Nordland"}
    assert directory.malform("4640") == "nynorsk"
    assert directory.find("ski", expecting_place=True).kommuner == (directory.kommune("3207"),)
    with pytest.raises(UnknownPlaceError):
        directory.kommune("9999")


def test_addresses_and_numbers_of_before(directory: Directory) -> None:
    assert directory.addressed("narvik").kommuner == (directory.kommune("1806"),)
    assert directory.now("5401") == (directory.kommune("5501"),)
    assert directory.kommune("1806").slug == "narvik"


def test_districts(directory: Directory) -> None:
    assert directory.districts("0301")[0] == ("030101", "Gamle Oslo")
    assert directory.districts("1806") == ()
    assert directory.knows_district("030101")
    assert not directory.knows_district("030199")
    assert not directory.knows_district("")


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize("malform", ["nb", "nn", "en"])
def test_a_card_is_plain_strings_in_one_language(directory: Directory, service: str, malform: str) -> None:
    for card in directory.cards(service, "1806"):
        told = card.as_json(malform)
        assert all(value is None or isinstance(value, str) for name, value in told.items() if name not in ("openings", "write"))
        assert all(isinstance(value, str) for way in told["write"] for value in way.values())
        assert told["openings"] == [], "a page that is kept says nothing of now"
        assert told["freshness"]
        assert told["level_text"]


def test_no_service_has_no_cards(directory: Directory) -> None:
    assert directory.cards("ingen", "1806") == ()


def test_a_card_tells_of_the_phone_and_of_the_office_now(directory: Directory) -> None:
    (card,) = directory.cards("nav", "0301", "030101")
    told = card.as_json("nn", datetime(2026, 11, 30, 9, 30, tzinfo=NORWAY))
    assert told["hours"] == "Drop-in måndag–fredag 11.00–15.00"
    assert [opening["text"] for opening in told["openings"]] == [
        "Telefonen er open no, til klokka 15.",
        "No tek dei ikkje imot utan avtale. Neste gong er i dag frå klokka 11.",
    ]


def test_of_a_phone_whose_hours_nobody_has_seen_nothing_is_said(directory: Directory) -> None:
    intake = directory.cards("ot", "1806")[0].as_json("nb", datetime(2026, 11, 30, 9, 30, tzinfo=NORWAY))
    assert intake["phone"]
    assert intake["openings"] == []


def test_an_offer_is_told_of_for_five_years(directory: Directory) -> None:
    years = {offer.name: offer for offer in directory.offers("4204")}
    assert years["Stiftelsen Hopeful"].facts.year == 2022
    assert years["Stiftelsen Hopeful"].holds(date(2027, 12, 31))
    assert not years["Stiftelsen Hopeful"].holds(date(2028, 1, 1))


@pytest.mark.parametrize(("malform", "words"), [("nb", "Vi vet ikke om dette"), ("nn", "Vi veit ikkje om dette")])
def test_an_offer_always_says_what_we_know_of_it(directory: Directory, malform: str, words: str) -> None:
    offer = next(offer for offer in directory.offers("1806") if offer.name == "Jobbstart i Narvik")
    assert words in offer.text(malform)
    assert offer.source_json() == {"title": "Inn i jobb (2021), s. 52–53", "url": None, "checked": "2020"}


def test_a_database_that_is_gone_is_told_and_what_was_read_is_still_known(postgres: str) -> None:
    import_contacts(open_engine(postgres))
    directory = Directory(postgres)
    assert directory.alive()
    others = make_url(postgres).set(database="postgres")
    with create_engine(others, isolation_level="AUTOCOMMIT").connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {make_url(postgres).database} WITH (FORCE)")
    with pytest.raises(SQLAlchemyError):
        directory.alive()
    assert directory.find("Narvik").kommuner
