"""The chat's menu: its links know the municipality, the language and the topic, and it shows when there is more than is in view."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, Talk, Visitor, check_accessible, shot


def leads(page: Page) -> dict[str, str]:
    """Where each link of the menu leads: its path, and its query."""
    return dict(
        page.locator(".panel [data-path]").evaluate_all("(all) => all.map((link) => [link.dataset.path, new URL(link.href).search])")
    )


def test_the_links_know_where_one_lives_what_one_reads_and_in_which_language(visit: Visitor) -> None:
    page = visit().open("/")
    talk = Talk(page)
    assert set(leads(page).values()) == {""}
    talk.ask("hva er en lærling?")
    assert leads(page)["/del"] == "?tema=laerling"
    talk.ask("jeg bor i Narvik")
    page.get_by_label("Språk").select_option("nn")
    expect(page.locator("html")).to_have_attribute("lang", "nn")
    expected = {"/svar": "?k=1806&m=nn", "/kontakt": "?k=1806&m=nn", "/personvern": "?m=nn", "/bygg-inn": "?k=1806&m=nn"}
    assert expected.items() <= leads(page).items()
    assert leads(page)["/del"].endswith("k=1806&m=nn")
    page.locator("#menu > summary").press("Enter")
    page.get_by_role("link", name="Kontakt der du bur").click()
    expect(page).to_have_url(re.compile(r"/kontakt/narvik\?m=nn$"))


def test_without_javascript_the_links_know_what_the_address_says(visit: Visitor) -> None:
    page = visit(java_script_enabled=False).open("/?k=1806&m=nn")
    assert page.locator('[data-path="/kontakt"]').get_attribute("href") == "/kontakt?m=nn&k=1806"


def test_who_keeps_a_website_finds_how_to_embed(visit: Visitor) -> None:
    page = visit(viewport=DESKTOP).open("/?k=1806")
    page.locator("#menu > summary").press("Enter")
    page.get_by_role("link", name="For nettsider: bygg inn").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bygg inn Veivalg")
    expect(page.get_by_label("Kommune")).to_have_value("1806")
    page.goto(page.url.split("/bygg-inn")[0] + "/?e=1")
    expect(page.locator('[data-path="/bygg-inn"]')).to_have_count(0)


@pytest.mark.parametrize(("width", "height"), [(683, 384), (720, 450), (844, 390), (360, 740)])
def test_all_of_the_menu_is_in_view(visit: Visitor, width: int, height: int) -> None:
    page = visit(viewport={"width": width, "height": height}).open("/")
    page.locator("#menu > summary").press("Enter")
    for row in page.locator(".panel .row").all():
        expect(row).to_be_in_viewport(ratio=1)
    check_accessible(page)
    shot(page, f"menu-{width}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_menu_that_scrolls_shows_it(visit: Visitor, scheme: str) -> None:
    """At its lower edge there is a shadow until one has come to the end."""
    page = visit(viewport={"width": 320, "height": 384}, color_scheme=scheme).open("/")
    page.locator("#menu > summary").press("Enter")
    panel = page.locator(".panel")
    assert panel.evaluate("(node) => node.scrollHeight > node.clientHeight")
    before = panel.screenshot()
    panel.evaluate("(node) => node.style.background = 'var(--v-surface)'")
    assert panel.screenshot() != before
    shot(page, f"menu-scrolls-{scheme}")
