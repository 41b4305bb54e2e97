"""The summary to bring to a meeting."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import EXIT, Talk, Visitor, check_accessible, shot


def test_answers_contacts_and_notes_on_one_page(visit: Visitor, tmp_path: Path) -> None:
    visitor = visit()
    page = visitor.open("/?k=1806")
    talk = Talk(page)
    talk.ask("hva er kvp?")
    talk.press("Penger")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    button = talk.log.get_by_role("button", name="Lag en oppsummering").last
    button.press("Enter")
    sheet = page.locator("#sheet")
    expect(sheet.get_by_role("heading", level=1)).to_be_focused()
    expect(sheet.get_by_role("heading", name="Kvalifiseringsprogrammet (KVP)", exact=True)).to_have_count(1)
    expect(sheet.get_by_role("heading", name="Kvalifiseringsprogrammet (KVP): Penger")).to_have_count(1)
    expect(sheet).to_contain_text("Nav Narvik")
    expect(sheet.locator(".now")).to_have_count(0)  # what is kept says nothing of now
    expect(sheet.get_by_role("listitem").first).to_have_text("hva er kvp?")
    order = sheet.locator("h2").all_inner_texts()
    assert order[:3] == ["Dette har jeg spurt om", "Mine notater", "Svarene jeg fikk"], "what is one's own comes first"
    expect(sheet.get_by_role("listitem").filter(has_text="§").first).to_be_visible()  # sources are open here
    expect(sheet.get_by_role("heading", name="Nav Narvik")).to_have_count(1)
    sheet.get_by_label("Mine notater").fill("Spør om barnehage\nog buss")
    check_accessible(page)
    shot(page, "summary-phone", full=True)

    with page.expect_download() as saved:
        sheet.get_by_role("button", name="Lagre som fil").press("Enter")
    file = tmp_path / "veivalg.html"
    saved.value.save_as(file)
    assert re.fullmatch(r"veivalg-oppsummering-20\d\d-\d\d-\d\d\.html", saved.value.suggested_filename)
    expect(sheet.get_by_text(f"Fila heter {saved.value.suggested_filename}")).to_be_visible()
    written = file.read_text(encoding="utf-8")
    assert "og buss" in written
    assert "Nav Narvik" in written
    assert "<script" not in written
    assert "Hei, jeg heter …" in written
    assert "Kopier" not in written, "nothing there can be pressed"
    assert all("/static/" in url or url.startswith("blob:") for url in asked), f"nothing is sent: {asked}"

    page.emulate_media(media="print")
    expect(page.locator(".notes-printed")).to_have_text("Spør om barnehage\nog buss")
    expect(sheet.get_by_role("button", name="Skriv ut")).to_be_hidden()
    page.pdf(path=tmp_path / "summary.pdf")
    assert (tmp_path / "summary.pdf").stat().st_size > 5000
    page.emulate_media(media="screen")

    sheet.get_by_role("button", name="Tilbake til samtalen").press("Enter")
    expect(button).to_be_focused()
    expect(talk.log).to_be_visible()


def opened(page: Page) -> Locator:
    """The summary, opened from the menu."""
    page.locator("#menu > summary").press("Enter")
    page.locator("#summary").press("Enter")
    return page.locator("#sheet")


@pytest.mark.parametrize("way", ["button", "back", "reload", "embedded"])
def test_what_was_written_and_removed_and_ticked_stays_with_the_conversation(visit: Visitor, way: str) -> None:
    page = visit().open("/?k=1806" + ("&e=1" if way == "embedded" else ""))
    talk = Talk(page)
    talk.ask("hva er kvp?")
    talk.ask("hva er dagpenger?")
    sheet = opened(page)
    sheet.get_by_label("Mine notater").fill("Spør om barnehage")
    sheet.get_by_role("button", name="Ta bort: hva er kvp?").press("Enter")
    box = sheet.get_by_role("checkbox").first
    ticked = box.locator("xpath=..").inner_text()
    box.press("Space")
    kept = page.evaluate("sessionStorage.veivalg ?? ''")
    assert ("barnehage" in kept) == (way != "embedded"), "embedded keeps nothing on the device"
    if way in ("button", "embedded"):
        sheet.get_by_role("button", name="Tilbake til samtalen").press("Enter")
    elif way == "back":
        page.go_back()
    else:
        page.reload()
    expect(sheet).to_have_count(0)
    sheet = opened(page)
    expect(sheet.get_by_label("Mine notater")).to_have_value("Spør om barnehage")
    expect(sheet.get_by_text("hva er kvp?")).to_have_count(0)
    expect(sheet.get_by_text("hva er dagpenger?")).to_be_visible()
    expect(sheet.get_by_role("checkbox", name=ticked)).to_be_checked()


def test_notes_are_kept_no_longer_than_the_conversation(visit: Visitor) -> None:
    page = visit().open("/?k=1806")
    Talk(page).ask("hva er kvp?")
    until = "JSON.parse(sessionStorage.veivalg).until"
    before = page.evaluate(until)
    page.wait_for_timeout(50)
    opened(page).get_by_label("Mine notater").fill("Spør om barnehage")
    assert page.evaluate(until) == before


@pytest.mark.parametrize("way", ["menu", "words", "leave"])
def test_notes_go_with_the_conversation(visit: Visitor, way: str) -> None:
    page = visit().open("/?k=1806")
    home, talk = page.url, Talk(page)
    talk.ask("hva er kvp?")
    sheet = opened(page)
    sheet.get_by_label("Mine notater").fill("Spør om barnehage")
    if way == "leave":
        page.locator("#leave").click()
        page.wait_for_url(EXIT)
        page.goto(home)
    elif way == "menu":
        page.locator("#menu > summary").press("Enter")
        page.locator("#delete").press("Enter")
        expect(sheet).to_have_count(0)
        expect(talk.log).to_be_empty()
    else:
        sheet.get_by_role("button", name="Tilbake til samtalen").press("Enter")
        talk.box.fill("slett samtalen")
        talk.box.press("Enter")
        expect(talk.log.get_by_text("Samtalen er slettet")).to_be_visible()
    assert "barnehage" not in page.evaluate("JSON.stringify({...sessionStorage})")
    talk.ask("hva er dagpenger?")
    expect(opened(page).get_by_label("Mine notater")).to_have_value("")


def test_what_one_would_not_hand_over_is_removed_by_keyboard_and_can_be_put_back(visit: Visitor, tmp_path: Path) -> None:
    page = visit().open("/?k=1806")
    talk = Talk(page)
    for question in ("hva er kvp?", "hva er dagpenger? naboen min snakket om det"):
        talk.ask(question)
    sheet = opened(page)
    crosses = sheet.locator(".remove")
    small = crosses.evaluate_all(
        "(all) => all.map((node) => node.getBoundingClientRect()).filter((box) => box.width < 24 || box.height < 24).length"
    )
    assert small == 0
    sheet.get_by_role("button", name=re.compile("Ta bort: hva er dagpenger")).press("Enter")
    expect(sheet.get_by_role("status").filter(has_text="Tatt bort: hva er dagpenger?")).to_be_visible()
    assert page.evaluate("document.activeElement.className").startswith("remove"), "focus stays among what can be removed"
    sheet.get_by_role("button", name="Angre").press("Enter")
    expect(page.locator("*:focus")).to_have_accessible_name(re.compile("Ta bort: hva er dagpenger"))
    page.keyboard.press("Enter")
    sheet.get_by_role("button", name="Ta bort: Dagpenger", exact=True).press("Enter")
    check_accessible(page)
    with page.expect_download() as saved:
        sheet.get_by_role("button", name="Lagre som fil").press("Enter")
    written = Path(saved.value.path()).read_text(encoding="utf-8")
    assert "naboen" not in written
    assert "<h3>Dagpenger" not in written
    assert "KVP" in written


def test_back_from_the_summary_shows_the_newest(visit: Visitor) -> None:
    page = visit(reduced_motion="reduce").open("/?k=1806")
    talk = Talk(page)
    for question in ("hva er kvp?", "hva er dagpenger?", "hva er en lærling?"):
        talk.ask(question)
    for way in ("button", "back"):
        sheet = opened(page)
        sheet.get_by_label("Mine notater").fill("x")
        page.go_back() if way == "back" else sheet.get_by_role("button", name="Tilbake til samtalen").press("Enter")
        expect(sheet).to_have_count(0)
        page.wait_for_timeout(300)
        expect(talk.log.locator(".me").last).to_be_in_viewport(ratio=1)


def test_the_text_can_be_copied(visit: Visitor) -> None:
    page = visit(permissions=["clipboard-read", "clipboard-write"]).open("/?k=1806")
    Talk(page).ask("hva er kvp?")
    sheet = opened(page)
    sheet.get_by_label("Mine notater").fill("Spør om barnehage")
    sheet.get_by_role("button", name="Kopier teksten").press("Enter")
    expect(sheet.get_by_role("status").filter(has_text="Kopiert")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    for part in ("hva er kvp?", "Mine notater\nSpør om barnehage", "Nav Narvik"):
        assert part in copied


def test_a_result_of_a_guide_that_was_put_right_is_not_brought(visit: Visitor) -> None:
    page = visit().open("/?tema=guide.hvilken_rett&k=1806")
    talk = Talk(page)
    talk.log.locator("[data-kind=choice]").first.wait_for()
    for answer in ("Begynt, men ikke fullført", "Ja", "Jeg har lov til å bo her"):
        talk.press(answer)
    talk.ask("2007")
    talk.press("Ja")
    before = set(talk.newest.locator("h2").all_inner_texts())
    talk.ask("nei jeg er født 2001")
    after = set(talk.newest.locator("h2").all_inner_texts())
    assert before - after, "another year, another result"
    talk.ask("hei")
    page.locator("#menu > summary").press("Enter")
    page.get_by_role("button", name="Lag en oppsummering").press("Enter")
    sheet = page.locator("#sheet")
    expect(sheet).to_contain_text("født i 2001")
    brought = set(sheet.locator("h2, h3").all_inner_texts())
    assert after <= brought
    assert not (before - after) & brought, "a right one does not have is not brought to the meeting"
    expect(sheet).not_to_contain_text("Hei. Jeg kan svare")
    expect(sheet).to_contain_text("Neste steg")
    shot(page, "summary-guide-phone", full=True)


@pytest.mark.parametrize("malform", ["nb", "nn"])
def test_what_is_brought_to_the_meeting_is_one_page(visit: Visitor, tmp_path: Path, malform: str) -> None:
    page = visit().open(f"/?tema=guide.hvilken_rett&k=1806&m={malform}")
    talk = Talk(page)
    choice = talk.log.locator("[data-kind=choice]")
    choice.first.wait_for()
    for index in (1, 0, 0):
        talk._after(lambda index=index: choice.nth(index).press("Enter"))
    talk.ask("2007")
    talk._after(lambda: choice.first.press("Enter"))
    for question in ("hva er kvp?", "hva er dagpenger?") if malform == "nb" else ("kva er kvp?", "kva er dagpengar?"):
        talk.ask(question)
    page.locator("#menu > summary").press("Enter")
    page.get_by_role("button", name=re.compile("oppsummering$")).press("Enter")
    sheet = page.locator("#sheet")
    words = {"nb": ("Dette har jeg spurt om", "Det vi kom fram til", "Hvem jeg kan ringe", "Dette kan jeg spørre om", "Mine notater"),
             "nn": ("Dette har eg spurt om", "Det vi kom fram til", "Kven eg kan ringje", "Dette kan eg spørje om", "Notata mine")}  # fmt: skip
    for part in words[malform]:
        expect(sheet.get_by_role("heading", level=2, name=part)).to_be_visible()
    expect(sheet.get_by_role("link", name="55 55 33 33").first).to_have_attribute("href", "tel:55553333")
    to_ask = sheet.locator(".to-ask li").all_inner_texts()
    assert len(to_ask) == 3
    assert all(question.endswith("?") for question in to_ask)
    levels = sheet.locator("h1, h2, h3").evaluate_all("(all) => all.map((node) => Number(node.tagName[1]))")
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels)), "no level is left out"
    check_accessible(page)
    shot(page, f"summary-{malform}-phone", full=True)
    page.pdf(path=tmp_path / "sheet.pdf", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", (tmp_path / "sheet.pdf").read_bytes())) == 1


def test_it_is_handed_to_the_device_where_it_shares(visit: Visitor) -> None:
    visitor = visit()
    visitor.context.add_init_script("navigator.share = (what) => (globalThis.shared = what, Promise.resolve())")
    page = visitor.open("/?k=1806")
    Talk(page).ask("hva er kvp?")
    page.locator("#menu > summary").press("Enter")
    page.get_by_role("button", name="Lag en oppsummering").press("Enter")
    page.get_by_label("Mine notater").fill("Spør om barnehage")
    page.get_by_role("button", name="Del", exact=True).press("Enter")
    shared = page.evaluate("shared.text")
    for part in ("hva er kvp?", "Nav Narvik", "55 55 33 33", "Dette kan jeg spørre om", "Spør om barnehage"):
        assert part in shared


def test_before_anything_was_asked(visit: Visitor) -> None:
    page = visit().open("/")
    page.locator("#menu > summary").press("Enter")
    page.get_by_role("button", name="Lag en oppsummering").press("Enter")
    expect(page.locator("#sheet")).to_contain_text("ingen svar å ta med")
    check_accessible(page)
    page.get_by_role("button", name="Tilbake til samtalen").press("Enter")
    expect(page.locator("#menu > summary")).to_be_focused()


def test_the_day_is_that_of_the_person(visit: Visitor) -> None:
    """Half past midnight in Norway is the day before in UTC."""
    page = visit().open("/?k=1806")
    Talk(page).ask("hva er kvp?")
    page.clock.set_fixed_time("2026-11-29T23:30:00Z")
    page.locator("#menu > summary").click()
    page.locator("#summary").click()
    expect(page.locator("#sheet")).to_contain_text("30. november 2026")
