"""What a conversation remembers: it survives as plain values, and holds nothing of what was written."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from bot.content.library import Person
from bot.dialogue import State
from bot.dialogue.state import REMEMBERED, SLOTS, GuideState
from bot.language.person import Other

FULL = State(
    tema="kvp",
    temaer=("aap", "kvp"),
    alternativer=("ot",),
    vist_kontakt=("nav",),
    situasjon=("ute",),
    guide=GuideState("hvilken_rett", asked="fodt"),
    fakta={"fodt": 2004},
    annen=Other("sosken", 2011),
    varsom=3,
)


def test_it_survives_as_json() -> None:
    assert State.from_slots(json.loads(json.dumps(FULL.slots()))) == FULL
    assert set(FULL.slots()) == set(SLOTS)


def test_what_is_missing_or_unset_takes_its_default() -> None:
    assert State.from_slots({"tema": None, "kommune": "1806", "ukjent": 1}) == State(kommune="1806")


def test_a_topic_spoken_of_again_is_the_newest_and_only_a_few_are_kept() -> None:
    state = State()
    for topic in ("a", "b", "a", "c", "d", "e"):
        state = state.about(topic, None)
    assert state.temaer == ("a", "c", "d", "e")
    assert len(state.temaer) == REMEMBERED
    assert state.tema == "e"


def test_the_newest_fact_stands_last_and_none_changes_nothing() -> None:
    state = State(fakta={"fodt": 2004, "vgo": "pabegynt"})
    assert list(state.knowing({"fodt": 2005}).fakta.items()) == [("vgo", "pabegynt"), ("fodt", 2005)]
    assert state.knowing({}) is state


def test_an_age_is_the_one_reached_this_year() -> None:
    assert State(fakta={"fodt": 2004}).age(date(2026, 1, 1)) == 22
    assert State().age(date(2026, 1, 1)) is None


def test_answers_are_for_whoever_the_conversation_is_about() -> None:
    own = State(fakta={"fodt": 2004})
    assert own.person(date(2026, 1, 1)) == Person(22)
    assert replace(own, annen=Other("barn", 2010)).person(date(2026, 1, 1)) == Person(16, other=True)
    assert replace(own, annen=Other("venn")).person(date(2026, 1, 1)) == Person(None, other=True)


def test_a_fact_can_be_forgotten() -> None:
    state = State(fakta={"fodt": 2004, "vgo": "pabegynt"})
    assert state.forgetting("fodt").fakta == {"vgo": "pabegynt"}
    assert state.forgetting("bor").fakta == state.fakta
