"""The pages of those who keep the answers, asked for as a browser does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from xml.etree import ElementTree

import pytest
import requests

from bot.content.changes import Change
from bot.content.overview import rows
from bot.web.files import static_files
from bot.web.pages.editors import atom, by_area, editors
from bot.web.pages.render import renderer
from tests.parts import PARTS
from tests.unit.serving import served

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    """The address of a server with these pages alone."""
    with served(static_files(), editors(PARTS, renderer(PARTS))) as address:
        yield address


def test_every_answer_is_on_the_page_in_both_languages(base: str) -> None:
    page = requests.get(f"{base}/innhold", timeout=10).text
    for topic in PARTS.library:
        assert f'id="{topic.id}"' in page
    assert 'lang="nn"' in page
    assert "data/content/nav/kvp.yml" in page
    assert "<script>" not in page


def test_search_and_due_need_no_script(base: str) -> None:
    found = requests.get(base + "/innhold?q=kvalifiseringsprogrammet", timeout=10).text
    assert 'id="kvp"' in found
    assert 'id="farvel"' not in found
    assert 'id="kvp"' not in requests.get(base + "/innhold?q=<b>finnesikke</b>", timeout=10).text
    assert 'id="kvp"' in requests.get(base + "/innhold?forfall=1&dato=2028-01-01", timeout=10).text
    assert 'id="kvp"' not in requests.get(base + f"/innhold?forfall=1&dato={PARTS.library['kvp'].valid_from}", timeout=10).text


def test_answers_are_folded_by_area_and_those_searched_for_are_open(base: str) -> None:
    areas = by_area(rows(PARTS.library, PARTS.today()))
    assert next(iter(areas)) == "rettigheter"
    assert [*areas][-1] == "om"
    assert sum(map(len, areas.values())) == len(PARTS.library)
    page = requests.get(f"{base}/innhold", timeout=10).text
    assert all(f'href="#omraade-{area}"' in page and f'id="omraade-{area}"' in page for area in areas)
    assert 'id="kvp" >' in page
    assert 'id="menn_i_helse" open>' in requests.get(base + "/innhold?q=menn_i_helse", timeout=10).text
    assert page.count(" open>") == 0
    assert requests.get(base + "/innhold?alle=1", timeout=10).text.count(" open>") == len(PARTS.library)
    nothing = requests.get(base + "/innhold?q=xyzzy&m=nn", timeout=10).text
    assert "Ingen svar passar." in nothing
    assert "#omraade-" not in nothing


@pytest.mark.parametrize("query", ["dato=i-gaar", "dato=1900-01-01", "m=xx", "q=" + "a" * 5000])
def test_odd_queries_are_answered(base: str, query: str) -> None:
    assert requests.get(base + f"/innhold?{query}", timeout=10).status_code == 200


def test_a_search_is_shown_as_text(base: str) -> None:
    assert "<b>x" not in requests.get(base + "/innhold?q=%3Cb%3Ex", timeout=10).text


def test_what_is_due_as_csv(base: str) -> None:
    answer = requests.get(base + "/innhold.csv?dato=2028-01-01", timeout=10)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/csv; charset=utf-8")
    assert len(answer.text.splitlines()) == len(PARTS.library) + 1


def test_the_feed_is_atom(base: str) -> None:
    answer = requests.get(base + "/endringer.atom?m=nn", timeout=10)
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = ElementTree.fromstring(answer.text)
    assert feed.tag == f"{ATOM}feed"
    for name in ("id", "title", "updated"):
        assert feed.findtext(f"{ATOM}{name}")
        assert all(entry.findtext(f"{ATOM}{name}") for entry in feed.iter(f"{ATOM}entry"))


def test_an_entry_leads_to_its_topic_in_its_language() -> None:
    changes = (Change(date(2026, 11, 20), "kvp", {"nb": "Ny <sats> & mer.", "nn": "Ny sats."}),)
    (entry,) = ElementTree.fromstring(atom(PARTS, changes, "nb")).iter(f"{ATOM}entry")
    assert entry.find(f"{ATOM}link").get("href") == f"{PARTS.settings.address}/t/kvp"  # type: ignore[union-attr]
    assert entry.findtext(f"{ATOM}summary") == "Ny <sats> & mer."
    nynorsk = atom(PARTS, changes, "nn")
    assert "Ny sats." in nynorsk
    assert "/t/kvp?m=nn" in nynorsk


@pytest.mark.parametrize("malform", ["nb", "nn", "en"])
def test_the_word_list_explains_every_word(base: str, malform: str) -> None:
    page = requests.get(base + f"/ord?m={malform}", timeout=10).text
    for word in PARTS.library.glossary:
        assert f'id="{word.id}"' in page
