"""What WCAG 2.2 adds to 2.1 on levels A and AA, each criterion by its number; and what else our pages promise beside them."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Talk, Visitor, check_accessible
from tests.browser.test_views import HIDDEN
from tests.conftest import ROOT

ASKED = "/veileder/hvilken_rett?vgo=ingen&grunnskole=ja&opphold=lovlig"
PAGES = (
    "/",
    "/t/rett_ungdom?k=1806",
    "/veileder/hvilken_rett",
    f"{ASKED}&fodt=aldri",
    f"{ASKED}&fodt=2009",
    "/svar",
    "/kontakt",
    "/kontakt/narvik",
    "/del?tema=kvp&k=1806",
    "/bygg-inn",
    "/ord",
    "/personvern",
    "/tilgjengelighet",
    "/frakoblet",
)
"""One of each kind."""


def answered(page: Page) -> Page:
    """The page, with an answer on it where it is the chat."""
    if page.locator("#text").count():
        Talk(page).ask("hva er kvp?")
    return page


@pytest.mark.parametrize("path", PAGES)
def test_2_4_11_focus_is_never_hidden(visit: Visitor, path: str) -> None:
    page = answered(visit(reduced_motion="reduce").open(path))
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    for key in ["Tab"] * 25 + ["Shift+Tab"] * 25:
        page.keyboard.press(key)
        hidden, name = page.evaluate(HIDDEN)
        inside = page.evaluate("document.activeElement.tagName === 'IFRAME'")  # what has focus is in there
        assert inside or not hidden, f"{name} has focus and is covered"


def test_2_5_7_nothing_is_dragged(visit: Visitor) -> None:
    for script in (ROOT / "web" / "static").glob("*.js"):
        found = re.search(r"draggable|dragstart|(?:pointer|touch|mouse)move", script.read_text(encoding="utf-8"))
        assert found is None, f"{script.name} listens to {found and found[0]}: what is dragged needs a single press beside it"
    for path in PAGES:
        assert visit().open(path).locator("[draggable=true], input[type=range]").count() == 0


SMALL_TARGETS = """() => [...document.querySelectorAll('a, button, select, textarea, summary, input:not([type=hidden])')]
    .filter((node) => node.checkVisibility() && !node.closest('.visually-hidden, .skip'))
    .filter((node) => !(getComputedStyle(node).display === 'inline' && node.parentElement.textContent.trim() !== node.textContent.trim()))
    .map((node) => [node.outerHTML.slice(0, 90), node.getBoundingClientRect()])
    .filter(([, box]) => box.width && (box.width < 24 || box.height < 24)).map(([text]) => text)"""


@pytest.mark.parametrize("path", PAGES)
def test_2_5_8_a_target_is_at_least_24_pixels_unless_it_stands_in_a_sentence(visit: Visitor, path: str) -> None:
    page = answered(visit().open(path))
    assert page.evaluate(SMALL_TARGETS) == []


HELP = """() => [...document.querySelectorAll('#leave, a[href]')]
    .filter((node) => node.closest('header, footer') && !node.closest('.languages'))
    .map((node) => node.id === 'leave' ? 'leave' : node.getAttribute('href').split('?')[0].replace(/^\\/kontakt\\/.*/, '/kontakt'))
    .filter((where) => ['leave', '/svar', '/kontakt', '/personvern', '/tilgjengelighet'].includes(where))"""


def test_3_2_6_help_stands_in_the_same_order_on_every_page(visit: Visitor) -> None:
    visitor = visit()
    for path in PAGES:
        assert visitor.open(path).evaluate(HELP) == ["leave", "/svar", "/kontakt", "/personvern", "/tilgjengelighet"], path


def test_3_3_7_what_was_told_is_not_asked_for_again(visit: Visitor) -> None:
    page = visit().open("/t/rett_ungdom")
    page.get_by_label("Hvor bor du?").fill("Narvik")
    page.get_by_label("Hvor bor du?").press("Enter")
    page.get_by_role("link", name="Finn ut hvilken rett du har").click()
    asked = []
    while page.locator(".choices, #svar").count():
        asked.append(page.locator("h1").inner_text())
        if page.locator("#svar").count():
            page.locator("#svar").fill("2009")
            page.locator("#svar").press("Enter")
        else:
            page.locator(".choices a").first.click()
        page.wait_for_load_state()
    assert len(asked) == len(set(asked)) >= 2
    expect(page.get_by_role("heading", name="Kontakt for deg i Narvik")).to_be_visible()
    page.get_by_role("link", name="Svar i chatten i stedet").click()
    expect(page.locator("#place")).to_contain_text("Narvik")


def test_3_3_8_nobody_has_to_remember_anything_to_get_in(visit: Visitor) -> None:
    for path in PAGES:
        page = visit().open(path)
        assert (
            page.locator("input[type=password], [autocomplete*=password], [autocomplete=one-time-code], [autocomplete=username]").count()
            == 0
        )
    for script in (ROOT / "web" / "static").glob("*.js"):
        assert '"paste"' not in script.read_text(encoding="utf-8"), f"{script.name} may hinder pasting"


def test_every_bubble_says_its_language(visit: Visitor) -> None:
    visitor = visit()
    visitor.expected = ["Failed to load resource"]
    page = visitor.open("/")
    talk = Talk(page)
    for text in ("hva er kvp?", "kva er kvp, eg bur i førde", "what is kvp?"):
        talk.ask(text)
    page.route("**/api/chat", lambda route: route.abort())
    talk.ask("og hvor mye får jeg?")
    without = page.evaluate(
        "[...document.querySelectorAll('#log > *')].filter((node) => !node.lang).map((node) => node.outerHTML.slice(0, 80))"
    )
    assert without == []
    said = page.evaluate("[...document.querySelectorAll('#log .me')].map((node) => node.lang)")
    assert said[:3] == ["nb", "nn", "en"]


def test_a_spent_option_is_passed_by(visit: Visitor) -> None:
    page = visit().open("/?k=1806")
    talk = Talk(page)
    talk.ask("hva er kvp?")
    talk.press("Penger")
    spent = talk.log.locator("[aria-pressed=true]")
    expect(spent).to_have_count(1)
    page.locator("#main").evaluate("(node) => node.focus()")
    for _ in range(30):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.getAttribute('aria-pressed')") != "true"
    check_accessible(page)
