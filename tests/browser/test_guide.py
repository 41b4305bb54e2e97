"""A guide, from a shared link to its outcome, with nothing but the keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Talk, Visitor, check_accessible, shot


@pytest.mark.parametrize("guide", ["hvilken_rett", "vei_til_fagbrev", "hvilke_tiltak"])
def test_a_guide_is_gone_through_by_key(visit: Visitor, guide: str) -> None:
    page = visit().open(f"/?tema=guide.{guide}&k=1806")
    talk = Talk(page)
    talk.log.locator(".card.asks").first.wait_for()
    asked = 0
    while asked < 15:
        question = talk.log.locator(".card").nth(talk.log.locator(".card").count() - 1)
        if not question.locator("[data-kind=steer]").count():
            break
        if asked == 0:
            check_accessible(page)
            shot(page, f"guide-{guide}-phone")
        asked += 1
        options = question.locator("[data-kind=choice]")
        if not options.count():  # an age is written
            talk.ask("19")
            continue
        label = options.first.inner_text()
        options.first.focus()
        talk._after(lambda button=options.first: button.press("Enter"))
        expect(talk.log.locator(".me").last).to_contain_text(label)
        expect(question.locator("[data-kind]")).to_have_count(0)  # its answers are no longer to be pressed
    assert asked > 1, "it asked something"
    expect(talk.newest.get_by_role("heading", level=2).first).to_be_visible()
    check_accessible(page)
    shot(page, f"guide-{guide}-outcome-phone")


def test_why_and_stop(visit: Visitor) -> None:
    page = visit().open("/?tema=guide.hvilken_rett")
    talk = Talk(page)
    talk.log.get_by_role("button", name="Hvorfor spør du?").first.wait_for()
    talk.press("Hvorfor spør du?")
    talk.press("Stopp")
    expect(talk.newest.first).to_contain_text("stopper vi")


@pytest.mark.parametrize("size", [(360, 740), (390, 844)])
def test_one_question_is_in_view_with_how_far_one_has_come(visit: Visitor, size: tuple[int, int]) -> None:
    page = visit(viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce").open("/?tema=guide.hvilken_rett")
    talk = Talk(page)
    talk.log.locator("[data-kind=choice]").first.wait_for()
    page.wait_for_timeout(300)
    expect(talk.log.locator(".step")).to_be_in_viewport(ratio=1)
    expect(talk.log.locator(".step")).to_contain_text("Spørsmål 1 av 5")
    expect(talk.log.locator("[data-kind=choice]").first).to_be_in_viewport(ratio=1)
    talk.press("Begynt, men ikke fullført")
    page.wait_for_timeout(300)
    question = talk.newest.last.locator(".step")
    expect(question).to_contain_text("Spørsmål 2 av 5")
    expect(question).to_be_focused()
    expect(question).to_be_in_viewport(ratio=1)
    assert (
        page.locator(".step").evaluate_all(
            "(all) => all.filter((node) => { const box = node.getBoundingClientRect(); return box.bottom > document.querySelector('.chat-top').getBoundingClientRect().bottom && box.top < innerHeight; }).length"
        )
        == 1
    )
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.kind") == "choice", "the answers come next"
    for button in talk.newest.last.locator("[data-kind]").all():
        expect(button).to_be_in_viewport(ratio=1)


def test_back_asks_the_question_before_again(visit: Visitor) -> None:
    page = visit().open("/?tema=guide.hvilken_rett")
    talk = Talk(page)
    talk.log.locator("[data-kind=choice]").first.wait_for()
    expect(talk.log.get_by_role("button", name="Tilbake", exact=True)).to_have_count(0)
    talk.press("Begynt, men ikke fullført")
    talk.press("Tilbake")
    expect(talk.newest.last.locator(".step")).to_contain_text("Spørsmål 1 av 5")
    talk.press("Ikke begynt")
    expect(talk.newest.last).to_contain_text("Spørsmål 2 av")
