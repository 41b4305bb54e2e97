"""Small windows, large text, dark, high contrast, no motion: everything stays readable and reachable."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Talk, Visitor, check_accessible, chromium, no_sideways_scrolling, shot
from tests.conftest import Server

SMALL = {"320px": {"width": 320, "height": 640}, "400percent": {"width": 320, "height": 256}}
"""A small phone; and a window of 1280 × 1024 at zoom 400 %, which leaves 320 × 256."""

ROUTES = ("/?k=1806", "/t/rett_ungdom?k=1806", "/svar", "/del?tema=kvp", "/bygg-inn", "/tilgjengelighet", "/personvern")


@pytest.mark.parametrize("size", SMALL)
@pytest.mark.parametrize("path", ROUTES)
def test_no_sideways_scrolling(visit: Visitor, path: str, size: str) -> None:
    page = visit(viewport=SMALL[size]).open(path)
    if path.startswith("/?"):
        talk = Talk(page)
        talk.ask("hva er kvp?")
        talk.press("Penger")
    no_sideways_scrolling(page)
    check_accessible(page)
    shot(page, f"view-{size}-{path.strip('/').split('?')[0].replace('/', '-') or 'chat'}")


@pytest.mark.parametrize("size", [*SMALL, "phone"])
def test_focus_is_never_hidden(visit: Visitor, size: str) -> None:
    page = visit(viewport=SMALL.get(size, {"width": 390, "height": 844}), reduced_motion="reduce").open("/?k=1806")
    Talk(page).ask("hva er kvp?")
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    seen = set()
    for key in ["Tab"] * 40 + ["Shift+Tab"] * 40:
        page.keyboard.press(key)
        hidden, name = page.evaluate(HIDDEN)
        seen.add(name)
        assert not hidden, f"{name} has focus and is covered"
    assert len(seen) > 18, "everything was passed"


HIDDEN = """() => {
    const node = document.activeElement, box = node.getBoundingClientRect();
    const name = node.id || node.textContent.trim().slice(0, 40);
    if (node === document.body || !box.width) return [false, 'the page'];
    const points = [[.5, .5], [.1, .5], [.9, .5], [.5, .1], [.5, .9]].map(([x, y]) => [box.left + box.width * x, box.top + box.height * y]);
    return [!points.some(([x, y]) => { const top = document.elementFromPoint(x, y); return top && (node.contains(top) || top.contains(node)); }), name];
}"""


def test_targets_are_large_enough(visit: Visitor) -> None:
    page = visit().open("/?k=1806")
    Talk(page).ask("hva er kvp?")
    small = page.evaluate(
        """() => [...document.querySelectorAll('button, select, textarea, summary, a.button, a.row, a.chip')].filter((node) => node.checkVisibility())
            .map((node) => [node.textContent.trim(), Math.round(node.getBoundingClientRect().height)]).filter(([, height]) => height < 40)"""
    )
    assert not small


def test_dark(visit: Visitor) -> None:
    page = visit(color_scheme="dark").open("/?k=1806")
    talk = Talk(page)
    talk.ask("hva er kvp?")
    talk.press("Hvor lenge?")
    check_accessible(page)
    shot(page, "chat-dark-phone")
    talk.ask("jeg orker ikke leve mer")
    check_accessible(page)
    red, green, blue = page.evaluate("getComputedStyle(document.documentElement).backgroundColor.match(/\\d+/g).map(Number)")
    assert red + green + blue < 150


def test_forced_colours(visit: Visitor) -> None:
    page = visit(forced_colors="active").open("/?k=1806")
    talk = Talk(page)
    talk.ask("hva er kvp?")
    talk.press("Penger")
    for selector in (".card", ".me", ".chip", ".contact", ".button"):
        width = page.locator(f"#log {selector}").first.evaluate("(node) => parseFloat(getComputedStyle(node).borderTopWidth)")
        assert width >= 1, f"{selector} has no edge when colours are taken away"
    chosen = talk.log.locator("[aria-pressed='true']").first
    assert chosen.evaluate("(node) => getComputedStyle(node).borderTopWidth") == "3px"
    shot(page, "chat-forced-colours-phone")


def test_no_motion_when_asked(visit: Visitor) -> None:
    page = visit(reduced_motion="reduce").open("/")
    page.evaluate("document.getElementById('typing').hidden = false")
    assert page.locator("#typing span").first.evaluate("(node) => getComputedStyle(node).animationName") == "none"
    moving = visit().open("/")
    moving.evaluate("document.getElementById('typing').hidden = false")
    assert moving.locator("#typing span").first.evaluate("(node) => getComputedStyle(node).animationName") == "breathe"


def test_text_spacing_hides_nothing(visit: Visitor) -> None:
    """WCAG 1.4.12: line height 1.5, paragraphs 2, letters 0.12, words 0.16."""
    page = visit(bypass_csp=True).open("/?k=1806")
    Talk(page).ask("hva er kvp?")
    page.add_style_tag(
        content="* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"
    )
    no_sideways_scrolling(page)
    cut = page.evaluate(
        "[...document.querySelectorAll('button, a, p, h1, h2, h3')].filter((n) => n.checkVisibility() && !n.closest('.visually-hidden') && n.scrollWidth > n.clientWidth + 2 && getComputedStyle(n).display !== 'inline').map((n) => n.textContent.trim())"
    )
    assert not cut


def test_the_browsers_text_size_is_honoured(browser: Browser, server: Server, tmp_path: Path) -> None:
    """Text twice as large, as set in the browser's own settings."""
    profile = tmp_path / "Default"
    profile.mkdir()
    (profile / "Preferences").write_text(json.dumps({"webkit": {"webprefs": {"default_font_size": 32}}}))
    context = browser.browser_type.launch_persistent_context(
        str(tmp_path), executable_path=chromium(), args=["--no-sandbox"], viewport={"width": 390, "height": 844}, locale="nb-NO"
    )
    page = context.new_page()
    page.goto(f"{server.url}/?k=1806")
    assert page.evaluate("getComputedStyle(document.body).fontSize") == "32px"
    Talk(page).ask("hva er kvp?")
    no_sideways_scrolling(page)
    check_accessible(page)
    shot(page, "chat-large-text-phone")
    context.close()


def test_the_conversation_on_paper(visit: Visitor, tmp_path: Path) -> None:
    page = visit().open("/?k=1806")
    talk = Talk(page)
    talk.ask("hva er kvp?")
    page.emulate_media(media="print")
    expect(talk.newest.first).to_be_visible()
    expect(talk.box).to_be_hidden()
    expect(page.get_by_role("link", name="Forlat siden raskt")).to_be_hidden()
    page.pdf(path=tmp_path / "chat.pdf")


def test_desktop(visit: Visitor) -> None:
    page = visit(viewport={"width": 1280, "height": 900}).open("/?k=1806")
    shot(page, "chat-start-desktop")
    Talk(page).ask("hva er kvp?")
    check_accessible(page)
    shot(page, "chat-answer-desktop")
    _menu(page)


def _menu(page: Page) -> None:
    menu = page.locator("#menu > summary")
    menu.press("Enter")
    expect(page.get_by_role("button", name="Slett samtalen")).to_be_visible()
    shot(page, "menu-desktop")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Slett samtalen")).to_be_hidden()
    expect(menu).to_be_focused()
