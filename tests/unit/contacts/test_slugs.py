"""One address for each municipality."""

from __future__ import annotations

import re

import pytest

from bot.contacts import Directory
from bot.contacts.slugs import slug, slugs


@pytest.mark.parametrize(
    ("name", "written"),
    [("Narvik", "narvik"), ("Ås", "as"), ("A\u030as", "as"), ("Nore og Uvdal", "nore-og-uvdal"), ("Aurskog-Høland", "aurskog-holand")],
)
def test_an_address_has_plain_letters_and_hyphens(name: str, written: str) -> None:
    assert slug(name) == written


def test_a_name_that_others_have_has_its_county_with_it() -> None:
    places = [("1867", "Bø", "Nordland"), ("3419", "Våler (Innlandet)", "Innlandet"), ("1806", "Narvik", "Nordland")]
    meanings = {"bø": ("1867", "4020"), "våler": ("3419", "3114"), "narvik": ("1806",)}
    assert slugs(places, meanings) == {"1867": "bo-nordland", "3419": "valer-innlandet", "1806": "narvik"}


def test_names_that_differ_by_a_letter_we_have_not_are_kept_apart() -> None:
    assert slugs([("1", "Ås", "Akershus"), ("2", "As", "Agder")], {"ås": "1", "as": "2"}) == {"1": "as-akershus", "2": "as-agder"}


def test_every_municipality_has_an_address_of_its_own(contacts_url: str) -> None:
    found = [kommune.slug for kommune in Directory(contacts_url).kommuner()]
    assert len(set(found)) == len(found) == 357
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", each) for each in found)
