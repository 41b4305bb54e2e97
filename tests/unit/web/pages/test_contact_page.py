"""The page of everyone to contact in a municipality, asked for as a browser does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
import requests

from bot.contacts import SERVICES as KNOWN
from bot.web.files import static_files
from bot.web.pages.contact_page import SERVICES, contacts, overview, values
from bot.web.pages.render import renderer
from tests.parts import PARTS
from tests.unit.serving import served


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    with served(static_files(), contacts(PARTS, renderer(PARTS)), problems=PARTS) as address:
        yield address


def get(url: str) -> requests.Response:
    return requests.get(url, timeout=10, allow_redirects=False)


def text_of(page: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", page)))


def test_everyone_the_chat_knows_is_on_the_page_and_each_topic_is_there() -> None:
    assert sorted(SERVICES) == sorted(KNOWN)
    assert all(topic in PARTS.library for topic in SERVICES.values() if topic)
    assert list(SERVICES)[:2] == ["ot", "nav"], "who follows up comes first"


@pytest.mark.parametrize("malform", ["nb", "nn", "en"])
@pytest.mark.parametrize("number", ["1806", "0301", "4640", "5501", "1867"])
def test_the_page_says_what_the_cards_of_the_chat_say(base: str, number: str, malform: Any) -> None:
    kommune = PARTS.directory.kommune(number)
    page = get(f"{base}/kontakt/{kommune.slug}?m={malform}").text
    said, at = text_of(page), 0
    for service in SERVICES:
        at = page.index(f'<section id="{service}"', at)
        for card in PARTS.directory.cards(service, number):
            told = card.as_json(malform)
            assert all(told[part] in said for part in ("name", "level_text", "freshness"))
            assert told["phone"] is None or f'href="tel:{told["phone"].replace(" ", "")}"' in page[at:]
            assert told["url"] is None or f'href="{told["url"]}"' in page[at:]
    end = page[at : page.index("</main>")]
    assert end.rindex("</section>") < end.index('href="tel:113"'), "the help line is the last of the page"
    assert PARTS.help_texts.line("mental_helse", malform, PARTS.today()).phone in text_of(end)


def test_a_link_that_names_the_municipality_leads_to_it_in_its_language(base: str) -> None:
    answer = get(f"{base}/kontakt?k=1806&m=nn")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/kontakt/narvik?m=nn")
    assert get(f"{base}/kontakt?k=9999").status_code == 200


def test_every_municipality_has_somebody_to_ring_for_every_service_of_the_first_two() -> None:
    for kommune in PARTS.directory.kommuner():
        shown = values(PARTS, kommune, None, "nb")["services"]
        assert all(any(card["phone"] for card in shown[service]) for service in ("ot", "nav")), kommune.navn
        assert list(shown) == list(SERVICES), f"a service without a card in {kommune.navn}"


@pytest.mark.parametrize(
    ("path", "status", "where"),
    [
        ("narvik", 200, None),
        ("1806", 301, "/kontakt/narvik"),
        ("Narvik?m=nn", 301, "/kontakt/narvik?m=nn"),
        ("narvik/", 301, "/kontakt/narvik"),
        ("ås", 301, "/kontakt/as"),
        ("A%CC%8As", 301, "/kontakt/as"),
        ("%C3%A5s", 301, "/kontakt/as"),
        ("aas", 301, "/kontakt/as"),
        ("bo-telemark", 301, "/kontakt/midt-telemark"),
        ("5401", 301, "/kontakt/tromso"),
        ("0301?bydel=030101", 301, "/kontakt/oslo?bydel=030101"),
        ("grorud", 301, "/kontakt/oslo?bydel=030110"),
        ("8514", 302, "/kontakt/narvik"),
        ("xyzzy", 404, None),
        ("%FF%FE", 404, None),
        ("..%2F..%2Fetc", 404, None),
    ],
)
def test_each_municipality_has_one_address(base: str, path: str, status: int, where: str | None) -> None:
    answer = get(f"{base}/kontakt/{path}")
    assert (answer.status_code, answer.headers.get("Location")) == (status, where)


@pytest.mark.parametrize(
    ("path", "links", "phrase"),
    [
        ("/bo", ["bo-nordland", "midt-telemark"], "hvilket_sted"),
        ("/heroy", ["heroy-more-og-romsdal", "heroy-nordland"], "hvilket_sted"),
        ("/våler", ["valer-ostfold", "valer-innlandet"], "hvilket_sted"),
        ("/1507", ["alesund", "haram"], "kontaktside_delt"),
        ("/5012", ["heim", "hitra", "orkland"], "kontaktside_delt"),
        ("?sted=Bø", ["bo-nordland", "midt-telemark"], "hvilket_sted"),
    ],
)
def test_a_name_of_several_and_a_divided_municipality_give_the_choice(base: str, path: str, links: list[str], phrase: str) -> None:
    answer = get(f"{base}/kontakt{path}")
    before_counties = answer.text.partition("<details")[0]
    assert answer.status_code == 200
    assert PARTS.phrases(phrase, "nb") in before_counties
    assert re.findall(r'href="/kontakt/([a-z-]+)"', before_counties) == links
    assert 'content="noindex"' in answer.text


@pytest.mark.parametrize("path", ["/xyzzy?m=nn", "?sted=xyzzy&m=nn"])
def test_a_place_nobody_knows_is_told_kindly_with_ways_on(base: str, path: str) -> None:
    answer = get(f"{base}/kontakt{path}")
    assert answer.status_code == (404 if path.startswith("/") else 200)
    assert PARTS.phrases("hvor_bor_du_igjen", "nn") in answer.text
    assert 'value="xyzzy"' in answer.text
    assert 'href="/kontakt/narvik?m=nn"' in answer.text


@pytest.mark.parametrize(
    ("sted", "where"),
    [("Ålesund", "/kontakt/alesund"), ("5401", "/kontakt/stord"), ("fana", "/kontakt/bergen?bydel=460103"), ("narvikk", "/kontakt/narvik")],
)
def test_what_is_searched_for_is_opened(base: str, sted: str, where: str) -> None:
    assert get(f"{base}/kontakt?sted={sted}").headers["Location"] == where


def test_a_county_is_opened_and_is_no_mistake(base: str) -> None:
    page = get(f"{base}/kontakt?sted=Nordland").text
    assert re.findall(r"<details[^>]* open><summary>([^<]+)", page) == ["Nordland"]
    assert "sted-feil" not in page


def test_every_municipality_stands_under_its_county(base: str) -> None:
    counties = overview(PARTS, "nb")["counties"]
    assert len(counties) == 15
    assert all(kommune.fylke == county for county, group in counties.items() for kommune in group)
    page = get(f"{base}/kontakt").text
    assert {kommune.slug for kommune in PARTS.directory.kommuner()} == set(re.findall(r'href="/kontakt/([a-z-]+)"', page))
    assert "noindex" not in page


@pytest.mark.parametrize("number", ["0301", "1103", "4601", "5001"])
def test_a_city_gives_the_choice_of_its_districts_and_shows_the_office_of_one(base: str, number: str) -> None:
    kommune, districts = PARTS.directory.kommune(number), PARTS.directory.districts(number)
    page = get(f"{base}/kontakt/{kommune.slug}").text
    assert re.findall(r"\?bydel=(\d{6})#nav", page) == [district for district, _ in districts]
    for district, name in districts:
        office = PARTS.directory.cards("nav", number, district)[0].as_json("nb")["name"]
        chosen = get(f"{base}/kontakt/{kommune.slug}?bydel={district}").text
        assert f"<h3 >{office}</h3>" in chosen
        assert PARTS.phrases("kontaktside_nav_bydel", "nb", name) in chosen
        assert f"{name} – {office}" in page, "several districts may share an office"
        assert f'<link rel="canonical" href="{PARTS.settings.address}/kontakt/{kommune.slug}">' in chosen
        assert f'href="/kontakt/{kommune.slug}?bydel={district}&amp;m=nn"' in chosen, "another language keeps the district"


@pytest.mark.parametrize("bydel", ["460103", "999999", "%22%3E%3Cb%3E", ""])
def test_a_district_of_another_city_counts_as_not_given(base: str, bydel: str) -> None:
    page = get(f"{base}/kontakt/oslo?bydel={bydel}").text
    assert "460103" not in page
    assert PARTS.phrases("kontaktside_bydel", "nb") in page


def test_the_page_leads_to_the_chat_the_topics_and_the_link_maker(base: str) -> None:
    page = get(f"{base}/kontakt/narvik?m=nn").text
    for link in ("/?m=nn&amp;k=1806", "/t/ot?m=nn&amp;k=1806", "/t/kontakt_nav?m=nn&amp;k=1806", "/del?tema=kontakt&amp;m=nn&amp;k=1806"):
        assert f'href="{link}"' in page, link
    assert re.findall(r'href="([^"]+)" lang="(..)" hreflang', page) == [
        ("/kontakt/narvik", "nb"),
        ("/kontakt/narvik?m=nn", "nn"),
        ("/kontakt/narvik?m=en", "en"),
    ]
