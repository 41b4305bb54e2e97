"""The link maker and the embed maker, by keyboard; both also without JavaScript."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, Talk, Visitor, check_accessible, shot
from tests.conftest import ROOT


def choose(page: Page, label: str, text: str) -> None:
    """Choose in a list by typing its beginning, as the keyboard does."""
    field = page.get_by_role("combobox", name=label, exact=True)
    field.focus()
    page.keyboard.type(text, delay=20)
    expect(field.locator("option:checked")).to_have_text(re.compile(rf"^{re.escape(text)}"))


def test_a_link_is_made_copied_and_opened(visit: Visitor) -> None:
    visitor = visit(permissions=["clipboard-read", "clipboard-write"])
    page = visitor.open("/del")
    choose(page, "Hva skal lenken åpne?", "Praksiskandidat")
    choose(page, "Kommune", "Narvik")
    choose(page, "Språk", "Nynorsk")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Lag"
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("tema=praksiskandidat"))
    link = page.locator("#address")
    expect(link).to_have_text(re.compile(r"/d/praksiskandidat/1806/nn$"))
    page.get_by_role("button", name="Kopier").press("Enter")
    expect(page.get_by_role("status").filter(has_text="Kopiert")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == link.inner_text()
    check_accessible(page)
    link.press("Enter")
    expect(page.get_by_role("heading", name="Kontakt for deg i Narvik")).to_be_visible()
    assert page.evaluate("document.documentElement.lang") == "nn"


def test_a_guide_can_be_shared(visit: Visitor) -> None:
    page = visit(java_script_enabled=False).open("/del")
    page.get_by_label("Hva skal lenken åpne?").select_option(label="Finn ut hvilken rett du har")
    page.get_by_role("button", name="Lag", exact=True).click()
    expect(page.locator("#address")).to_have_text(re.compile(r"/d/guide\.hvilken_rett$"))
    expect(page.locator(".paper .title")).to_have_text("Har du rett til mer skole? Sjekk")
    expect(page.locator(".paper .about")).to_have_text("Finn ut hvilken rett du har")


def test_the_codes_can_be_fetched(visit: Visitor) -> None:
    page = visit().open("/del?tema=kvp&k=1806")
    for kind, start in (("SVG", b"<svg"), ("PNG", b"\x89PNG")):
        with page.expect_download() as fetched:
            page.get_by_role("link", name=kind).click()
        assert fetched.value.suggested_filename == f"veivalg-qr.{kind.lower()}"
        assert Path(fetched.value.path()).read_bytes().startswith(start)
    shown = page.locator(".qr img")
    assert shown.evaluate("(image) => image.complete && image.naturalWidth > 100")
    expect(shown).to_have_attribute("alt", re.compile(r"QR-kode som åpner http://.*/d/kvp/1806"))


ASTRAY = """() => { const paper = document.querySelector('.poster'), edge = paper.getBoundingClientRect(), found = [];
    for (const node of paper.querySelectorAll('p, img')) { const box = node.getBoundingClientRect();
        if (box.width && !node.matches('.kort .gives') && // it goes where there is no room for it
             (box.left < edge.left - 1 || box.right > edge.right + 1 || box.bottom > edge.bottom + 1)) found.push(node.outerHTML); }
    const words = paper.querySelector('.words').getBoundingClientRect(), code = paper.querySelector('.code').getBoundingClientRect();
    const foot = paper.querySelector('.foot-band').getBoundingClientRect();
    if (words.right > code.left + 1 && words.bottom > code.top + 1) found.push('the text runs into the code');
    if (words.bottom > foot.top + 1 || code.bottom > foot.top + 1) found.push('it runs into the foot');
    return found; }"""

HOOKS = yaml.safe_load((ROOT / "data" / "content" / "hooks.yml").read_text(encoding="utf-8"))


EVERY = """async ([goals, m, size]) => { const found = [], sheet = document.querySelector('.sheet-of');
    for (const goal of goals) {
        const answer = await fetch(`/plakat?tema=${goal}&k=4219&m=${m}&s=${size}`);
        const paper = document.adoptNode(new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.poster'));
        paper.querySelector('.code').src = paper.querySelector('.mark').src; // a picture of any kind: codes are drawn anew each time
        sheet.replaceChildren(paper);
        await Promise.all([...paper.querySelectorAll('img')].map((image) => image.decode()));
        found.push(...(ASTRAY)().map((what) => [goal, what]));
        if (!paper.textContent.includes('Veivalg')) found.push([goal, 'has no name']);
        const walker = document.createTreeWalker(paper, NodeFilter.SHOW_TEXT);
        for (let text; (text = walker.nextNode()); ) for (const { 0: word, index } of text.data.matchAll(/[^\\s\\u00ad/-]+/g)) {
            const range = document.createRange();
            range.setStart(text, index);
            range.setEnd(text, index + word.length);
            if (new Set([...range.getClientRects()].filter(({ width }) => width > 0.5).map(({ top }) => Math.round(top))).size > 1 && !text.parentElement.closest('.where')) found.push([goal, `breaks «${word}»`]);
        }
    }
    return found; }""".replace("ASTRAY", ASTRAY)


@pytest.mark.parametrize("size", ["a4", "a6", "kort"])
@pytest.mark.parametrize("malform", ["nb", "nn", "en"])
def test_whatever_a_poster_is_about_fits_and_no_word_is_broken(visit: Visitor, malform: str, size: str) -> None:
    """Every topic, guide and page, in every format, in a municipality with a long name."""
    page = visit(viewport=DESKTOP).open(f"/plakat?s={size}&m={malform}")
    assert page.evaluate(EVERY, [["", *HOOKS], malform, size]) == []


@pytest.mark.parametrize(("size", "width", "height", "pages"), [("a4", 210, 297, 1), ("a6", 105, 148, 1), ("kort", 210, 297, 1)])
def test_posters_fill_their_paper(visit: Visitor, tmp_path: Path, size: str, width: int, height: int, pages: int) -> None:
    page = visit(viewport=DESKTOP).open(f"/plakat?tema=realkompetanse&k=5501&s={size}")
    shot(page, f"poster-{size}", full=True)
    assert page.evaluate(ASTRAY) == []
    page.emulate_media(media="print")
    file = tmp_path / "poster.pdf"
    page.pdf(path=file, prefer_css_page_size=True, print_background=True)
    body = file.read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b", body)) == pages
    box = re.search(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", body)
    assert box
    assert abs(float(box[1]) / 72 * 25.4 - width) < 1
    assert abs(float(box[2]) / 72 * 25.4 - height) < 1


def test_the_line_is_made_tried_and_copied(visit: Visitor) -> None:
    visitor = visit(viewport=DESKTOP, permissions=["clipboard-read", "clipboard-write"])
    page = visitor.open("/bygg-inn")
    choose(page, "Kommune", "Tromsø")
    page.get_by_label("Tekst på knappen").fill('Lurer du? "Spør" <oss>')
    page.get_by_label("Farge", exact=True).fill("#7a0050")
    page.get_by_role("button", name="Lag linjen").press("Enter")
    page.wait_for_url(re.compile("k=5501"))
    line = page.locator("#code").inner_text()
    assert line == (
        f'<script src="{visitor.url}/embed.js" data-kommune="5501" data-malform="nb" data-farge="#7a0050" '
        'data-tekst="Lurer du? &#34;Spør&#34; &lt;oss&gt;" async></script>'
    )
    page.get_by_role("button", name="Kopier").first.press("Enter")
    assert page.evaluate("navigator.clipboard.readText()") == line
    trial = page.frame_locator("iframe.trial")
    trial.get_by_role("button", name='Lurer du? "Spør" <oss>').press("Enter")
    inner = next(frame for frame in _frames(page) if "e=1" in frame.url)
    expect(Talk(inner).page.locator("#place")).to_contain_text("Tromsø")
    check_accessible(page)
    shot(page, "embed-maker-desktop")


def _frames(page: Page) -> list:  # type: ignore[type-arg]
    page.wait_for_timeout(1500)
    return page.frames


@pytest.mark.parametrize("width", [1366, 683])
@pytest.mark.parametrize("path", ["/del", "/bygg-inn"])
def test_what_is_made_follows_what_is_chosen(visit: Visitor, path: str, width: int) -> None:
    """Focus stays, it is said, and nothing of the old choices is left beside the new."""
    page = visit(viewport={"width": width, "height": width * 9 // 16}).open(path)
    said = page.locator(".made")
    expect(said).to_contain_text("Hele Veivalg · Hele landet · Bokmål")
    choose(page, "Kommune", "Narvik")
    expect(said).to_contain_text("Hele Veivalg · Narvik · Bokmål")
    expect(page.get_by_label("Kommune")).to_be_focused()
    choose(page, "Språk", "Nynorsk")
    expect(said).to_contain_text("Heile Veivalg · Narvik · Nynorsk")
    expect(page.locator("html")).to_have_attribute("lang", "nb")  # the page is read on in its own language
    if path == "/del":
        expect(page.locator("#address")).to_have_text(re.compile(r"/d/1806/nn$"))
        expect(page.locator(".paper .call")).to_contain_text("I Narvik:")
        for link in page.locator("a[data-made]:not(#address), img[data-made]").all():
            assert "k=1806&m=nn" in str(link.get_attribute("href") or link.get_attribute("src"))
    else:
        expect(page.locator("#code")).to_contain_text('data-kommune="1806" data-malform="nn"')
        expect(page.locator("#frame")).to_contain_text("m=nn&amp;k=1806")
        expect(page.locator("iframe.trial")).to_have_attribute("src", re.compile("k=1806&m=nn"))
        page.get_by_label("Tekst på knappen").fill("Hei")
        expect(page.locator("#code")).to_contain_text('data-tekst="Hei"')
    check_accessible(page)
    page.get_by_role("button", name=re.compile("^Lag( linjen)?$")).press("Enter")
    page.wait_for_url(re.compile("#"))
    expect(page.locator(".made")).to_be_in_viewport()


def test_while_it_is_made_anew_nothing_old_can_be_copied(visit: Visitor) -> None:
    visitor = visit(viewport=DESKTOP)
    visitor.expected = ["Failed to load resource"]
    page = visitor.open("/bygg-inn")
    page.route("**/bygg-inn?*", lambda route: route.abort())
    choose(page, "Kommune", "Narvik")
    page.wait_for_timeout(1000)
    assert page.locator("#linje").evaluate("(node) => node.inert"), "what could not be made is not shown as if it were"


@pytest.mark.parametrize("path", ["/del", "/bygg-inn"])
def test_without_javascript_it_is_marked_and_one_lands_on_the_result(visit: Visitor, path: str) -> None:
    page = visit(java_script_enabled=False, viewport={"width": 683, "height": 384}).open(path)
    unmade = page.locator(".unmade")
    expect(unmade).to_contain_text("Før det gjelder resultatet de forrige valgene.")
    weight = "(node) => getComputedStyle(node).fontWeight"
    assert unmade.evaluate(weight) == "400"
    page.get_by_label("Kommune").select_option(label="Narvik")
    assert unmade.evaluate(weight) == "700"
    page.get_by_role("button", name=re.compile("^Lag( linjen)?$")).click()
    page.wait_for_url(re.compile("k=1806.*#"))
    expect(page.locator(".made")).to_be_in_viewport()
    expect(page.locator(".made")).to_contain_text("Narvik")


@pytest.mark.parametrize("malform", ["nb", "en"])
def test_the_trial_shows_where_one_writes(visit: Visitor, malform: str) -> None:
    page = visit(viewport={"width": 1366, "height": 768}).open(f"/bygg-inn?m={malform}")
    page.frame_locator("iframe.trial").get_by_role("button").first.click()
    inner = next(frame for frame in _frames(page) if "e=1" in frame.url)
    expect(inner.locator("#text")).to_be_in_viewport(ratio=1)
