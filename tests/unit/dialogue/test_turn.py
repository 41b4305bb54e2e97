"""A turn is a list of steps: in the order that is drawn, each reading what was read once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import bot.contacts.places as places
import bot.language.normalise as normalise
import bot.language.utterance as utterance
from bot.dialogue.steps import STEPS
from tests.talk import Talk

DESIGN = Path(__file__).resolve().parents[3] / "docs" / "design.md"


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

    talk.say("hei", "hilsen")  # the lexicons are read once, at the first message
    for module in (normalise, utterance):
        monkeypatch.setattr(module, "tidy", counted_tidy)
    monkeypatch.setattr(places.PlaceFinder, "find", counted_find)
    talk.say(text, topic)
    print(f"{text!r}: tidied {calls['tidy']} times (29 before), places looked for {calls['find']} times (3 before)")
    assert calls["tidy"] <= tidied
    assert calls["find"] <= searched
