"""What a real screen reader says, event by event, in bokmål and nynorsk."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import MORE, Talk
from tests.conftest import Server
from tests.screenreader.conftest import Begin, Orca

WORDS = {
    "nb": {
        "title": "Veivalg – Skole, fagbrev, Nav og jobb",
        "field": "Spør med dine egne ord",
        "example": "F.eks. får jeg penger?",
        "privacy": "Ikke skriv navn eller fødselsnummer.",
        "kvp": "hva er kvp?",
        "answer": "KVP er for deg som vil jobbe, men trenger mye hjelp på veien.",
        "more": "Mer om dette",
        "money": "Penger",
        "chose": "Du valgte Penger.",
        "of_money": "kroner i måneden før skatt",
        "starter": "Har jeg rett til skole?",
        "guide": "Spørsmål 1 av",
        "asks": "Hva har du gjort på videregående?",
        "choices": "valg",
        "first": "Ikke begynt",
        "second": "Spørsmål 2 av",
        "why": "Hvorfor spør du?",
        "because": "Retten avhenger av",
        "crisis": "jeg orker ikke leve mer",
        "lost": "Den er ikke borte",
        "again": "Prøv igjen",
        "where": "Hvor bor du?",
        "unknown": "Jeg kjenner ikke det stedet.",
        "menu": "Meny",
        "summary": "Lag en oppsummering",
        "sheet": "Oppsummering",
        "notes": "Mine notater",
        "delete": "Slett samtalen",
        "deleted": "slettet",
        "long": "Teksten er for lang",
        "page": "Hva har du gjort på videregående?",
        "of_year": "Hvilket år er du født?",
        "year": "Skriv årstallet",
        "no_year": "Det skjønte jeg ikke som et år.",
        "result": "Ungdomsrett",
    },
    "nn": {
        "title": "Veivalg – Skule, fagbrev, Nav og jobb",
        "field": "Spør med dine eigne ord",
        "example": "T.d. får eg pengar?",
        "privacy": "Ikkje skriv namn eller fødselsnummer.",
        "kvp": "kva er kvp?",
        "answer": "KVP er for deg som vil jobbe, men treng mykje hjelp på vegen.",
        "more": "Meir om dette",
        "money": "Pengar",
        "chose": "Du valde Pengar.",
        "of_money": "kroner i månaden før skatt",
        "starter": "Har eg rett til skule?",
        "guide": "Spørsmål 1 av",
        "asks": "Kva har du gjort på vidaregåande?",
        "choices": "val",
        "first": "Ikkje byrja",
        "second": "Spørsmål 2 av",
        "why": "Kvifor spør du?",
        "because": "Retten kjem an på",
        "crisis": "eg orkar ikkje leve meir",
        "lost": "Ho er ikkje borte",
        "again": "Prøv igjen",
        "where": "Kvar bur du?",
        "unknown": "Eg kjenner ikkje den staden.",
        "menu": "Meny",
        "summary": "Lag ei oppsummering",
        "sheet": "Oppsummering",
        "notes": "Notata mine",
        "delete": "Slett samtalen",
        "deleted": "sletta",
        "long": "Teksten er for lang",
        "page": "Kva har du gjort på vidaregåande?",
        "of_year": "Kva år er du fødd?",
        "year": "Skriv årstalet",
        "no_year": "Det skjønte eg ikkje som eit år.",
        "result": "Ungdomsrett",
    },
}  # fmt: skip


@pytest.fixture(params=["nb", "nn"])
def malform(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def opened(profile: Begin, orca: Orca, malform: str, address: str) -> tuple[Page, Talk]:
    """The chat in a window of its own, once its title has been said."""
    page = profile(f"{malform}-NO").new_page()
    orca.hush()
    page.goto(address)
    page.bring_to_front()
    orca.hears(WORDS[malform]["title"])
    return page, Talk(page)


def test_a_question_and_its_answer(profile: Begin, server: Server, orca: Orca, malform: str) -> None:
    words = WORDS[malform]
    page, talk = opened(profile, orca, malform, f"{server.url}/?k=1806")

    orca.hush()
    talk.box.focus()
    orca.hears(words["field"], "entry", words["example"], words["privacy"])

    orca.hush()
    talk.ask(words["kvp"])
    orca.hears("Kvalifiseringsprogrammet (KVP).", words["answer"], "Nav Narvik, 55 55 33 33")
    assert orca.said.count(words["answer"]) == 1, "once"

    orca.hush()
    talk.newest.locator("a[href^='tel:']").first.focus()
    orca.hears("55 55 33 33", "Nav Narvik", "link")

    orca.hush()
    unfold = talk.log.locator("details > summary", has_text=MORE).last
    unfold.focus()
    orca.hears(words["more"], "collapsed")
    orca.hush()
    unfold.press("Enter")
    orca.hears("expanded")

    orca.hush()
    option = talk.log.get_by_role("button", name=words["money"], exact=True).last
    option.focus()
    orca.hears(words["money"], "push button")
    orca.hush()
    talk.press(words["money"])
    orca.hears(words["chose"], words["of_money"])

    orca.hush()
    page.locator("#place").focus()
    orca.hears("Narvik", "push button", "opens dialog")
    orca.hush()
    page.locator("#place").press("Enter")
    orca.hears(words["where"], "dialog", "editable combo box")
    orca.hush()
    page.keyboard.type("xyzzy")
    page.keyboard.press("Enter")
    orca.hears(words["unknown"])
    orca.hush()
    page.keyboard.press("Escape")
    expect(page.locator("#place")).to_be_focused()
    page.wait_for_timeout(1500)  # Orca 43 says nothing of the first thing that gets focus after one that is gone, on any page
    page.locator("#language").focus()
    page.wait_for_timeout(1500)
    menu = page.locator("#menu > summary")
    menu.focus()
    orca.hears(words["menu"], "collapsed")
    assert words["of_money"] not in orca.said, "what was read before the dialog is not read again after it"
    menu.press("Enter")
    orca.hush()
    page.get_by_role("button", name=words["summary"]).first.press("Enter")
    orca.hears(words["sheet"], "heading level 1")
    orca.hush()
    page.locator("#notes").focus()
    orca.hears(words["notes"], "entry")


def test_what_goes_wrong_and_what_is_grave(profile: Begin, server: Server, orca: Orca, malform: str) -> None:
    words = WORDS[malform]
    page, talk = opened(profile, orca, malform, f"{server.url}/?k=1806")
    talk.box.focus()

    orca.hush()
    page.route("**/api/chat", lambda route: route.abort())
    talk.ask(words["kvp"])
    orca.hears(words["lost"])
    orca.hush()
    page.get_by_role("button", name=words["again"]).focus()
    orca.hears(words["again"], "push button")
    page.unroute("**/api/chat")
    page.get_by_role("button", name=words["again"]).press("Enter")
    expect(talk.newest.first).to_contain_text("KVP")

    orca.hush()
    talk.box.fill("hei " * 1500)
    talk.box.press("Enter")
    orca.hears(words["long"])
    talk.box.fill("")

    orca.hush()
    talk.ask(words["crisis"])
    orca.hears("113")
    orca.hush()
    call = talk.newest.locator("a[href^='tel:']").first
    call.focus()
    orca.hears(call.inner_text().split("\n")[0].strip(), "link")

    orca.hush()
    page.locator("#menu > summary").press("Enter")
    page.get_by_role("button", name=words["delete"]).press("Enter")
    orca.hears(words["deleted"])


def test_a_guide_in_the_chat_and_as_a_page(profile: Begin, server: Server, orca: Orca, malform: str) -> None:
    words = WORDS[malform]
    page, talk = opened(profile, orca, malform, f"{server.url}/")
    orca.hush()
    page.get_by_role("link", name=words["starter"]).click()
    talk.log.locator("[data-kind=choice]").first.wait_for()
    orca.hears(words["guide"], words["asks"])

    orca.hush()
    choice = talk.log.get_by_role("button", name=words["first"], exact=True)
    choice.focus()
    orca.hears(words["first"], "push button")
    orca.hush()
    talk.press(words["why"])
    orca.hears(words["because"])
    orca.hush()
    talk.press(words["first"])
    orca.hears(words["second"])

    orca.hush()
    page.goto(f"{server.url}/veileder/hvilken_rett")
    orca.hears(words["page"])
    orca.hush()
    page.get_by_role("link", name=words["first"], exact=True).focus()
    orca.hears(words["first"], "link")
    orca.hush()
    page.goto(f"{server.url}/veileder/hvilken_rett?vgo=ingen&grunnskole=ja&opphold=lovlig")
    orca.hears(words["of_year"])
    orca.hush()
    page.locator("#svar").focus()
    orca.hears(words["year"], "entry")
    orca.hush()
    page.locator("#svar").fill("aldri")
    page.locator("#svar").press("Enter")
    page.locator("#svar-feil").wait_for()
    orca.hears(words["no_year"])
    orca.hush()
    page.locator("#svar").focus()
    orca.hears("invalid")
    page.locator("#svar").fill("2009")
    orca.hush()
    page.locator("#svar").press("Enter")
    page.wait_for_url("**fodt=2009**")
    orca.hears("Veivalg")
