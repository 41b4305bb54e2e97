"""Pages, the calendar and the conversation work with the parts they are given, whatever else the process has read."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import requests
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, text

from bot.app import Parts
from bot.contacts import DATA_DIR
from bot.content import CONTENT, ContentError, load_library
from bot.content.help_files import HELP
from bot.guides.loader import GUIDES
from bot.settings import Settings
from bot.web.api.routes import evaluate_guide
from bot.web.pages.editors import editors
from bot.web.pages.reading import pages
from bot.web.pages.render import renderer
from tests.parts import PARTS
from tests.talk import Talk
from tests.unit.content.content_example import NARVIK, TOPIC, local_folder
from tests.unit.serving import served

LATER = date(2030, 3, 2)
OURS, THEIRS = "KVP er for deg som vil jobbe", "Prøveprogrammet er for deg"
LOCAL = "I Narvik møter du Kari hver uke."
PHONE = "76 00 00 00"


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our data with one answer put otherwise, and one more old name."""
    data = tmp_path_factory.mktemp("data")
    for folder in (CONTENT, GUIDES, HELP):
        shutil.copytree(folder, data / folder.name)
    for file, old, new in (("nav/kvp.yml", OURS, THEIRS), ("addresses.yml", "", "proveprogrammet: kvp\n")):
        path = data / "content" / file
        path.write_text(path.read_text("utf-8").replace(old, new, 1), encoding="utf-8")
    return data / "content"


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Parts:
    """The parts of somebody who keeps an answer and an office for Narvik, with a contact database of their own."""
    folder = tmp_path_factory.mktemp("local")
    head, *rows = (DATA_DIR / "kontor.csv").read_text("utf-8").splitlines()
    (ours,) = (row for row in rows if row.startswith(f"{NARVIK},"))
    office = "\n".join([head, ours.replace("55 55 33 33", PHONE)])
    local_folder(folder / "lokalt", content__nav__kvp_yml=TOPIC, contacts__kontor_csv=office)
    return Parts(replace(Settings.load(), local_dir=folder / "lokalt"), contacts_url=f"sqlite:///{folder / 'contacts.db'}")


@contextmanager
def read(parts: Parts) -> Iterator[str]:
    """The address of a server whose pages have these parts."""
    render = renderer(parts)
    with served(pages(parts, render), editors(parts, render)) as address:
        yield address


def get(address: str) -> str:
    answer = requests.get(address, timeout=10)
    assert answer.status_code == 200
    return answer.text


def said(parts: Parts, message: str = "hva er kvp?", topic: str = "kvp") -> str:
    talk = Talk(parts.assistant).living_in(NARVIK)
    talk.say(message, topic)
    return talk.text


@pytest.mark.parametrize("way", ["library", "content"])
def test_another_library_beside_ours(content: Path, way: str) -> None:
    other = Parts(library=load_library(content)) if way == "library" else Parts(content=content)
    with read(other) as theirs, read(PARTS) as ours:
        assert THEIRS in get(f"{theirs}/t/kvp")
        assert THEIRS in get(f"{theirs}/innhold?q=kvp")
        assert OURS in get(f"{ours}/t/kvp")
        assert THEIRS not in get(f"{ours}/innhold?q=kvp")
    assert THEIRS in said(other)
    assert OURS in said(PARTS)
    assert other.guides.keys() == PARTS.guides.keys()


def test_another_content_folder_has_its_own_old_names(content: Path) -> None:
    with read(Parts(content=content)) as theirs:
        assert THEIRS in get(f"{theirs}/t/proveprogrammet")
    assert "proveprogrammet" not in PARTS.other_names


def test_another_clock_for_a_page_the_calendar_and_the_conversation() -> None:
    later = Parts(library=PARTS.library, today=lambda: LATER)
    with read(later) as address:
        assert "DTSTART;VALUE=DATE:20310301" in get(f"{address}/kalender/frist.vgo.ics")
        assert "1. mars 2031" in get(f"{address}/t/rett_ungdom")
        assert "1. mars 2031" in get(f"{address}/")
        assert f'value="{LATER}"' in get(f"{address}/innhold")
    talk = Talk(later.assistant)
    talk.say("jeg er 17")
    assert talk.state.fakta["fodt"] == LATER.year - 17
    asked = {"facts": {"fodt": LATER.year - 17}}
    assert evaluate_guide(later, "hvilken_rett", asked) == evaluate_guide(PARTS, "hvilken_rett", {**asked, "date": str(LATER)})


def test_another_local_folder_with_contacts_of_its_own(local: Parts) -> None:
    with read(local) as theirs, read(PARTS) as ours:
        page = get(f"{theirs}/t/kvp?k={NARVIK}")
        assert LOCAL in page
        assert PHONE in page
        assert LOCAL not in get(f"{theirs}/t/kvp")
        assert LOCAL not in get(f"{ours}/t/kvp?k={NARVIK}")
    assert LOCAL in said(local)
    assert LOCAL not in said(PARTS)
    assert [card.facts.phone for card in local.directory.cards("nav", NARVIK)] == [PHONE]
    assert [card.facts.phone for card in PARTS.directory.cards("nav", NARVIK)] != [PHONE]


def test_other_settings_are_those_of_the_pages() -> None:
    with read(Parts(Settings.load({"VEIVALG_PUBLIC_URL": "https://v.example.no"}))) as address:
        assert "Sitemap: https://v.example.no/sitemap.xml" in get(f"{address}/robots.txt")


def test_each_part_is_read_once() -> None:
    parts = Parts()
    assert parts.library is parts.library
    assert parts.assistant is parts.assistant
    assert parts.library is not PARTS.library


def test_what_goes_wrong_is_told_though_the_answers_cannot_be_read(content: Path, tmp_path: Path) -> None:
    broken = Parts(content=Path(shutil.copytree(content, tmp_path / "content")))
    (broken.content / "figures.yml").write_text("[", encoding="utf-8")
    blueprint = Blueprint("needs_the_answers")

    @blueprint.get("/")
    async def page(request: Request) -> HTTPResponse:
        return text(str(len(broken.library)))

    with pytest.raises(ContentError):
        _ = broken.library
    with served(blueprint, problems=broken) as address:
        for path, status, code in (("/", 500, "internal"), ("/nowhere", 404, "not_found")):
            answer = requests.get(f"{address}{path}", headers={"Accept-Language": "nn"}, timeout=10)
            assert answer.status_code == status
            assert answer.json()["error"] == {"code": code, "message": broken.error_texts(code, "nn")}
