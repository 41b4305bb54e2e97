"""Suggestions while somebody writes: small, by key and by finger, without a network, and never in the way."""

from __future__ import annotations

import gzip

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Talk, Visitor, check_accessible, shot, until

SMALL = {"width": 360, "height": 740}


def write(page: Page, text: str, box: str = "#text") -> None:
    """Write as on a keyboard, one letter after another, and let what is suggested come."""
    field = page.locator(box)
    field.press_sequentially(text[:1])
    page.locator(f"{box}-list").wait_for(state="attached")  # it is fetched with the first letter
    page.wait_for_timeout(300)
    field.press_sequentially(text[1:], delay=15)
    page.wait_for_timeout(300)


def options(page: Page) -> list[str]:
    return page.get_by_role("listbox").get_by_role("option").all_inner_texts() if page.get_by_role("listbox").count() else []


def test_a_question_is_chosen_by_key(visit: Visitor) -> None:
    page = visit(viewport=SMALL, reduced_motion="reduce").open("/")
    talk = Talk(page)
    talk.listen()
    write(page, "hva er ")
    before = talk.box.bounding_box()
    write(page, "lærl")
    assert options(page) == ["Lærling (2+2)"]
    assert talk.box.bounding_box() == before, "nothing moves"
    expect(talk.box).to_have_attribute("aria-controls", "text-list")
    expect(talk.box).to_have_attribute("aria-autocomplete", "list")
    assert any("1 forslag" in said for said in talk.heard())
    check_accessible(page)
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option", name="Lærling (2+2)")).to_have_attribute("aria-selected", "true")
    expect(talk.box).to_have_attribute("aria-activedescendant", "text-list-0")
    expect(talk.box).to_be_focused()
    shot(page, "suggestions-360")
    check_accessible(page)
    talk._after(lambda: page.keyboard.press("Enter"))
    expect(talk.log.locator(".me")).to_contain_text("Lærling (2+2)")
    expect(talk.newest.first.get_by_role("heading")).to_contain_text("Lærling")
    expect(talk.box).to_have_value("")
    assert options(page) == []


def test_a_question_is_chosen_by_finger(visit: Visitor) -> None:
    page = visit(viewport=SMALL, has_touch=True, reduced_motion="reduce").open("/")
    talk = Talk(page)
    write(page, "vil ha fagb")
    talk._after(lambda: page.get_by_role("option", name="Jeg vil ha fagbrev").tap())
    expect(talk.newest.first.get_by_role("heading")).to_contain_text("fagbrev")


def test_writing_freely_is_never_in_the_way(visit: Visitor) -> None:
    page = visit(viewport=SMALL).open("/")
    talk = Talk(page)
    write(page, "hva er lærl")
    assert options(page)
    write(page, "ing og hva får jeg i lønn?")
    talk._after(lambda: page.keyboard.press("Enter"))
    expect(talk.log.locator(".me")).to_contain_text("hva er lærling og hva får jeg i lønn?")
    write(page, "lærling")
    assert options(page)
    page.keyboard.press("Escape")
    assert options(page) == []
    expect(talk.box).to_have_value("lærling")
    page.keyboard.press("ArrowDown")
    talk._after(lambda: page.keyboard.press("Enter"))
    expect(talk.log.locator(".me").last).to_contain_text("lærling")
    write(page, "jeg har gått på skolen i to år og nå lurer jeg på om jeg kan bli lærling")
    assert options(page) == [], "a story is not interrupted"


def test_arrows_go_round_and_back_to_what_was_written(visit: Visitor) -> None:
    page = visit().open("/")
    write(page, "fagbrev")
    count = len(options(page))
    assert 1 < count <= 4
    for _ in range(count + 1):
        page.keyboard.press("ArrowDown")
    expect(page.get_by_role("listbox").get_by_role("option", selected=True)).to_have_count(0)
    page.keyboard.press("ArrowUp")
    expect(page.locator("#text")).to_have_attribute("aria-activedescendant", f"text-list-{count - 1}")


def test_what_people_ask_of_the_topic_at_hand_is_suggested(visit: Visitor) -> None:
    page = visit().open("/")
    talk = Talk(page)
    talk.ask("hva er kvp?")
    talk.unfold()
    question = next(
        text for text in talk.newest.first.locator("[data-kind=facet]").all_inner_texts() if text.endswith("?") and len(text) > 20
    )
    write(page, question[:-5][:58])
    assert question in options(page)


def test_nothing_that_is_being_written_is_sent(visit: Visitor) -> None:
    page = visit().open("/")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(f"{request.url} {request.post_data or ''}"))
    write(page, "hva er lærling")
    page.locator("#place").click()
    write(page, "narv", "#place-text")
    assert sent
    assert not [what for what in sent if "rling" in what or "narv" in what.lower() or "/api/" in what]


@pytest.mark.parametrize("malform", ["nb", "nn", "en"])
def test_all_of_it_weighs_at_most_5_kilobytes(visit: Visitor, malform: str) -> None:
    page = visit().open(f"/?m={malform}")
    bodies: dict[str, bytes] = {}
    page.on(
        "response",
        lambda response: (
            bodies.update({response.url: response.body()}) if "suggest.js" in response.url or "/forslag" in response.url else None
        ),
    )
    write(page, "nav")
    assert len(bodies) == 2, bodies.keys()
    weight = sum(len(gzip.compress(body, 6)) for body in bodies.values())
    assert weight <= 5 * 1024, f"{weight} bytes"


def test_a_municipality_is_chosen_while_its_name_is_written(visit: Visitor) -> None:
    page = visit(viewport=SMALL).open("/")
    page.locator("#place").press("Enter")
    dialog = page.get_by_role("dialog")
    field = dialog.get_by_role("combobox", name="Kommune eller postnummer")
    expect(field).to_have_attribute("aria-expanded", "false")
    write(page, "våle", "#place-text")
    expect(field).to_have_attribute("aria-expanded", "true")
    assert options(page) == ["Våler (Østfold)", "Våler (Innlandet)"]
    check_accessible(page)
    shot(page, "suggestions-place-360")
    page.keyboard.press("Escape")
    expect(dialog).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "false")
    write(page, "r", "#place-text")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(dialog).to_have_count(0)
    expect(page.locator("#place")).to_contain_text("Våler")
    talk = Talk(page)
    talk.ask("hvem er nav her?")
    expect(talk.newest.first).to_contain_text("Våler")


def test_they_come_without_a_network_too(visit: Visitor) -> None:
    visitor = visit()
    page = visitor.open("/")
    page.evaluate("navigator.serviceWorker.ready")
    page.reload()
    write(page, "lær")
    until(
        page,
        "caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name).then((cache) => cache.match('/forslag?m=nb'))))).then((found) => found.some(Boolean))",
    )
    page.reload()
    visitor.context.set_offline(True)
    write(page, "lærl")
    assert "Lærling (2+2)" in options(page)
    visitor.context.set_offline(False)


def test_a_page_suggests_municipalities_too(visit: Visitor) -> None:
    page = visit(viewport=SMALL).open("/t/kontakt_nav?m=nn")
    write(page, "våle", "#sted")
    expect(page.get_by_role("combobox")).to_have_attribute("aria-expanded", "true")
    assert options(page) == ["Våler (Østfold)", "Våler (Innlandet)"]
    check_accessible(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/t/kontakt_nav?*")
    expect(page.locator("#kontakt h2")).to_contain_text("Våler")
