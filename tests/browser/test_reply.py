"""A reply is short: the answer, what to press first, and the rest behind «Mer om dette»; links open; the first screen invites."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import MORE, Talk, Visitor, check_accessible, shot

SMALL = {"width": 360, "height": 740}

MEASURE = """() => {
    const said = [...document.querySelectorAll('#log .me')].at(-1), cards = [];
    for (let node = said.nextElementSibling; node; node = node.nextElementSibling) cards.push(node);
    const pressed = cards.flatMap((card) => [...card.querySelectorAll('button, a.button, a.row')]).filter((node) => node.checkVisibility());
    const window = [document.querySelector('.chat-top').getBoundingClientRect().bottom, document.querySelector('.compose').getBoundingClientRect().top];
    const call = cards.flatMap((card) => [...card.querySelectorAll('a.button[href^="tel:"]')])[0]?.getBoundingClientRect();
    return { height: cards.at(-1).getBoundingClientRect().bottom - said.getBoundingClientRect().bottom, pressed: pressed.map((node) => node.textContent.trim()),
        window, call: call && [call.top, call.bottom] };
}"""

REPLIES = {
    "gi meg nummeret til nav narvik": ("/", 660),
    "hva er kvp?": ("/?k=1806", 620),
    "kossen får æ læreplass": ("/?k=1806", 620),
    "hvor mye får jeg i kvp": ("/?k=1806", 660),
    "jeg er 26 og fikk aldri fullført vgs, kan jeg ta det gratis nå?": ("/?k=1806", 760),
}
"""A question, where it is asked, and how high its reply may be. Before it was 1 309 to 2 204 px and 7 to 10 things to press."""


@pytest.mark.parametrize("question", REPLIES)
def test_a_reply_is_about_one_screen_and_has_three_things_to_press(visit: Visitor, question: str) -> None:
    path, highest = REPLIES[question]
    page = visit(viewport=SMALL, reduced_motion="reduce").open(path)
    talk = Talk(page)
    talk.ask(question)
    measured = page.evaluate(MEASURE)
    assert measured["height"] <= highest, measured
    assert 1 <= len(measured["pressed"]) <= 3, measured
    expect(talk.newest.locator("summary", has_text=MORE).first).to_be_visible()
    assert talk.log.get_by_text("Kontakt for deg i Narvik").count() <= 1
    shot(page, f"reply-{question.split()[0]}-360")


def test_the_number_is_in_the_first_screen(visit: Visitor) -> None:
    page = visit(viewport=SMALL, reduced_motion="reduce").open("/")
    Talk(page).ask("gi meg nummeret til nav narvik")
    page.wait_for_timeout(300)
    measured = page.evaluate(MEASURE)
    top, bottom = measured["window"]
    assert top <= measured["call"][0]
    assert measured["call"][1] <= bottom, f"the button ends at {measured['call'][1]}, the text field begins at {bottom}"


def test_a_question_of_where_one_lives_has_a_button_to_the_place(visit: Visitor) -> None:
    page = visit(viewport=SMALL).open("/")
    talk = Talk(page)
    talk.ask("hva er kvp?")
    talk.newest.last.get_by_role("button", name="Velg kommune").press("Enter")
    field = page.get_by_role("dialog").get_by_label("Kommune eller postnummer")
    field.fill("8514")
    talk._after(lambda: field.press("Enter"))
    expect(talk.newest.last).to_contain_text("Nav Narvik")


@pytest.mark.parametrize(
    ("question", "site"),
    [("hvordan søker jeg læreplass?", "vigo.no"), ("jeg er 17 og orker ikke å snakke, kan jeg skrive til noen?", None)],
)
def test_addresses_in_a_reply_open(visit: Visitor, question: str, site: str | None) -> None:
    page = visit().open("/")
    talk = Talk(page)
    talk.ask(question)
    links = talk.newest.locator("a.site")
    shown = [(link.get_attribute("href"), link.inner_text()) for link in links.all()]
    assert all(re.fullmatch(r"https://[a-z0-9./-]+", href or "") for href, _ in shown)
    if site:
        link = links.filter(has_text=site).first
        expect(link).to_have_attribute("href", f"https://{site}")
        expect(link).to_have_attribute("target", "_blank")
    unlinked = page.evaluate(
        """() => { const copy = document.getElementById('log').cloneNode(true); copy.querySelectorAll('a, .me').forEach((node) => node.remove());
            return copy.textContent.match(/[\\w-]+\\.no\\b/g) ?? []; }"""
    )
    assert not unlinked
    check_accessible(page)


@pytest.mark.parametrize("path", ["/t/laerling", "/t/krise", "/t/kontakt_nav?m=nn", "/t/kvp?m=en", "/frakoblet", "/ord"])
def test_addresses_on_pages_open_without_javascript_and_on_paper(visit: Visitor, path: str) -> None:
    page = visit(java_script_enabled=False).open(path)
    for link in page.locator("a.site").all():
        assert re.fullmatch(r"https://[a-z0-9.-]+(/[\w/-]+)?", link.get_attribute("href") or "")
    text = re.sub(r"<(script|a|h3)\b.*?</\1>", "", page.content(), flags=re.DOTALL)
    assert not re.findall(r">[^<]*\b[\w-]+\.no\b", text)
    page.emulate_media(media="print")
    if link := next(iter(page.locator("a.site:visible").all()), None):
        assert link.evaluate("(node) => getComputedStyle(node, '::after').content") in ("none", "normal"), "the address is not said twice"


def _starters(page: Page) -> list[bool]:
    return list(
        page.evaluate(
            """() => { const end = document.querySelector('.compose').getBoundingClientRect().top, begin = document.querySelector('.chat-top').getBoundingClientRect().bottom;
                return [...document.querySelectorAll('#start a')].map((link) => { const box = link.getBoundingClientRect(); return box.top >= begin && box.bottom <= end; }); }"""
        )
    )


@pytest.mark.parametrize("malform", ["nb", "nn", "en"])
def test_the_first_screen_of_a_small_phone(visit: Visitor, malform: str) -> None:
    page = visit(viewport=SMALL).open(f"/?m={malform}")
    assert _starters(page) == [True] * 6
    header = page.locator(".chat-top").bounding_box()
    assert header
    assert header["height"] <= 60, "one line"
    said = {"nb": "Jeg er en maskin", "nn": "Eg er ei maskin", "en": "I am a machine"}[malform]
    expect(page.get_by_text(said)).to_be_in_viewport()
    example = page.locator("#text").get_attribute("placeholder") or ""
    assert "?" in example
    assert page.locator("#text").evaluate("(node) => node.offsetHeight") <= 52, "an example takes one line"
    check_accessible(page)
    shot(page, f"first-screen-{malform}-360")


@pytest.mark.parametrize(("width", "height"), [(683, 384), (720, 450), (844, 390)])
def test_the_field_is_in_view_on_its_side_and_at_twice_the_size(visit: Visitor, width: int, height: int) -> None:
    page = visit(viewport={"width": width, "height": height}, reduced_motion="reduce").open("/?k=1806")
    talk = Talk(page)
    for question in (None, "hva er kvp?"):
        if question:
            talk.ask(question)
        expect(talk.box).to_be_in_viewport(ratio=1)
        expect(page.get_by_role("link", name="Forlat siden raskt")).to_be_in_viewport(ratio=1)


def test_a_page_in_a_language_begins_in_it_and_follows_the_person(visit: Visitor) -> None:
    page = visit().open("/t/kvp?m=en")
    page.get_by_role("link", name="Ask more in the chat").click()
    talk = Talk(page)
    expect(talk.newest.first).to_have_attribute("lang", "en")
    talk.ask("kva er kvp, eg bur i førde")
    expect(talk.newest.first).to_have_attribute("lang", "nn")
    assert page.evaluate("document.documentElement.lang") == "nn"


def test_the_first_load_weighs_little(visit: Visitor) -> None:
    visitor = visit(viewport=SMALL)
    page = visitor.context.new_page()
    wire = visitor.context.new_cdp_session(page)
    wire.send("Network.enable")
    sizes: list[float] = []
    wire.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(visitor.url)
    page.wait_for_timeout(1500)
    assert 10_000 < sum(sizes) <= 45_000, f"{sum(sizes):.0f} bytes in {len(sizes)} requests"
