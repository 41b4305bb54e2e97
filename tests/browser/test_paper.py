"""On paper all is black on white, whatever the screen looked like."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Talk, Visitor, shot

FAINT = """() => [...document.querySelectorAll('body *')].filter((node) => {
    if (!node.checkVisibility() || node.closest('.visually-hidden, option, .poster')) return false;
    const says = [...node.childNodes].some((part) => part.nodeType === 3 && part.nodeValue.trim());
    const style = getComputedStyle(node), light = (colour) => { const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number); return a === 0 ? 765 : r + g + b; };
    return (says && light(style.color) > 0) || light(style.backgroundColor) < 765;
}).map((node) => `${node.className} ${node.textContent.trim().slice(0, 30)} ${getComputedStyle(node).color} on ${getComputedStyle(node).backgroundColor}`)"""


def black_on_white(page: Page) -> None:
    """No text that is printed is anything but black, and nothing lies beneath it."""
    page.emulate_media(media="print")
    faint = page.evaluate(FAINT)
    assert not faint, faint[:8]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/t/kvp?k=1806", "/t/krise", "/svar", "/kontakt/narvik", "/innhold?q=kvp", "/personvern", "/frakoblet"])
def test_a_page(visit: Visitor, path: str, scheme: str) -> None:
    black_on_white(visit(color_scheme=scheme).open(path))


@pytest.mark.parametrize("profile", [{"color_scheme": "light"}, {"color_scheme": "dark"}])
@pytest.mark.parametrize("path", ["/?k=1806", "/?k=1806&c=ffcc00"])
def test_a_conversation(visit: Visitor, path: str, profile: dict[str, str]) -> None:
    page = visit(**profile).open(path)
    talk = Talk(page)
    for question in ("hva er kvp?", "jeg vil dø", "hva er en lærling?"):
        talk.ask(question)
    talk.unfold()
    page.wait_for_timeout(500)
    black_on_white(page)
    shot(page, f"paper-chat-{profile['color_scheme']}", full=True)
    page.emulate_media(media="screen")
    page.locator("#menu > summary").press("Enter")
    page.locator("#summary").press("Enter")
    page.locator("#sheet").wait_for()
    black_on_white(page)
