"""Links to topics and guides: short, and never dead."""

from __future__ import annotations

import pytest

from bot.web.pages.place import Destination, destination_of_short, goal_named
from tests.parts import PARTS


def _narvik(goal: str | None, malform: str = "nb") -> Destination:
    return Destination(goal, PARTS.directory.kommune("1806"), malform)  # type: ignore[arg-type]


def test_other_addresses_lead_somewhere_and_shadow_nothing() -> None:
    for old, new in PARTS.other_names.items():
        assert new in PARTS.library, f"{old} leads to {new}, which is no topic"
        assert old not in PARTS.library, f"{old} is a topic itself"


@pytest.mark.parametrize("goal", [None, "kvp", "guide.hvilken_rett"])
@pytest.mark.parametrize("malform", ["nb", "nn", "en"])
@pytest.mark.parametrize("place", [True, False])
def test_a_short_link_says_the_same_as_the_long(goal: str | None, malform: str, place: bool) -> None:
    to = _narvik(goal, malform) if place else Destination(goal, None, malform)  # type: ignore[arg-type]
    short = to.short()
    assert destination_of_short(PARTS, short.removeprefix("/d/").removeprefix("/")) == to
    assert len(short) < len("/d/guide.vei_til_fagbrev/1806/nn") + 1


def test_where_links_lead() -> None:
    assert _narvik("kvp", "nn").path() == "/t/kvp?k=1806&m=nn"
    assert _narvik("guide.hvilken_rett").path() == "/?tema=guide.hvilken_rett&k=1806"
    assert _narvik("guide.hvilken_rett").payload == '/dialog_guide{"guide": "hvilken_rett"}'
    assert Destination(None, None, "nb").path() == "/"


@pytest.mark.parametrize("name", ["", "finnes_ikke", "guide.finnes_ikke", "guide.", "../etc/passwd", "KVP"])
def test_what_is_no_topic_is_nothing(name: str) -> None:
    assert goal_named(PARTS, name) is None


def test_every_guide_and_old_name_can_be_linked_to() -> None:
    assert all(goal_named(PARTS, f"guide.{guide}") for guide in PARTS.guides)
    assert goal_named(PARTS, "ungdomsrett") == "rett_ungdom"
