"""Every place that stands in a message is read, whether it is meant or not."""

from __future__ import annotations

import pytest

from bot.contacts.normalise import words
from bot.contacts.place_reading import PlaceReader


@pytest.mark.parametrize(
    ("text", "expecting", "read"),
    [
        ("bor i Narvik, jobber i Harstad", False, [("1806",), ("5503",)]),
        ("har ikke time før i morgen", False, []),
        ("ski", True, [("3207",)]),
        ("ski", False, []),
        ("Ski", False, [("3207",)]),
        ("Time", False, []),
        ("Time", True, [("1121",)]),
        ("dokka", True, [("3448",)]),
        ("dokka vet ikke", True, []),
        ("nå", True, []),
        ("2560 her, langt til kontoret", False, [("3428",)]),
        ("adressa mi er på en gard, 4237, uten buss", False, [("1134",)]),
        ("tjener 2560 i uka", False, []),
        ("Os i Østerdalen", False, [("3430",)]),
        ("eg e frå setesdal, valle", False, [("4221",)]),
        ("fra mo, helgeland", False, [("1833",)]),
        ("fikk ikke time, vestland", False, []),
        ("sortlandsjente her", False, [("1870",)]),
        ("e oslogutt, 19", False, [("0301",)]),
        ("snakka med en oslogutt om det", False, []),
        ("søstera mi Frøya sier det", False, []),
        ("hva het det, Verran", False, [("5006",)]),
        ("nrvik", False, [("1806",)]),
        ("8514", False, [("1806",)]),
        ("født i 2004", False, []),
        ("fredrikstd", True, [("3107",)]),
    ],
)
def test_places_in_their_order(reader: PlaceReader, text: str, expecting: bool, read: list[tuple[str, ...]]) -> None:
    hits = reader.hits(words(text), expecting, set())
    assert [hit.kommuner for hit in hits] == read


def test_a_slip_is_read_and_not_certain(reader: PlaceReader) -> None:
    (hit,) = reader.hits(words("jeg bor i trondhiem"), False, set())
    assert (hit.kommuner, hit.certain) == (("5001",), False)
