"""Guides as plain pages: the address is all that is remembered."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import requests

from bot.guides.guide import complete_fact_sets
from bot.web.files import static_files
from bot.web.pages.guide_page import Given, guides, path_of
from bot.web.pages.render import renderer
from tests.parts import PARTS
from tests.unit.serving import served

RIGHT = "/veileder/hvilken_rett"
DONE = f"{RIGHT}?vgo=pabegynt&grunnskole=ja&opphold=lovlig&fodt=2009&jobb_eller_skole=nei"


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    with served(static_files(), guides(PARTS, renderer(PARTS)), problems=PARTS) as address:
        yield address


def get(url: str) -> requests.Response:
    return requests.get(url, timeout=10, allow_redirects=False)


def choices(page: str) -> list[str]:
    return [path.replace("&amp;", "&") for path in re.findall(r'<a class="row" href="(/veileder[^"]+)"', page)]


@pytest.mark.parametrize("malform", ["nb", "nn", "en"])
@pytest.mark.parametrize("guide", PARTS.guides)
def test_a_guide_is_walked_to_its_end_by_links_alone(base: str, guide: str, malform: str) -> None:
    path, asked = f"/veileder/{guide}?m={malform}&k=1806", 0
    while True:
        page = get(base + path).text
        if 'id="kontakt"' in page:
            break
        asked += 1
        assert asked <= len(PARTS.guides[guide].facts), "a question is never asked twice"
        assert PARTS.phrases("ui_steg", malform, str(asked), "{}").split("{}")[0].rsplit(" ", 2)[0] in page
        year = re.search(r'name="(\w+)" inputmode', page)
        path = f"{path}&{year[1]}=2006" if year else choices(page)[0]
    assert asked >= 1
    assert "Narvik" in page
    assert PARTS.phrases("veileder_svart", malform) in page
    assert 'content="noindex"' in page, "what somebody answered is no page to find"


def test_an_answer_says_what_it_means_what_to_do_and_whom_to_contact(base: str) -> None:
    page = get(base + DONE + "&k=1806").text
    for words in ("Det betyr for deg", "Neste steg", "Kontakt for deg i Narvik", "Hvor vet vi dette fra?", "Dette bygger jeg på", "tel:"):
        assert words in page, words


def test_back_leaves_out_the_newest_and_change_the_one(base: str) -> None:
    page = get(f"{base}{RIGHT}?grunnskole=ja&vgo=pabegynt").text.replace("&amp;", "&")
    assert f'class="button quiet" href="{RIGHT}?grunnskole=ja"' in page
    assert f'href="{RIGHT}?vgo=pabegynt">Endre' in page
    assert "Tilbake" not in get(base + RIGHT).text


@pytest.mark.parametrize(("written", "read"), [("17+%C3%A5r", "2009"), ("f%C3%B8dt+i+2004", "2004"), ("04", "2004")])
def test_a_year_may_be_written_in_words(base: str, written: str, read: str) -> None:
    answer = get(f"{base}/veileder/hvilken_rett?fodt={written}&vgo=ingen")
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"{RIGHT}?fodt={read}&vgo=ingen"


@pytest.mark.parametrize("written", ["", "xyz", "1800", "<b>hei</b>", "9" * 4000])
def test_what_is_no_year_is_asked_for_again_with_what_was_written(base: str, written: str) -> None:
    before = f"{RIGHT}?vgo=pabegynt&grunnskole=ja&opphold=lovlig"
    asked = get(base + before).text
    assert 'name="fodt" inputmode="numeric"' in asked
    assert "svar-feil" not in asked
    page = get(f"{base}{before}&fodt={written}").text
    assert page.count('aria-invalid="true"') == 1
    assert 'id="svar-feil"' in page
    assert "<b>hei" not in page
    assert len(page) < 3 * len(asked)


@pytest.mark.parametrize("query", ["vgo=finnes_ikke", "finnes_ikke=ja", "vgo", "m=xx&k=0000"])
def test_what_the_guide_does_not_know_is_left_out(base: str, query: str) -> None:
    assert get(f"{base}{RIGHT}?{query}").text.count("Spørsmål 1 av") == 2, "in the title and on the page"


def test_a_place_that_is_written_is_found_several_are_shown_and_none_is_told(base: str) -> None:
    assert get(f"{base}{DONE}&sted=Narvik&m=nn").headers["Location"] == f"{DONE}&k=1806&m=nn#kontakt"
    several = get(f"{base}{DONE}&sted=B%C3%B8").text
    assert len(re.findall(r'class="row" href="/veileder[^"]*k=\d{4}#kontakt', several)) > 1
    assert 'id="sted-feil"' in get(f"{base}{DONE}&sted=xyzzy").text


def test_a_guide_that_is_none_says_so(base: str) -> None:
    assert get(f"{base}/veileder/finnes_ikke").status_code == 404


def test_no_fact_has_the_name_of_something_else_in_an_address() -> None:
    for guide in PARTS.guides.values():
        assert not {"k", "m", "sted", "e", "c"} & set(guide.facts)


def test_an_address_tells_all_that_was_answered() -> None:
    on = PARTS.today()
    for guide in PARTS.guides.values():
        for facts in list(complete_fact_sets(guide, on))[::97]:
            written = {name: str(value) for name, value in facts.items()}
            given = Given(guide, written, on)
            assert given.facts == facts
            assert path_of(guide, given.facts, None, "nb").count("=") == len(facts)
