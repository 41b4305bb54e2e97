"""A guide, from a shared link to its outcome, with nothing but the keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Talk, Visitor, check_accessible, shot


@pytest.mark.parametrize("guide", ["hvilken_rett", "vei_til_fagbrev", "hvilke_tiltak"])
def test_a_guide_is_gone_through_by_key(visit: Visitor, guide: str) -> None:
    page = visit().open(f"/d/guide.{guide}/1806")
    talk = Talk(page)
    talk.log.locator(".card.short").first.wait_for()
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
        for other in question.locator("button").all():
            expect(other).to_have_attribute("aria-disabled", "true")
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
