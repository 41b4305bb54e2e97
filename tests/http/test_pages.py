"""Pages, links and files over HTTP, as browsers, search engines and printers ask for them."""

from __future__ import annotations

import gzip
import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
import requests

from bot.content import load_library
from tests.conftest import Server

TOPICS = [topic.id for topic in load_library()]


class Head(HTMLParser):
    """What a page says about itself, and every address it names."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.meta: dict[str, str] = {}
        self.links: dict[str, str] = {}
        self.addresses: list[str] = []
        self.lang = ""
        self.scripts = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.lang = given["lang"]
        if tag == "meta":
            self.meta[given.get("name") or given.get("property") or ""] = given.get("content", "")
        if tag == "link":
            self.links[f"{given['rel']} {given.get('hreflang', '')}".strip()] = given["href"]
        if tag == "script" and "src" not in given and given.get("type") not in ("application/json", "application/ld+json"):
            self.scripts += 1
        assert not [name for name in given if name.startswith("on") or name == "style"], f"inline in <{tag}>"
        self.addresses += [given[name] for name in ("href", "src") if given.get(name)]


def get(server: Server, path: str, **options: object) -> requests.Response:
    return requests.get(server.url + path, timeout=20, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize("malform", ["nb", "nn", "en"])
@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_is_a_whole_page(server: Server, topic: str, malform: str) -> None:
    response = get(server, f"/t/{topic}?k=1806" + ("" if malform == "nb" else f"&m={malform}"))
    assert response.status_code == 200
    head = Head(response.text)
    assert head.lang == malform
    assert 20 < len(head.meta["description"]) <= 160
    assert head.links["canonical"] == f"{server.url}/t/{topic}" + ("" if malform == "nb" else f"?m={malform}")
    assert {f"alternate {code}" for code in ("nb", "nn", "en", "x-default")} <= set(head.links)
    assert head.meta["og:title"]
    assert head.meta["og:url"] == head.links["canonical"]
    assert head.scripts == 0


def test_every_link_on_our_pages_leads_somewhere(server: Server) -> None:
    seen: dict[str, int] = {}
    waiting = ["/", "/svar", "/t/rett_ungdom", "/t/kvp?m=nn", "/personvern", "/tilgjengelighet", "/frakoblet", "/del?tema=kvp", "/bygg-inn"]
    waiting += ["/kontakt?m=nn", "/kontakt/narvik", "/kontakt/oslo?bydel=030101", "/kontakt/bo", "/t/kontakt_nav?sted=Bø"]
    for path in waiting:
        for address in Head(get(server, path).text).addresses:
            local = address.removeprefix(server.url).partition("#")[0]
            if local.startswith("/") and local not in seen:
                seen[local] = get(server, local).status_code
    assert len(seen) > 100
    assert not {path: status for path, status in seen.items() if status != 200}


def test_the_map_of_the_site(server: Server) -> None:
    text = get(server, "/robots.txt").text
    address = re.search(r"^Sitemap: (.*)$", text, re.MULTILINE)
    assert address
    assert "Disallow: /api/" in text
    tree = ElementTree.fromstring(requests.get(address[1], timeout=10).content)
    listed = [node.text or "" for node in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert len(listed) == len(set(listed)) > 200
    assert not [url for url in listed if "/t/hilsen" in url or "/t/ja" in url], "small talk is no page to find"
    for url in listed[::7]:
        assert requests.get(url, timeout=10).status_code == 200
        assert Head(requests.get(url, timeout=10).text).links.get("canonical", url) == url


def test_small_talk_is_not_for_search_engines(server: Server) -> None:
    assert Head(get(server, "/t/hilsen").text).meta["robots"] == "noindex"
    assert "robots" not in Head(get(server, "/t/kvp").text).meta
    assert "robots" not in Head(get(server, "/personvern").text).meta


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("/d/kvp", "/t/kvp"),
        ("/d/kvp/1806", "/t/kvp?k=1806"),
        ("/d/kvp/1806/nn", "/t/kvp?k=1806&m=nn"),
        ("/d/guide.vei_til_fagbrev/4601", "/veileder/vei_til_fagbrev?k=4601"),
        ("/d/ungdomsrett", "/t/rett_ungdom"),
        ("/d/nn", "/?m=nn"),
        ("/d/kontakt_nav/5401", "/t/kontakt_nav?k=5501"),
        ("/d/kontakt/1806/nn", "/kontakt/narvik?m=nn"),
    ],
)
def test_short_links(server: Server, short: str, long: str) -> None:
    response = get(server, short, allow_redirects=False)
    assert response.status_code == 302
    assert response.headers["Location"] == long


def test_old_names_lead_on_for_good_and_keep_the_place(server: Server) -> None:
    response = get(server, "/t/ungdomsrett?k=1806&m=nn", allow_redirects=False)
    assert response.status_code == 301
    assert response.headers["Location"] == "/t/rett_ungdom?k=1806&m=nn"


@pytest.mark.parametrize(
    "path", ["/t/finnes_ikke", "/d/finnes_ikke", "/kalender/frist.finnes_ikke.ics", "/kalender/g.belop.ics", "/qr/gif", "/t/../x"]
)
def test_what_is_not_there_is_said_kindly(server: Server, path: str) -> None:
    response = get(server, path)
    assert response.status_code == 404
    if path.startswith(("/t/f", "/d/", "/kal", "/qr")):
        assert "Alle svarene" in response.text


def test_a_deadline_as_a_calendar_file(server: Server) -> None:
    response = get(server, "/kalender/frist.laerling.ics?m=nn")
    assert response.headers["Content-Type"].startswith("text/calendar")
    assert "BEGIN:VEVENT" in response.text
    assert re.search(r"DTSTART;VALUE=DATE:20\d\d0301", response.text)


def test_a_place_in_words_becomes_a_place(server: Server) -> None:
    response = get(server, "/t/kvp?sted=8514&m=nn", allow_redirects=False)
    assert response.headers["Location"] == "/t/kvp?k=1806&m=nn#kontakt"


@pytest.mark.parametrize(
    ("malform", "page"), [("nb", "/kontakt/narvik"), ("nn", "/kontakt/narvik"), ("nb", "/kontakt"), ("nn", "/kontakt")]
)
def test_the_contacts_of_a_place_are_a_whole_page(server: Server, malform: str, page: str) -> None:
    suffix = "" if malform == "nb" else f"?m={malform}"
    response = get(server, page + suffix)
    head = Head(response.text)
    assert (response.status_code, head.lang, head.scripts) == (200, malform, 0)
    assert 20 < len(head.meta["description"]) <= 160
    assert head.links["canonical"] == head.meta["og:url"] == f"{server.url}{page}{suffix}"
    assert head.meta["og:title"]
    answer = get(server, "/t/kvp")
    for name in ("Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options", "Cache-Control"):
        assert response.headers.get(name) == answer.headers.get(name), name


@pytest.mark.parametrize("path", ["/kontakt/ås", "/kontakt/A\u030as", "/kontakt/3218", "/kontakt/3021", "/kontakt?sted=Ås"])
def test_a_municipality_has_one_address(server: Server, path: str) -> None:
    response = get(server, path)
    assert response.url == f"{server.url}/kontakt/as"
    assert "Kontakt for deg i Ås" in response.text


def test_files_are_kept_for_ever_and_packed(server: Server) -> None:
    style = next(a for a in Head(get(server, "/").text).addresses if a.endswith("veivalg.css"))
    packed = get(server, style)
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "immutable" in packed.headers["Cache-Control"]
    plain = get(server, style, headers={"Accept-Encoding": "identity"})
    assert "Content-Encoding" not in plain.headers
    assert plain.text == packed.text
    other = get(server, re.sub(r"/static/\w+/", "/static/0000000000/", style))
    assert other.status_code == 200
    assert other.headers["Cache-Control"] == "no-cache", "another version is never kept"
    for bad in ("/static/x/../../bot/settings.py", "/static/x/%2e%2e%2fsettings.py", "/static/x/nothing.js"):
        assert get(server, bad).status_code == 404
    assert requests.head(server.url + style, timeout=5).status_code == 200


@pytest.mark.parametrize("path", ["/", "/svar", "/t/kvp", "/kontakt/oslo", "/innhold"])
def test_pages_are_packed_and_read_the_same(server: Server, path: str) -> None:
    packed = get(server, path)
    plain = get(server, path, headers={"Accept-Encoding": "identity"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert int(packed.headers["Content-Length"]) < len(plain.content) / 3
    assert packed.text == plain.text


@pytest.mark.parametrize(("path", "leads"), [("/kvp", "/t/kvp"), ("/T/KVP", "/t/kvp"), ("/hjelp", "/t/krise"), ("/Svar", "/svar")])
def test_a_guessed_address_leads_on(server: Server, path: str, leads: str) -> None:
    answer = get(server, path, headers={"Accept": "text/html"}, allow_redirects=False)
    assert (answer.status_code, answer.headers["Location"]) == (302, leads)


def test_any_other_address_is_a_kind_page_for_people_and_json_for_programs(server: Server) -> None:
    assert "Alle svarene" in get(server, "/noe/rart", headers={"Accept": "text/html"}).text
    assert get(server, "/noe/rart").json()["error"]["code"] == "not_found"


def test_web_addresses_in_answers_open(server: Server) -> None:
    html = get(server, "/t/laerling").text
    assert '<a class="site" href="https://vigo.no" rel="noreferrer">vigo.no</a>' in html


def test_the_loader_is_small_and_may_be_read_by_others(server: Server) -> None:
    response = get(server, "/embed.js")
    assert len(gzip.compress(response.content, 9)) <= 3000
    assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "Set-Cookie" not in response.headers


def test_the_colour_of_a_host_page_is_a_colour_or_nothing(server: Server) -> None:
    assert '"accent": "#0b5563"' in get(server, "/?c=0B5563").text
    for bad in ("red;}", "0b556", '"><script>', "%00"):
        assert '"accent": null' in get(server, f"/?c={bad}").text


@pytest.mark.parametrize("text", ['"><script>alert(1)</script>', "'><img src=x onerror=alert(1)>", "</script><script>"])
def test_nothing_from_an_address_becomes_markup(server: Server, text: str) -> None:
    for path in (
        "/t/kvp?sted={}",
        "/del?tema={}",
        "/bygg-inn?tekst={}",
        "/bygg-inn/prove?tekst={}",
        "/?tema={}&c={}",
        "/d/{}",
        "/t/{}",
        "/kontakt/{}",
        "/kontakt?sted={}",
    ):
        html = get(server, path.replace("{}", requests.utils.quote(text, safe=""))).text
        assert text not in html
