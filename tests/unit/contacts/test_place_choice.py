"""Of several places, the one that is meant."""

from __future__ import annotations

import pytest

from bot.contacts.normalise import words
from bot.contacts.place_choice import meant
from bot.contacts.place_names import PlaceNames
from bot.contacts.place_reading import PlaceReader


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("bor i Narvik, jobber i Harstad", ["1806"]),
        ("Bodø, nei jeg mener Narvik", ["1806"]),
        ("bor ikke i Bodø", []),
        ("Narvik eller Harstad", ["1806", "5503"]),
        ("oppvokst i Narvik, men har hybel i Harstad", ["5503"]),
        ("har bodd i Narvik i to år, er fra Harstad", ["1806"]),
        ("flytta fra Narvik til Harstad i fjor", ["5503"]),
        ("går skole i Narvik, bor hos mor i Harstad", ["5503"]),
        ("mora mi er syk. Bor på hybel i Narvik, rømte fra Harstad", ["1806"]),
    ],
)
def test_the_one_that_is_meant(names: PlaceNames, reader: PlaceReader, text: str, chosen: list[str]) -> None:
    found = words(text)
    hits = reader.hits(found, False, set())
    assert [number for hit in meant(found, hits, ()) for number in hit.kommuner] == chosen


def test_a_county_narrows_a_name_that_several_have(names: PlaceNames, reader: PlaceReader) -> None:
    found = words("jeg bor på Våler i Innlandet")
    hits = reader.hits(found, False, set())
    assert len({number for hit in hits for number in hit.kommuner}) > 1
    chosen = meant(found, hits, names.regions["innlandet"])
    assert {names.fylke_of[number] for hit in chosen for number in hit.kommuner} == {"34"}
