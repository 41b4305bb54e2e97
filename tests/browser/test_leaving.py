"""«Forlat siden raskt»: gone at once, and nothing left behind."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import EXIT, Talk, Visitor, check_accessible, until


@pytest.mark.parametrize("way", ["button", "escape"])
def test_nothing_is_left_of_the_conversation(visit: Visitor, way: str) -> None:
    page = visit().open("/")
    talk = Talk(page)
    with page.expect_response("**/api/chat") as sent:
        talk.ask("hva er kvp? hemmelig")
    session, home = sent.value.json()["session"], page.url
    talk.box.fill("noe mer hemmelig")
    steps = page.evaluate("history.length")
    if way == "button":
        page.get_by_role("link", name="Forlat siden raskt").press("Enter")
    else:
        for _ in range(3):
            page.keyboard.press("Escape")
    page.wait_for_url(EXIT)
    assert page.evaluate("history.length") == steps, "the page was replaced, not left behind in the history"
    gone = page.request.post(f"{home}api/chat", data={"session": session, "text": "hei"})
    assert gone.status == 404, "the conversation is erased on the server"
    page.go_back()
    assert page.url == "about:blank", "«back» does not return to the chat"


def test_two_presses_do_nothing(chat_page: Page) -> None:
    chat_page.keyboard.press("Escape")
    chat_page.keyboard.press("Escape")
    chat_page.wait_for_timeout(1700)
    chat_page.keyboard.press("Escape")
    chat_page.wait_for_timeout(300)
    expect(chat_page.get_by_role("heading", level=1)).to_be_visible()


def test_storage_is_empty_afterwards(visit: Visitor) -> None:
    visitor = visit()
    page = visitor.open("/t/kvp")
    page.evaluate("navigator.serviceWorker.ready")
    page.reload()
    until(page, "caches.open('veivalg-read').then((cache) => cache.keys()).then((kept) => kept.length === 1)")
    for _ in range(3):
        page.keyboard.press("Escape")
    page.wait_for_url(EXIT)
    other = visitor.open("/svar")
    kept = other.evaluate(
        "caches.has('veivalg-read').then(async (has) => has ? (await (await caches.open('veivalg-read')).keys()).map((r) => r.url) : [])"
    )
    assert not [url for url in kept if "/t/" in url]
    assert other.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    check_accessible(other)
