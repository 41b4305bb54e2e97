"""The parts that must name the same topics do."""

from __future__ import annotations

from pathlib import Path

import yaml

from bot import __version__, clock
from bot.contacts import card_text
from bot.contacts.hours import read_hours
from bot.contacts.nav_card import NAV_PHONE
from bot.contacts.phone_hours import phone_hours
from bot.dialogue.places import ADULT_FROM
from bot.domain import out_of_date
from tests.parts import PARTS

ROOT = Path(__file__).resolve().parents[2]


def _domain() -> dict:  # type: ignore[type-arg]
    return yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))


def test_rasas_files_are_made_from_the_topics() -> None:
    assert [str(path) for path, _ in out_of_date()] == []


def test_every_intent_has_training_data_where_its_area_says() -> None:
    found = {}
    for path in (ROOT / "data" / "nlu").rglob("*.yml"):
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            if "intent" in block:
                found.setdefault(block["intent"], []).append(path)
    assert sorted(found) == sorted(_domain()["intents"])
    areas = {topic.id: topic.area for topic in PARTS.library}
    for intent, paths in found.items():
        if intent in areas:
            assert any(path.parent.name == areas[intent] and path.stem == intent for path in paths), intent


def test_settings_are_documented() -> None:
    import re

    code = (ROOT / "bot" / "settings.py").read_text(encoding="utf-8")
    names = set(re.findall(r'read\.\w+\("([A-Z_]+)"', code))
    documented = set(re.findall(r"VEIVALG_([A-Z_]+)=", (ROOT / ".env.example").read_text(encoding="utf-8")))
    assert names == documented


def test_what_is_said_twice_is_said_alike() -> None:
    """Contacts know no figures, and a threshold is no text: what both state is held together here."""
    figures, today = PARTS.library.figures, clock.today()
    assert figures.show("telefon.nav", "nb", today) == NAV_PHONE
    assert figures.number("ot.siste_aar", today) == ADULT_FROM - 1
    hours = figures.show("nav_forste_gang.telefontid", "nb", today)
    assert all(hours in said for said in card_text.text("nav_telefon").values()), hours
    assert all(hours in said for said in card_text.text("nav_felles_nummer").values()), hours
    first, last = hours.split("–")
    known = phone_hours(NAV_PHONE)
    assert known is not None
    assert {(slot.start.hour, slot.end.hour) for slot in read_hours(known.hours)} == {(int(first), int(last))}
    assert __version__ in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f"## {__version__} " in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
