"""A private person is told from a service."""

from __future__ import annotations

import pytest

from bot.contacts.personal import is_mobile, is_person, is_persons_address, mobile_in
from tests.unit.contacts.staff import rows


@pytest.mark.parametrize(("phone", "mobile"), [
    ("91 23 45 67", True), ("412 34 567", True), ("+47 91234567", True), ("004791234567", True), ("55 55 33 33", False), ("116 123", False),
    ("02800", False), ("", False),
])  # fmt: skip
def test_a_mobile_begins_with_4_or_9(phone: str, mobile: bool) -> None:
    assert is_mobile(phone) == mobile
    assert mobile_in(f"Ring {phone} før kl. 15") == mobile


@pytest.mark.parametrize(("name", "person"), [
    ("Kari Nordmann", True), ("kari nordmann", True), ("Nordmann, Kari", True), ("Kari", True), ("OT v/ Kari Nordmann", True), ("Per Olsen", True),
    ("Oppfølgingstjenesten i Vestland", False), ("Amalie Skram videregående skole", False), ("Karriere Oslo", False), ("", False),
    ("Finn din vei", False),
])  # fmt: skip
def test_a_name_of_somebody(name: str, person: bool) -> None:
    assert is_person(name) == person


def test_none_of_our_own_services_is_taken_for_a_person() -> None:
    for file in ("kontor.csv", "fylkestjenester.csv", "lokale_tilbud.csv", "skoler.csv", "reserver.csv"):
        assert [row["navn"] for row in rows()[file] if row["navn"] and is_person(row["navn"])] == []
    assert [row["ansvarlig"] for row in rows()["lokale_tilbud.csv"] if is_person(row["ansvarlig"])] == []
    assert [row["adresse"] for row in rows()["skoler.csv"] if mobile_in(row["adresse"])] == []
    assert [row["epost"] for row in rows()["inntak.csv"] if row["epost"] and is_persons_address(row["epost"])] == []


def test_an_address_of_somebody() -> None:
    assert is_persons_address("kari.nordmann@vlfk.no")
    assert is_persons_address("kari_nordmann@vlfk.no")
    assert not is_persons_address("ot.bodo@nfk.no")
