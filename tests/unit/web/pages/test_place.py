"""Links to topics and guides: short, and never dead."""

from __future__ import annotations

import pytest

from bot.web.pages.place import CONTACT, Destination, contact_path, destination_of_short, divided, goal_named, place_written
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
    assert _narvik("guide.hvilken_rett").path() == "/veileder/hvilken_rett?k=1806"
    assert _narvik("guide.hvilken_rett").chat_path() == "/?tema=guide.hvilken_rett&k=1806"
    assert _narvik("guide.hvilken_rett").payload == '/dialog_guide{"guide": "hvilken_rett"}'
    assert Destination(None, None, "nb").path() == "/"


@pytest.mark.parametrize("name", ["", "finnes_ikke", "guide.finnes_ikke", "guide.", "../etc/passwd", "KVP"])
def test_what_is_no_topic_is_nothing(name: str) -> None:
    assert goal_named(PARTS, name) is None


def test_every_guide_and_old_name_can_be_linked_to() -> None:
    assert all(goal_named(PARTS, f"guide.{guide}") for guide in PARTS.guides)
    assert goal_named(PARTS, "ungdomsrett") == "rett_ungdom"


@pytest.mark.parametrize(
    ("goal", "malform", "path"),
    [(CONTACT, "nb", "/kontakt/narvik"), (CONTACT, "nn", "/kontakt/narvik?m=nn")],
)
def test_the_contacts_of_a_place_have_an_address_that_can_be_written(goal: str, malform: str, path: str) -> None:
    to = _narvik(goal, malform)
    assert to.path() == to.short() == path
    assert (to.topic, to.guide, to.payload) == (None, None, None)
    assert to.title(PARTS) == PARTS.phrases("kontaktside_hvem", malform)  # type: ignore[arg-type]


def test_where_contacts_are() -> None:
    assert contact_path(None) == "/kontakt"
    assert contact_path("oslo", "nn", "030101") == "/kontakt/oslo?bydel=030101&m=nn"


def test_a_printed_number_of_before_leads_to_today_and_a_divided_one_is_asked_about() -> None:
    assert destination_of_short(PARTS, "kontakt_nav/5401").path() == "/t/kontakt_nav?k=5501"
    assert destination_of_short(PARTS, "kontakt_nav/1507/nn").path() == "/t/kontakt_nav?k=1507&m=nn"
    assert destination_of_short(PARTS, "kontakt/1507").path() == "/kontakt/1507"
    assert [kommune.navn for kommune in divided(PARTS, "1507")] == ["Ålesund", "Haram"]
    assert divided(PARTS, "5401") == divided(PARTS, "1806") == divided(PARTS, "") == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [("5401", ["Stord"]), ("1902", ["Tromsø"]), ("bo", ["Bø", "Midt-Telemark"]), ("A\u030alesund", ["Ålesund"]), ("xyzzy", []), ("", [])],
)
def test_what_is_written_in_the_field_is_a_postal_code_before_a_number_of_before(text: str, names: list[str]) -> None:
    assert [kommune.navn for kommune in place_written(PARTS, text).kommuner] == names
