"""The place that an address names."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.contacts import Directory
from bot.contacts.place_names import BydelRef
from tests.parts import PARTS


@pytest.fixture(scope="module")
def directory(contacts_url: str) -> Directory:
    return Directory(contacts_url)


def test_every_municipality_is_named_by_its_address_number_and_whole_name(directory: Directory) -> None:
    for kommune in directory.kommuner():
        for text in (kommune.slug, kommune.slug.upper(), kommune.nummer, kommune.full_name, f" {kommune.slug}"):
            found = directory.addressed(text)
            assert found.kommuner == (kommune,), text


@pytest.mark.parametrize("text", ["aas", "ås", "ÅS", "A\u030as", "\u212bs", "as", "Ås-Akershus", "aas akershus"])
def test_a_name_may_be_written_in_many_ways(directory: Directory, text: str) -> None:
    found = directory.addressed(text)
    assert ([kommune.nummer for kommune in found.kommuner], found.sure) == (["3218"], True)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("bo", ["1867", "4020"]),
        ("bø", ["1867", "4020"]),
        ("bo-telemark", ["4020"]),
        ("bø nordland", ["1867"]),
        ("heroy", ["1515", "1818"]),
        ("våler-østfold", ["3114"]),
        ("mosjoen", ["1824"]),
    ],
)
def test_a_name_of_several_is_each_of_them_until_its_county_is_named(directory: Directory, text: str, numbers: list[str]) -> None:
    assert [kommune.nummer for kommune in directory.addressed(text).kommuner] == numbers


@pytest.mark.parametrize(
    ("number", "today"),
    [("5401", ["5501"]), ("1902", ["5501"]), ("1507", ["1508", "1580"]), ("1850", ["1806", "1875"]), ("5012", ["5055", "5056", "5059"])],
)
def test_a_number_of_before_is_what_it_has_become(directory: Directory, number: str, today: list[str]) -> None:
    found = directory.addressed(number)
    assert ([kommune.nummer for kommune in found.kommuner], found.sure) == (today, True)


def test_a_district_is_its_city_and_itself(directory: Directory) -> None:
    found = directory.addressed("grorud")
    assert found.kommuner[0].nummer == "0301"
    assert found.bydel == BydelRef("030110", "Grorud", "0301")


@pytest.mark.parametrize("text", ["8514", "narvikk", "narvik-vestland"])
def test_a_postal_code_a_slip_and_a_wrong_county_are_guesses(directory: Directory, text: str) -> None:
    found = directory.addressed(text)
    assert ([kommune.nummer for kommune in found.kommuner], found.sure) == (["1806"], False)


@pytest.mark.parametrize("text", ["", " ", "-", "xyzzy", "0000", "99999", "../etc/passwd", "\ufffd", "nordland"])
def test_what_nobody_knows_is_no_place(directory: Directory, text: str) -> None:
    assert directory.addressed(text).kommuner == ()


@settings(deadline=None)  # the first call reads every name
@given(st.text(max_size=200))
def test_whatever_is_written_is_a_place_of_today_or_none(text: str) -> None:
    assert all(PARTS.directory.knows(kommune.nummer) for kommune in PARTS.directory.addressed(text).kommuner)
