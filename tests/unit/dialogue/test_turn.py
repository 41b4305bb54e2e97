"""A turn is a list of steps: in the order that is drawn, each reading what was read once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import bot.contacts.places as places
import bot.language.normalise as normalise
import bot.language.utterance as utterance
from bot.dialogue import State
from bot.dialogue.steps import STEPS
from tests.talk import TODAY, Talk, assistant

DESIGN = Path(__file__).resolve().parents[3] / "docs" / "design.md"


@pytest.fixture
def talk() -> Talk:
    return Talk(assistant())


def test_the_drawing_is_true() -> None:
    drawn = re.search(r"^ *(listen ─► .*)$", DESIGN.read_text(encoding="utf-8"), re.MULTILINE)
    assert drawn is not None
    assert drawn.group(1).split(" ─► ") == [step.__name__ for step in STEPS]


def test_each_step_is_a_file_or_belongs_to_one() -> None:
    assert {step.__module__.rsplit(".", 1)[0] for step in STEPS} == {"bot.dialogue.steps"}


@pytest.mark.parametrize(
    ("text", "topic", "tidied", "searched"),
    [
        ("hva er kvp", "kvp", 1, 1),
        ("jeg er 17 og bor i Narvik", "hvilken_rett", 1, 1),
        ("broren min er 15 og vil slutte", "sluttet_pa_skolen", 2, 1),
    ],
)
def test_a_message_is_read_once(talk: Talk, monkeypatch: pytest.MonkeyPatch, text: str, topic: str, tidied: int, searched: int) -> None:
    calls = {"tidy": 0, "find": 0}
    tidy, find = normalise.tidy, places.PlaceFinder.find

    def counted_tidy(raw: str) -> str:
        calls["tidy"] += 1
        return tidy(raw)

    def counted_find(self: places.PlaceFinder, *args: object, **more: object) -> object:
        calls["find"] += 1
        return find(self, *args, **more)  # type: ignore[arg-type]

    for module in (normalise, utterance):
        monkeypatch.setattr(module, "tidy", counted_tidy)
    monkeypatch.setattr(places.PlaceFinder, "find", counted_find)
    talk.say(text, topic)
    print(f"{text!r}: tidied {calls['tidy']} times (29 before), places looked for {calls['find']} times (3 before)")
    assert calls["tidy"] <= tidied
    assert calls["find"] <= searched


def test_an_age_stands_in_one_place(talk: Talk) -> None:
    talk.say("jeg er 17", "utenfor_tema")
    assert talk.state.age(TODAY) == 17
    talk.say("hvilken rett har jeg", "hvilken_rett")
    assert "født i 2009" in talk.text
    talk.say("nei, 2000")
    assert talk.state.fakta["fodt"] == 2000
    assert talk.state.age(TODAY) == 26


def test_an_age_is_corrected_outside_a_guide(talk: Talk) -> None:
    talk.say("jeg er 14", "utenfor_tema")
    talk.say("nei 24 ikke 14", "utenfor_tema")
    assert talk.state.age(TODAY) == 24


def test_somebody_elses_age_is_kept_apart(talk: Talk) -> None:
    talk.say("broren min er 15 år og vil slutte på skolen", "sluttet_pa_skolen")
    assert talk.state.age(TODAY) is None
    assert talk.state.annen is not None
    assert (talk.state.annen.role, talk.state.annen.born) == ("sosken", TODAY.year - 15)
    talk.say("han har ikke fullført vgs", "utenfor_tema")
    assert "vgo" not in talk.state.fakta
    assert talk.state.annen.role == "sosken"
    assert State.from_slots(talk.state.slots()) == talk.state
