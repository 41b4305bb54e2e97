"""Every page that is read: without JavaScript, on paper, in three languages, and when the chat is off."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, Visitor, check_accessible, no_sideways_scrolling, shot
from tests.conftest import start_server, stop_server

PAGES = {
    "topic": "/t/rett_ungdom?k=1806",
    "topic-nn": "/t/kvp?k=4601&m=nn",
    "topic-en": "/t/kvp?m=en",
    "topic-crisis": "/t/krise",
    "topic-which": "/t/kontakt_nav?sted=Herøy",
    "contacts": "/kontakt",
    "contacts-which": "/kontakt/bo?m=nn",
    "contacts-missing": "/kontakt/xyzzy",
    "contact": "/kontakt/narvik",
    "contact-nn": "/kontakt/oslo?bydel=030101&m=nn",
    "contact-en": "/kontakt/alesund?m=en",
    "guide": "/veileder/hvilken_rett",
    "guide-year": "/veileder/hvilken_rett?vgo=ingen&grunnskole=ja&opphold=lovlig&fodt=aldri&m=nn",
    "guide-result": "/veileder/hvilken_rett?vgo=ingen&grunnskole=ja&opphold=lovlig&fodt=2009&jobb_eller_skole=nei&k=1806",
    "guide-unsure": "/veileder/hvilken_rett?vgo=ingen&grunnskole=usikker&opphold=lovlig&fodt=2001&m=en",
    "topics": "/svar",
    "privacy": "/personvern",
    "accessibility": "/tilgjengelighet",
    "accessibility-nn": "/tilgjengelighet?m=nn",
    "offline": "/frakoblet",
    "missing": "/t/finnes_ikke",
    "share": "/del?tema=kvp&k=1806",
    "poster": "/plakat?tema=kvp&k=1806&s=a4",
    "cards": "/plakat?tema=guide.hvilken_rett&s=kort&m=nn",
    "embed": "/bygg-inn?tema=kvp",
    "trial": "/bygg-inn/prove?c=ffcc00&plass=her",
    "words": "/ord",
    "content": "/innhold",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(visit: Visitor, name: str, scheme: str) -> None:
    visitor = visit(color_scheme=scheme)
    visitor.expected = ["404 (Not Found)"] if "missing" in name else []
    page = visitor.open(PAGES[name])
    check_accessible(page)
    no_sideways_scrolling(page)
    if scheme == "light":
        shot(page, f"page-{name}-phone", full=True)


def test_a_topic_without_javascript(visit: Visitor) -> None:
    page = visit(java_script_enabled=False).open("/d/rett_ungdom/1806")
    assert page.url.endswith("/t/rett_ungdom?k=1806")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ungdomsrett")
    for heading in ("Hvem kan få?", "Frist", "Kontakt for deg i Narvik", "Neste steg", "Ligner dette", "Hvor vet vi dette fra?"):
        expect(page.get_by_role("heading", name=heading, exact=True)).to_be_visible()
    expect(page.get_by_role("link", name=re.compile(r"^Ring \d\d"))).to_be_visible()
    expect(page.get_by_role("link", name=re.compile("Legg i kalenderen"))).to_have_count(2)
    page.get_by_label("Bor du et annet sted?").fill("Bergen")
    page.get_by_label("Bor du et annet sted?").press("Enter")
    expect(page.get_by_role("heading", name="Kontakt for deg i Bergen")).to_be_visible()
    page.get_by_label("Bor du et annet sted?").fill("xyzzy")
    page.get_by_role("button", name="Vis kontakt").press("Enter")
    expect(page.get_by_text("Jeg kjente ikke igjen stedet.")).to_be_visible()
    page.get_by_role("link", name="Oppfølgingstjenesten (OT)").first.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("OT")


def test_a_guide_without_javascript(visit: Visitor) -> None:
    page = visit(java_script_enabled=False).open("/d/guide.hvilken_rett/1806")
    expect(page.get_by_text("Spørsmål 1 av 5")).to_be_visible()
    page.get_by_role("link", name="Begynt, men ikke fullført").click()
    page.get_by_role("link", name="Tilbake").click()
    expect(page.get_by_text("Spørsmål 1 av 5")).to_be_visible()
    page.get_by_role("link", name="Ikke begynt").click()
    for _ in range(6):
        if page.locator("#svar").count():
            page.locator("#svar").fill("17 år")
            page.get_by_role("button", name="Videre").click()
        elif page.locator(".choices").count():
            page.locator(".choices a").first.click()
    for heading in ("Det betyr for deg", "Kontakt for deg i Narvik", "Dette har du svart"):
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
    shared = page.url
    page.get_by_role("link", name=re.compile("^Endre")).first.click()
    expect(page.locator(".about")).to_contain_text("Spørsmål")
    page.goto(shared)
    expect(page.get_by_role("heading", name="Det betyr for deg")).to_be_visible()
    page.get_by_label("Bor du et annet sted?").fill("Bergen")
    page.get_by_label("Bor du et annet sted?").press("Enter")
    expect(page.get_by_role("heading", name="Kontakt for deg i Bergen")).to_be_visible()


def test_the_language_a_browser_asks_for_and_the_one_a_person_chooses(visit: Visitor) -> None:
    page = visit(locale="nn-NO").open("/t/kvp")
    assert page.evaluate("document.documentElement.lang") == "nn"
    page.get_by_role("navigation").get_by_role("link", name="Bokmål").click()
    page.get_by_role("link", name="Alle svarene").click()
    assert page.evaluate("document.documentElement.lang") == "nb", "what was chosen follows along"
    page.goto(page.url.split("/svar")[0] + "/t/kvp?m=nn-NO")
    assert page.evaluate("document.documentElement.lang") == "nn"


def test_contacts_without_javascript_on_the_smallest_phone(visit: Visitor) -> None:
    page = visit(java_script_enabled=False, viewport={"width": 320, "height": 640}).open("/kontakt")
    page.get_by_label("Hvor bor du?").fill("Bø")
    page.get_by_label("Hvor bor du?").press("Enter")
    page.get_by_role("main").get_by_role("link", name="Bø (Nordland)").click()
    assert page.url.endswith("/kontakt/bo-nordland")
    expect(page.get_by_role("heading", level=1)).to_have_text("Kontakt for deg i Bø")
    expect(page.get_by_role("link", name=re.compile(r"^Ring \d\d")).first).to_be_visible()
    page.get_by_role("link", name="Bor du et annet sted?").click()
    page.locator("summary", has_text="Vestland").click()
    page.get_by_role("link", name="Bergen", exact=True).click()
    page.locator("summary", has_text="Velg bydel").click()
    page.get_by_role("link", name="Fana – Nav Bergen sør").click()
    expect(page.get_by_role("heading", name="Nav Bergen sør")).to_be_visible()
    page.get_by_role("link", name="Nynorsk").click()
    expect(page.get_by_role("heading", name="Nav Bergen sør")).to_be_visible()
    expect(page.get_by_role("link", name="Spør om noko")).to_be_visible()


def test_contacts_on_paper(visit: Visitor) -> None:
    page = visit().open("/kontakt/narvik")
    page.emulate_media(media="print")
    for gone in ("Forlat siden raskt", "Spør om noe", "Alle svarene", "Les mer: Finn Nav-kontoret"):
        expect(page.get_by_role("link", name=gone)).to_be_hidden()
    for kept in ("Nav Narvik", "Elev- og lærlingombudet"):
        expect(page.get_by_role("heading", name=kept)).to_be_visible()
    for kept in ("Ring 55 55 33 33", "116 123"):
        expect(page.get_by_text(kept).first).to_be_visible()


def test_the_chat_page_without_javascript(visit: Visitor) -> None:
    page = visit(java_script_enabled=False).open("/")
    expect(page.get_by_text("Chatten trenger JavaScript.")).to_be_visible()
    expect(page.get_by_role("textbox")).to_have_count(0)
    page.get_by_role("link", name="Jeg vil ha fagbrev").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Veier til fagbrev")


def test_the_languages_and_the_way_back_to_the_chat(visit: Visitor) -> None:
    page = visit().open("/t/kvp?k=1806")
    titles = set()
    for name, code in (("Nynorsk", "nn"), ("English", "en"), ("Bokmål", "nb")):
        page.get_by_role("navigation").get_by_role("link", name=name).press("Enter")
        page.wait_for_load_state()
        assert page.evaluate("document.documentElement.lang") == code
        expect(page.get_by_role("navigation").get_by_role("link", name=name)).to_have_attribute("aria-current", "true")
        expect(page.get_by_role("heading", level=2, name=re.compile("Narvik"))).to_be_visible()
        titles.add(page.title())
    assert len(titles) >= 2
    page.get_by_role("link", name="Spør videre").press("Enter")
    expect(page.locator("#log .card h2").first).to_have_text("Kvalifiseringsprogrammet (KVP)")
    expect(page.locator("#place")).to_contain_text("Narvik")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_topic_has_an_outline_that_leads_to_its_parts(visit: Visitor, scheme: str) -> None:
    page = visit(color_scheme=scheme, java_script_enabled=False, viewport={"width": 360, "height": 740}).open("/t/kvp?k=1806")
    outline = page.get_by_role("navigation", name="På denne siden")
    assert outline.get_by_role("link").all_inner_texts() == ["Hvem", "Penger", "Hvor lenge", "Frist", "Hjelp"]
    for link in outline.get_by_role("link").all():
        expect(link).to_be_in_viewport()
    for link in outline.get_by_role("link").all():
        link.click()
        heading = page.locator(f"{link.get_attribute('href')} > h2")
        expect(heading).to_be_in_viewport()
        expect(heading.locator("svg")).to_have_count(0 if "kontakt" in (link.get_attribute("href") or "") else 1)
    no_sideways_scrolling(page)
    assert (
        page.evaluate("[...document.querySelectorAll('[id]')].map((node) => node.id).filter((id, at, all) => all.indexOf(id) !== at)") == []
    )
    assert visit(java_script_enabled=False).open("/t/hull_i_cv").locator(".outline").count() == 0, "nothing to choose among"


def test_those_who_keep_the_answers_find_one_fast(visit: Visitor) -> None:
    page = visit(viewport=DESKTOP, java_script_enabled=False).open("/innhold")
    assert page.evaluate("document.documentElement.scrollHeight") < 9000, "it was 109 494"
    left, right = (page.locator(part).bounding_box() for part in (".brand", "h1"))
    assert left
    assert right
    assert abs(left["x"] - right["x"]) < 2, "header and content begin at one line"
    page.get_by_role("navigation", name="Hopp til et område").get_by_role("link", name=re.compile("^Fagbrev")).click()
    expect(page.get_by_role("heading", name="Fagbrev", exact=True)).to_be_in_viewport()
    page.locator("#laerling > summary").click()
    expect(page.locator("#laerling table")).to_be_visible()
    page.get_by_label("Søk i svarene").fill("xyzzy")
    page.get_by_label("Søk i svarene").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Ingen svar passer.")
    page.get_by_role("link", name="Se alle svarene").click()
    expect(page.locator("details.answer").first).to_be_visible()


def test_the_linked_data_is_read_and_not_blocked(visit: Visitor) -> None:
    page = visit().open("/t/kvp")
    data = json.loads(page.locator("script[type='application/ld+json']").text_content() or "")
    assert data["@type"] == "FAQPage"
    assert len(data["mainEntity"]) > 3


def test_a_topic_on_paper(visit: Visitor, tmp_path: Path) -> None:
    page = visit().open("/t/kvp?k=1806")
    page.emulate_media(media="print")
    for gone in ("Forlat siden raskt", "Spør videre i chatten", "Alle svarene"):
        expect(page.get_by_role("link", name=gone)).to_be_hidden()
    expect(page.get_by_text("55 55 33 33").first).to_be_visible()
    expect(page.get_by_role("heading", name="Hvor vet vi dette fra?")).to_be_visible()
    page.pdf(path=tmp_path / "topic.pdf", format="A4")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") in ("rgba(0, 0, 0, 0)", "rgb(255, 255, 255)")


def test_desktop(visit: Visitor) -> None:
    visitor = visit(viewport=DESKTOP)
    for name, path in {
        "chat": "/",
        "topic": "/t/rett_voksen?k=1806",
        "guide": "/veileder/hvilken_rett",
        "guide-year": "/veileder/hvilken_rett?vgo=ingen&grunnskole=ja&opphold=lovlig&fodt=aldri&m=nn",
        "guide-result": "/veileder/hvilken_rett?vgo=ingen&grunnskole=ja&opphold=lovlig&fodt=2009&jobb_eller_skole=nei&k=1806",
        "guide-unsure": "/veileder/hvilken_rett?vgo=ingen&grunnskole=usikker&opphold=lovlig&fodt=2001&m=en",
        "topics": "/svar",
        "share": "/del?tema=kvp&k=1806",
        "embed": "/bygg-inn?tema=kvp",
    }.items():
        page = visitor.open(path)
        check_accessible(page)
        shot(page, f"page-{name}-desktop", full=True)


def test_notice_and_off_switch(visit: Visitor, tmp_path: Path) -> None:
    server = start_server(
        tmp_path,
        VEIVALG_CHAT_OFF="1",
        VEIVALG_NOTICE="Telefonen til Nav er nede <i dag>.",
        VEIVALG_OPERATOR="Prøve kommune, 00 00 00 00",
        VEIVALG_OPERATOR_CONTACT="veivalg@example.org",
    )
    try:
        visitor = visit(server.url)
        for script in (True, False):
            page = visitor.open("/?k=1806") if script else visit(server.url, java_script_enabled=False).open("/?k=1806")
            expect(page.get_by_text("Telefonen til Nav er nede <i dag>.")).to_be_visible()
            expect(page.get_by_text("Chatten er slått av nå.")).to_be_visible()
            expect(page.get_by_role("textbox")).to_have_count(0)
            expect(page.get_by_role("heading", name="Nav Narvik")).to_be_visible()
            expect(page.locator("a[href='tel:113']")).to_be_visible()
            check_accessible(page) if script else None
        shot(page, "chat-off-phone")
        page = visitor.open("/t/kvp")
        expect(page.get_by_text("Telefonen til Nav er nede <i dag>.")).to_be_visible()
        expect(page.get_by_role("link", name="Spør videre i chatten")).to_have_count(0)
        for path in ("/tilgjengelighet", "/personvern", "/bygg-inn"):
            page = visitor.open(path)
            expect(page.get_by_text("Prøve kommune, 00 00 00 00")).to_be_visible()
            expect(page.get_by_role("link", name="veivalg@example.org")).to_have_attribute("href", "mailto:veivalg@example.org")
        assert page.request.post(f"{server.url}/api/chat", data={"text": "hei"}).status == 503
    finally:
        stop_server(server)


def test_a_link_to_one_answer_opens_it(visit: Visitor) -> None:
    visitor = visit()
    page = visitor.context.new_page()
    page.goto(f"{visitor.url}/t/lonnstilskudd#sagt_opp")
    expect(page.locator("#sagt_opp")).to_have_attribute("open", "")
    expect(page.locator("#fast")).not_to_have_attribute("open", "")
