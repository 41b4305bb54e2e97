"""Where the person lives, and whom to contact there."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

import pytest

from bot import clock
from bot.clock import NORWAY
from bot.dialogue import State, Understanding
from bot.dialogue.message import payload
from bot.dialogue.places import ADULT_FROM, Place, Places, helping_services, says_nothing
from bot.dialogue.voice import Voice
from bot.language.utterance import Utterance
from bot.settings import Malform
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
        ("Strand", True, Place("1130", alone=True)),
        ("Fjord!", True, Place("1578", alone=True, beside="!")),
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
    assert asked.messages[-1].suggestions[-1].payload == '/dialog_sted{"bydel": "-"}', "one may not know it"
    unknown = places.contacts(State(kommune="0301", bydel="-"), ("nav",))
    assert unknown.messages[0].contacts
    assert unknown.state.vist_kontakt == ("nav",)
    assert places.contacts(State(kommune="0301"), ("ot",)).state.venter is None, "OT has none"


@pytest.mark.parametrize("city", ["0301", "4601", "1103", "5001"])
def test_a_number_is_given_while_the_district_is_asked_for(places: Places, city: str) -> None:
    asked = places.contacts(State(kommune=city), ("nav", "ot"))
    meanwhile, question = asked.messages
    assert next((card["service"], card["name"], card["phone"]) for card in meanwhile.contacts) == ("nav", "Nav", "55 55 33 33")
    assert question.type == "question"
    assert (asked.state.venter, asked.state.venter_tjeneste, asked.state.vist_kontakt) == ("bydel", "nav", ("ot",))
    district, _ = places.directory.districts(city)[0]
    (office,) = places.contacts(replace(asked.state, bydel=district), ("nav",)).messages
    assert office.contacts[0]["level"] == "own_page"


def test_cards_say_what_is_open_at_the_time_they_are_shown(places: Places) -> None:
    def told(moment: datetime) -> list[str]:
        then = Places(Voice(PARTS.library, PARTS.phrases, PARTS.guides), PARTS.directory, now=lambda: moment)
        return [
            opening["text"] for opening in then.contacts(State(kommune="1806", malform="nn"), ("nav",)).messages[0].contacts[0]["openings"]
        ]

    assert told(datetime(2026, 11, 30, 10, tzinfo=NORWAY)) == ["Telefonen er open no, til klokka 15."]
    assert told(datetime(2026, 12, 25, 10, tzinfo=NORWAY)) == ["Telefonen er stengd no. Han opnar måndag klokka 9."]


def test_the_young_are_shown_where_to_ask_in_writing(places: Places) -> None:
    def pages(state: State) -> set[str]:
        return {way["url"] for card in places.contacts(state, ("nav", "ot")).messages[0].contacts for way in card["write"]}

    state = State(kommune="1806")
    this_year = clock.today().year
    assert "https://www.ung.no" in pages(replace(state, fakta={"fodt": this_year - 17}))
    assert "https://www.ung.no" not in pages(replace(state, fakta={"fodt": this_year - 27})) | pages(state)


RING = re.compile(r"\b(?:ring|ringe|ringer|ringje)\b", re.IGNORECASE)
NUMBER = re.compile(r"\b\d{2}(?: \d{2}){3}\b|\b\d{3} \d{2} \d{3}\b|\b116 \d{3}\b|\b11[023]\b")
NO_OFFICE = "ingen"
"""Topics whose office is nobody's we have contacts of: a doctor, a prison, who sent the letter."""


@pytest.mark.parametrize("kommune", ["0301", "4601", "1806"])
@pytest.mark.parametrize("malform", ["nb", "nn"])
def test_who_is_told_to_ring_has_a_number_beside_it(kommune: str, malform: Malform) -> None:
    without, told = [], 0
    for topic in PARTS.library:
        if topic.service == NO_OFFICE:
            continue
        asked = [{}, *({"fasett": facet} for facet in topic.facets), *({"svar": passage.id} for passage in topic.passages)]
        for more in asked:
            heard = Understanding(payload(topic.id, **more), topic.id, 1.0, entities=more, pressed=True)
            messages = PARTS.assistant.turn(heard, State(kommune=kommune, malform=malform)).messages
            text = "\n".join(part for message in messages for part in (message.text, message.advice, message.because) if part)
            if RING.search(text):
                told += 1
                pressed = any(card["phone"] for message in messages for card in message.contacts)
                without += [] if pressed or NUMBER.search(text) else [(topic.id, more)]
    assert told > 100
    assert without == []


def test_ot_is_named_to_those_it_serves() -> None:
    assert "ot" in helping_services(None)
    assert "ot" in helping_services(ADULT_FROM - 1)
    assert "ot" not in helping_services(ADULT_FROM)
