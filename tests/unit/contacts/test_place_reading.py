"""Every place that stands in a message is read, whether it is meant or not."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from bot.contacts.normalise import words
from bot.contacts.place_names import PlaceNames
from bot.contacts.place_reading import PlaceReader


@pytest.mark.parametrize(
    ("text", "expecting", "read"),
    [
        ("bor i Narvik, jobber i Harstad", False, [("1806",), ("5503",)]),
        ("har ikke time før i morgen", False, []),
        ("ski", True, [("3207",)]),
        ("ski", False, []),
        ("8514", False, [("1806",)]),
        ("født i 2004", False, []),
        ("fredrikstd", True, [("3107",)]),
    ],
)
def test_places_in_their_order(session: Session, text: str, expecting: bool, read: list[tuple[str, ...]]) -> None:
    hits = PlaceReader(PlaceNames(session)).hits(words(text), expecting, set())
    assert [hit.kommuner for hit in hits] == read


def test_a_slip_is_read_and_not_certain(session: Session) -> None:
    (hit,) = PlaceReader(PlaceNames(session)).hits(words("jeg bor i trondhiem"), False, set())
    assert (hit.kommuner, hit.certain) == (("5001",), False)
