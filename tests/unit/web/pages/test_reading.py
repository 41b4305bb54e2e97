"""The pages that are read, asked for as a browser does."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
import requests

from bot.web.files import static_files
from bot.web.pages.reading import AREAS, colour, first_sentence, pages
from bot.web.pages.render import renderer
from tests.parts import PARTS
from tests.unit.serving import served


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    with served(static_files(), pages(PARTS, renderer(PARTS)), problems=PARTS) as address:
        yield address


def get(url: str) -> requests.Response:
    return requests.get(url, timeout=10, allow_redirects=False)


def test_the_chat_opens_on_what_its_address_says(base: str) -> None:
    page = get(f"{base}/?tema=kvp&k=1806&m=nn&c=0B5563").text
    found = re.search(r'<script type="application/json"[^>]*>(.*?)</script>', page, re.DOTALL)
    assert found, "the page carries its data"
    data: dict[str, Any] = json.loads(found[1])
    assert (data["malform"], data["accent"]) == ("nn", "#0b5563")
    assert data["place"] == {"number": "1806", "name": "Narvik"}
    assert data["open"]["payload"] == "/kvp"
    assert [start["topic"] for start in data["start"]] == list(PARTS.library.start.front)


def test_every_topic_of_an_area_is_on_the_list(base: str) -> None:
    page = get(f"{base}/svar").text
    for topic in PARTS.library:
        assert (f'href="/t/{topic.id}' in page) == (topic.area in AREAS), topic.id


def test_the_list_is_searched_by_words_of_titles_answers_and_questions(base: str) -> None:
    found = re.findall(r'class="row" href="/t/(\w+)', get(f"{base}/svar?q=kvalifiseringsprogrammet").text)
    assert "kvp" in found
    assert len(found) < len(PARTS.library) / 2
    missed = get(f"{base}/svar?q=xyzzy%3Cb%3E").text
    assert "«xyzzy&lt;b&gt;»" in missed
    assert 'class="row" href="/t/' not in missed


@pytest.mark.parametrize(("text", "first"), [("Opptil 2 år. Mer står der.", "Opptil 2 år."), ("Ja", "Ja"), ("Kan du? Ja.", "Kan du?")])
def test_the_first_sentence(text: str, first: str) -> None:
    assert first_sentence(text) == first


def test_an_old_address_leads_on_and_a_wrong_one_says_so(base: str) -> None:
    answer = get(f"{base}/t/ungdomsrett?m=nn")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/t/rett_ungdom?m=nn")
    assert get(f"{base}/t/finnes_ikke").status_code == 404


def test_a_place_that_is_written_is_found_and_one_that_is_none_is_told(base: str) -> None:
    assert get(f"{base}/t/kvp?sted=narvik&m=nn").headers["Location"] == "/t/kvp?k=1806&m=nn#kontakt"
    answer = get(f"{base}/t/kvp?sted=%3Cb%3Exyz")
    assert answer.status_code == 200
    assert "<b>xyz" not in answer.text
    assert "&lt;b&gt;xyz" in answer.text


@pytest.mark.parametrize("sted", ["A\u030alesund", "Ålesund", "a%CC%8Alesund", "6002"])
def test_a_place_may_be_written_with_its_ring_apart(base: str, sted: str) -> None:
    assert get(f"{base}/t/kontakt_nav?sted={sted}").headers["Location"] == "/t/kontakt_nav?k=1508#kontakt"


@pytest.mark.parametrize(
    ("query", "numbers", "phrase"),
    [
        ("sted=Herøy", ["1515", "1818"], "hvilket_sted"),
        ("sted=Bø", ["1867", "4020"], "hvilket_sted"),
        ("k=1507", ["1508", "1580"], "kontaktside_delt"),
        ("k=1850", ["1806", "1875"], "kontaktside_delt"),
        ("k=5012", ["5055", "5056", "5059"], "kontaktside_delt"),
    ],
)
@pytest.mark.parametrize("malform", ["nb", "nn"])
def test_a_place_that_may_be_several_gives_the_choice(base: str, query: str, numbers: list[str], phrase: str, malform: Any) -> None:
    page = get(f"{base}/t/kontakt_nav?{query}" + ("&m=nn" if malform == "nn" else "")).text
    section = page[page.index('id="kontakt"') :]
    assert PARTS.phrases(phrase, malform) in section
    query = "m=nn&amp;" if malform == "nn" else ""
    assert re.findall(r'href="/t/kontakt_nav\?' + query + r'k=(\d{4})#kontakt"', section) == numbers
    assert 'class="contact"' not in section
    assert "sted-feil" not in section


def test_a_number_of_before_is_the_municipality_of_today(base: str) -> None:
    page = get(f"{base}/t/kontakt_nav?k=5401").text
    assert "Kontakt for deg i Tromsø" in page
    assert "k=5501" in page
    assert "5401" not in page


@pytest.mark.parametrize(("query", "link"), [("k=1806", "/kontakt/narvik"), ("", "/kontakt")])
def test_a_topic_and_the_list_lead_to_everyone_to_contact(base: str, query: str, link: str) -> None:
    for path in ("/t/kontakt_nav", "/svar"):
        assert get(f"{base}{path}?{query}").text.count(f'href="{link}"') == 2, "in the page and below it"


def test_the_chat_is_opened_as_it_is_by_a_link_to_contacts(base: str) -> None:
    assert '"open": null' in get(f"{base}/?tema=kontakt").text


def test_a_deadline_is_a_calendar_file_and_nothing_else_is(base: str) -> None:
    answer = get(f"{base}/kalender/frist.vgo.ics")
    assert answer.headers["content-type"].startswith("text/calendar")
    assert "BEGIN:VEVENT" in answer.text
    for wrong in ("frist.vgo", "telefon.nav.ics", "frist.finnes_ikke.ics"):
        assert get(f"{base}/kalender/{wrong}").status_code == 404


@pytest.mark.parametrize("path", ["/personvern", "/tilgjengelighet", "/frakoblet", "/robots.txt"])
def test_each_page_of_its_own_is_there(base: str, path: str) -> None:
    assert get(base + path).status_code == 200


def test_search_engines_get_every_page_in_every_language(base: str) -> None:
    urls = re.findall(r"<loc>[^<]*?(/[^<]*)</loc>", get(f"{base}/sitemap.xml").text.replace("://", ":"))
    assert (
        len(urls)
        == len(set(urls))
        == 3 * (5 + len(PARTS.guides) + len(PARTS.directory.kommuner()) + sum(topic.area in AREAS for topic in PARTS.library))
    )


@pytest.mark.parametrize(("value", "read"), [("0b5563", "#0b5563"), ("#0B5563", "#0b5563"), ("red", None), ("0b5563;x", None), ("", None)])
def test_a_colour_is_six_digits_or_none(value: str, read: str | None) -> None:
    request: Any = SimpleNamespace(args={"c": value})
    assert colour(request) == read
