"""Where the person lives, and whom to contact there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue import State
from bot.dialogue.places import ADULT_FROM, Place, Places, helping_services, says_nothing
from bot.dialogue.voice import Voice
from bot.language.utterance import Utterance
from tests.parts import PARTS


@pytest.fixture(scope="module")
def places() -> Places:
    return Places(Voice(PARTS.library, PARTS.phrases, PARTS.guides), PARTS.directory)


@pytest.mark.parametrize(
    ("text", "expected", "place"),
    [
        ("jeg bor i Narvik", False, Place("1806", alone=True, beside="jeg bor i")),
        ("nei, Bodø", True, Place("1804", alone=True, beside="nei,")),
        ("jeg bor i Narvik og lurer på kvp", False, Place("1806", beside="jeg bor i og lurer på kvp")),
        ("hva er kvp", False, Place(beside="hva er kvp")),
        ("bor på grorud", False, Place("0301", "030110", alone=True, beside="bor på")),
    ],
)
def test_the_place_a_message_names(places: Places, text: str, expected: bool, place: Place) -> None:
    found = places.locate(Utterance(text), expected)
    assert replace(found, beside=" ".join(found.beside.split())) == place


@pytest.mark.parametrize(
    ("beside", "more", "nothing"), [("jeg bor i", "", True), ("og er 19 år", "", False), ("og er år", "og er år", True)]
)
def test_what_says_nothing_beside_a_place(beside: str, more: str, nothing: bool) -> None:
    assert says_nothing(beside, frozenset(more.split())) is nothing


def test_a_name_of_several_places_is_asked_back(places: Places) -> None:
    place = places.locate(Utterance("Våler"), expected=True)
    assert place.ambiguous is not None
    reply = places.ask_which(State(), place.ambiguous, "nav")
    assert len(reply.messages[0].suggestions) == 2
    assert all("(" in s.title and s.payload.startswith("/dialog_sted") for s in reply.messages[0].suggestions)
    assert (reply.state.venter, reply.state.venter_tjeneste) == ("kommune", "nav")


def test_a_postal_code_is_told_back_with_its_municipality(places: Places) -> None:
    place = places.locate(Utterance("8514"), expected=True)
    assert (place.kommune, place.code) == ("1806", "8514")
    (told,) = places.by_code(place, State())
    assert "8514" in told.text
    assert "Narvik" in told.text
    assert places.by_code(places.locate(Utterance("Narvik"), expected=True), State()) == ()


def test_of_a_region_its_largest_municipalities_are_asked_back(places: Places) -> None:
    place = places.locate(Utterance("bor i Lofoten"), expected=False)
    assert place.ambiguous is not None
    assert place.ambiguous.region == "Lofoten"
    reply = places.ask_which(State(), place.ambiguous, "nav")
    assert [s.title for s in reply.messages[0].suggestions][:2] == ["Vestvågøy (Nordland)", "Vågan (Nordland)"]
    assert reply.messages[0].text != places.ask_which(State(), replace(place.ambiguous, region=""), "nav").messages[0].text


def test_after_a_move_contacts_count_as_not_shown(places: Places) -> None:
    state = State(kommune="1806", vist_kontakt=("nav",))
    assert places.move(state, "1806") is state
    moved = places.move(state, "1804")
    assert (moved.kommune, moved.bydel, moved.vist_kontakt) == ("1804", None, ())


def test_the_district_is_asked_for_where_it_decides_the_office(places: Places) -> None:
    asked = places.contacts(State(kommune="0301"), ("nav",))
    assert asked.state.venter == "bydel"
    assert asked.messages[0].suggestions[-1].payload == '/dialog_sted{"bydel": "-"}', "one may not know it"
    unknown = places.contacts(State(kommune="0301", bydel="-"), ("nav",))
    assert unknown.messages[0].contacts
    assert unknown.state.vist_kontakt == ("nav",)
    assert places.contacts(State(kommune="0301"), ("ot",)).state.venter is None, "OT has none"


def test_ot_is_named_to_those_it_serves() -> None:
    assert "ot" in helping_services(None)
    assert "ot" in helping_services(ADULT_FROM - 1)
    assert "ot" not in helping_services(ADULT_FROM)
