"""The conversation stays in the tab: through a reload, «back» and the logo; until it is deleted, has expired, or is left fast."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import EXIT, Talk, Visitor, check_accessible, shot

SAYS_SO = "Den ligger i denne fanen til du lukker den eller sletter den."


def still_there(page: Page) -> Talk:
    """The conversation about KVP, shown again."""
    talk = Talk(page)
    expect(talk.log.locator(".me")).to_have_text(["Du skrev: hva er kvp?"])
    expect(talk.log.get_by_role("heading", name="Kvalifiseringsprogrammet (KVP)").first).to_be_visible()
    expect(talk.log.get_by_text(SAYS_SO)).to_be_visible()
    return talk


@pytest.mark.parametrize("way", ["reload", "logo", "back"])
def test_it_survives(visit: Visitor, way: str) -> None:
    page = visit().open("/?k=1806")
    expect(page.locator("#privacy")).to_contain_text("til du lukker den eller sletter den")
    Talk(page).ask("hva er kvp?")
    if way == "reload":
        page.reload()
    elif way == "logo":
        page.locator(".brand").click()
    else:
        page.goto(page.url.partition("?")[0] + "personvern")
        page.go_back()
    talk = still_there(page) if way != "back" else Talk(page)
    expect(page.locator("#place")).to_contain_text("Narvik")
    talk.ask("hvor lenge varer det?")
    expect(talk.newest.first.get_by_role("heading").first).to_contain_text("Hvor lenge?")
    expect(talk.log.locator(".me")).to_have_count(2)
    check_accessible(page)
    shot(page, f"kept-{way}-phone")


def test_a_tab_that_was_put_away_is_whole_again(visit: Visitor) -> None:
    """A phone throws the page out of memory and loads it anew with what the tab kept."""
    visitor = visit()
    page = visitor.open("/?k=1806")
    Talk(page).ask("hva er kvp?")
    kept, url = page.evaluate("sessionStorage.veivalg"), page.url
    page.close()
    again = visitor.context.new_page()
    again.goto(url)
    expect(Talk(again).log).to_be_empty()  # another tab has nothing of it
    again.evaluate("(kept) => (sessionStorage.veivalg = kept)", kept)
    again.reload()
    still_there(again)


def test_a_link_that_was_opened_is_not_opened_again(visit: Visitor) -> None:
    page = visit().open("/?tema=kvp&k=1806&m=nn")
    talk = Talk(page)
    talk.log.locator(".card").first.wait_for()
    page.reload()
    expect(talk.log.locator(".me")).to_have_count(1)
    assert page.evaluate("document.documentElement.lang") == "nn"
    page.goto(page.url.partition("?")[0] + "?tema=mentor")
    expect(talk.log.locator(".me")).to_have_count(2)  # another link goes on in the same conversation


def test_what_was_answered_cannot_be_pressed_again_and_what_is_asked_can(visit: Visitor) -> None:
    page = visit().open("/?tema=guide.hvilken_rett")
    talk = Talk(page)
    talk.log.locator("[data-kind=choice]").first.wait_for()
    talk.press("Ikke begynt")
    expect(talk.newest.last).to_contain_text("Spørsmål 2 av")
    page.reload()
    expect(talk.log.locator(".card.asks")).to_have_count(2)
    expect(talk.log.locator(".card.asks").first.locator("[data-kind]")).to_have_count(0)
    expect(talk.log.locator(".card.asks").last.locator("[data-kind=steer]").first).to_be_visible()


def test_what_got_no_answer_can_be_sent_again(visit: Visitor) -> None:
    visitor = visit()
    visitor.expected = ["Failed to load resource"]
    page = visitor.open("/")
    talk = Talk(page)
    page.route("**/api/chat", lambda route: route.abort())
    talk.ask("hva er kvp?")
    page.unroute("**/api/chat")
    page.reload()
    talk._after(lambda: page.get_by_role("button", name="Prøv igjen").press("Enter"))
    expect(talk.log.locator(".me")).to_have_count(1)
    expect(talk.newest.first).to_contain_text("KVP")


@pytest.mark.parametrize("way", ["menu", "words"])
def test_deleted_is_deleted_here_too(visit: Visitor, way: str) -> None:
    page = visit().open("/?k=1806")
    talk = Talk(page)
    talk.ask("hva er kvp?")
    talk.box.fill("noe jeg ikke har sendt")
    if way == "menu":
        page.locator("#menu > summary").press("Enter")
        page.get_by_role("button", name="Slett samtalen").press("Enter")
        expect(talk.log).to_be_empty()
        expect(talk.box).to_have_value("")
        expect(page.locator("#place")).to_contain_text("Velg kommune")
    else:
        talk.box.fill("slett samtalen")
        talk.box.press("Enter")
        expect(talk.log.get_by_text("Samtalen er slettet")).to_be_visible()
        expect(talk.log.get_by_text("KVP")).to_have_count(0)
    assert page.evaluate("sessionStorage.length") == 0
    page.reload()
    expect(talk.log).to_be_empty()


def test_what_has_expired_is_not_shown(visit: Visitor) -> None:
    page = visit().open("/")
    Talk(page).ask("hva er kvp?")
    kept = json.loads(page.evaluate("sessionStorage.veivalg"))
    hours = (kept["until"] - page.evaluate("Date.now()")) / 3600000
    assert 23.9 < hours <= 24
    page.evaluate("(kept) => (sessionStorage.veivalg = kept)", json.dumps({**kept, "until": 1}))
    page.reload()
    expect(Talk(page).log).to_be_empty()
    assert page.evaluate("sessionStorage.length") == 0


def test_leaving_from_another_page_of_ours_wipes_it(visit: Visitor) -> None:
    visitor = visit()
    page = visitor.open("/")
    with page.expect_response("**/api/chat") as sent:
        Talk(page).ask("hva er kvp?")
    session, home = sent.value.json()["session"], page.url
    page.goto(f"{home}t/kvp")
    page.get_by_role("link", name="Forlat siden raskt").press("Enter")
    page.wait_for_url(EXIT)
    assert page.request.post(f"{home}api/chat", data={"session": session, "text": "hei"}).status == 404
    page.go_back()
    expect(page.locator("#log")).to_be_empty()


def test_a_browser_that_refuses_storage_still_talks(visit: Visitor) -> None:
    visitor = visit()
    visitor.context.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no', 'SecurityError') } })"
    )
    page = visitor.open("/")
    talk = Talk(page)
    talk.ask("hva er kvp?")
    expect(talk.newest.first).to_contain_text("KVP")


def test_back_closes_the_summary(visit: Visitor) -> None:
    page = visit().open("/?k=1806")
    talk = Talk(page)
    talk.ask("hva er kvp?")
    title = page.title()
    page.locator("#menu > summary").press("Enter")
    page.get_by_role("button", name="Lag en oppsummering").press("Enter")
    expect(page.locator("#sheet")).to_be_visible()
    expect(page.get_by_role("link", name="Forlat siden raskt")).to_be_visible()
    assert page.title() == "Oppsummering – Veivalg"
    page.go_back()
    expect(page.locator("#sheet")).to_have_count(0)
    expect(talk.log.locator(".me")).to_have_count(1)
    assert page.title() == title
