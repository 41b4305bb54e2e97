"""Every name a place can be called by, and what it can mean."""

from __future__ import annotations

import pytest

from bot.contacts.place_names import BydelRef, PlaceNames


@pytest.mark.parametrize(
    ("told", "number"), [("sortlandsjente", "1870"), ("oslogutt", "0301"), ("bergensjenta", "4601"), ("kjøttgutt", None)]
)
def test_somebody_from_a_place(names: PlaceNames, told: str, number: str | None) -> None:
    entry = names.look_up(told)
    assert (entry.kommuner[0] if entry else None) == number
    assert entry is None or entry.kind == "people"


def test_a_municipality_is_told_as_the_api_tells_it(names: PlaceNames) -> None:
    assert names.kommuner["1824"].as_json() == {"nummer": "1824", "navn": "Vefsn", "fylke": "Nordland"}
    assert names.fylke_of["1824"] == "18"


@pytest.mark.parametrize(
    ("phrase", "kommuner"),
    [
        ("narvik", ("1806",)),
        ("narviks", ("1806",)),  # the genitive of a name that is nothing else
        ("mosjøen", ("1824",)),
        ("mosjoen", ("1824",)),  # without ø
        ("osloområdet", ("0301",)),
        ("mo i rana", ("1833",)),
        ("moirana", ("1833",)),  # as people write it
        ("moisand", None),
    ],
)
def test_what_a_phrase_means(names: PlaceNames, phrase: str, kommuner: tuple[str, ...] | None) -> None:
    found = names.look_up(phrase)
    assert (found.kommuner if found else None) == kommuner


def test_an_ordinary_word_is_known_as_one(names: PlaceNames) -> None:
    kinds = {name: names.exact[name].kind for name in ("narvik", "ski", "os", "lier")}
    assert kinds == {"narvik": "strong", "ski": "common", "os": "common", "lier": "mild"}


def test_a_name_of_several_municipalities_means_them_all(names: PlaceNames) -> None:
    assert len(names.exact["våler"].kommuner) == 2
    assert names.exact["våler østfold"].kommuner != names.exact["våler innlandet"].kommuner


def test_a_district_is_found_by_each_half_of_its_name(names: PlaceNames) -> None:
    assert names.exact["grorud"].bydel == BydelRef("030110", "Grorud", "0301")


def test_only_long_names_may_be_misspelt(names: PlaceNames) -> None:
    assert "narvik" in names.misspelt["narvk"]
    assert not any(len(name) < 5 for forms in names.misspelt.values() for name in forms)


def test_a_region_is_a_part_of_its_county_and_is_no_town(names: PlaceNames) -> None:
    assert {names.fylke_of[number] for number in names.regions["lofoten"]} == {"18"}
    assert set(names.regions["lofoten"]) < set(names.regions["nordland"])
    assert "vesteralen" in names.regions, "without å, too"
    assert {"lofoten", "vesteralen"} <= names.small
    assert "nordland" not in names.small
    assert names.codes["8514"] == "1806"
    assert names.town_of_code["8514"] == "narvik"


def test_how_long_names_are_is_known_by_their_first_word(names: PlaceNames) -> None:
    assert names.longest["nore"] == 3
    assert "kvinesdal" not in names.longest


def test_a_former_number_is_the_municipalities_it_has_become(names: PlaceNames) -> None:
    assert [ref.navn for ref in names.now("1806")] == ["Narvik"]
    assert [ref.navn for ref in names.now("5401")] == ["Tromsø"]
    assert [ref.navn for ref in names.now("1507")] == ["Ålesund", "Haram"]
    assert names.now("9999") == names.now("") == ()
    assert not names.former.keys() & names.kommuner.keys()


def test_a_name_is_told_from_others_by_its_county(names: PlaceNames) -> None:
    assert names.kommuner["1867"].full_name == "Bø (Nordland)"
    assert names.kommuner["3114"].full_name == "Våler (Østfold)"
