"""The chat on other people's pages: hostile styles, a strict policy, another direction, and pages that change."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Frame, Page, expect

from tests.browser.conftest import DESKTOP, EXIT, Hosts, Talk, Visitor, check_accessible, shot, until
from tests.conftest import ROOT, Server

HOSTILE = """<!doctype html><html lang="nn"><head><meta charset="utf-8"><title>Vert</title><style>
  html { font-size: 4px !important } body { transform: rotate(0.1deg); filter: none; margin: 0; background: #fff; color: #222 }
  * { box-sizing: content-box; letter-spacing: 3px } button, iframe, dialog, veivalg-chat, div, span
  { display: none !important; visibility: hidden !important; color: red !important; position: static !important; font-size: 60px !important }
  .lag { display: block !important; visibility: visible !important; position: fixed !important; inset: 0; z-index: 2147482999; background: #fffd }
</style></head><body><main><h1>Ungdom i kommunen</h1><p>Side med eigen stil.</p></main><div class="lag"></div>
<script src="{url}/embed.js" data-kommune="1806" data-tema="kvp" async></script></body></html>"""

STRICT = """<!doctype html><html lang="no"><head><meta charset="utf-8"><title>Vert</title></head><body><main><h1>Streng side</h1></main>
<script src="{url}/embed.js" async></script></body></html>"""

OTHER_WAY = """<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>Vert</title></head><body><main><h1>مرحبا</h1></main>
<script src="{url}/embed.js" data-malform="nb" data-tekst="Spør om skole" async></script>
<script src="{url}/embed.js" data-malform="nb" data-id="nav" data-tema="nav_forste_gang" async></script></body></html>"""

PLAIN = """<!doctype html><html lang="no"><head><meta charset="utf-8"><title>Vert</title></head><body><main id="app"><h1>Vert</h1><p><a href="#x">lenke</a></p>
<script src="{url}/embed.js" {attributes} async></script></main></body></html>"""


DOCS = (ROOT / "docs" / "embedding.md").read_text(encoding="utf-8")


def documented(part: str, server: Server) -> str:
    """The example of the documentation that holds this, with our host in it."""
    found = next(block for block in re.findall(r"```html\n(.*?)```", DOCS, re.DOTALL) if part in block)
    return found.replace("https://HOST", server.url)


def frame_of(page: Page) -> Frame:
    """The chat inside the host page, once it answers."""
    until(page, "[...document.querySelectorAll('veivalg-chat')].some((host) => host.shadowRoot.querySelector('iframe'))")
    for _ in range(100):
        found = [frame for frame in page.frames if frame != page.main_frame and "e=1" in frame.url]
        if found:
            found[0].locator("#text").wait_for()
            return found[0]
        page.wait_for_timeout(50)
    raise AssertionError("no frame")


def opened(page: Page) -> bool:
    return bool(
        page.evaluate("[...document.querySelectorAll('veivalg-chat')].some((host) => host.shadowRoot.querySelector('dialog').open)")
    )


def test_a_hostile_style_sheet(visit: Visitor, hosts: Hosts, server: Server) -> None:
    path = hosts.write("hostile.html", HOSTILE.replace("{url}", server.url))
    page = visit(hosts.friend, viewport=DESKTOP).open(path)
    button = page.get_by_role("button", name="Spør Veivalg")
    expect(button).to_be_visible()
    box = button.bounding_box()
    assert box
    assert box["height"] >= 44, "the host's tiny root size does not reach in"
    assert box["x"] + box["width"] > 1100, "in the corner"
    assert box["y"] > 800, "at the bottom, though the host transforms its body"
    assert page.evaluate("([x, y]) => document.elementFromPoint(x, y).localName", [box["x"] + 20, box["y"] + 20]) == "veivalg-chat", (
        "nothing lies over it"
    )
    button.click()
    talk = Talk(frame_of(page))
    expect(talk.log.locator(".card h2").first).to_have_text("Kvalifiseringsprogrammet (KVP)")
    expect(talk.page.locator("#place")).to_contain_text("Narvik")
    assert talk.page.evaluate("document.documentElement.lang") == "nn", "the language of the host page"
    check_accessible(talk.page)
    shot(page, "embed-hostile-desktop")


def test_a_strict_content_policy(visit: Visitor, hosts: Hosts, server: Server) -> None:
    hosts.strict_policy = (
        f"default-src 'none'; script-src {server.url}; frame-src {server.url}; base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )
    path = hosts.write("strict.html", STRICT.replace("{url}", server.url))
    visitor = visit(hosts.friend)
    visitor.expected = ["favicon.ico"]
    asked: list[str] = []
    visitor.context.on("request", lambda request: asked.append(request.url))
    page = visitor.open(path)
    button = page.get_by_role("button", name="Spør Veivalg")
    expect(button).to_be_visible()
    page.wait_for_timeout(500)
    ours = [url for url in asked if url.startswith(server.url)]
    assert ours == [f"{server.url}/embed.js"], "nothing but itself before it is opened"
    check_accessible(page)
    button.press("Enter")
    frame_of(page)
    shot(page, "embed-strict-phone")
    assert page.evaluate("[document.cookie, localStorage.length, sessionStorage.length]") == ["", 0, 0]


def test_right_to_left_at_four_hundred_percent_with_two_chats(visit: Visitor, hosts: Hosts, server: Server) -> None:
    path = hosts.write("other.html", OTHER_WAY.replace("{url}", server.url))
    page = visit(hosts.friend, viewport={"width": 320, "height": 256}).open(path)
    first, second = page.get_by_role("button", name="Spør om skole"), page.get_by_role("button", name="Spør Veivalg")
    one, two = first.bounding_box(), second.bounding_box()
    assert one
    assert two
    assert one["x"] < 40, "in the left corner of a page that reads from the right"
    assert two["y"] + two["height"] <= one["y"] or one["y"] + one["height"] <= two["y"], "one does not cover the other"
    shot(page, "embed-two-rtl-zoomed")
    second.press("Enter")
    talk = Talk(frame_of(page))
    expect(talk.log.locator(".card").first).to_contain_text("Nav")
    dialog = page.evaluate(
        "(() => { const box = [...document.querySelectorAll('veivalg-chat')].map((host) => host.shadowRoot.querySelector('dialog')).find((dialog) => dialog.open).getBoundingClientRect(); return [box.width, box.height]; })()"
    )
    assert dialog == [320, 256], "on a small window it takes the whole"
    shot(page, "embed-rtl-zoomed-open")
    page.keyboard.press("Escape")
    expect(second).to_be_focused()


def test_on_a_wide_screen_it_stands_beside_the_page_with_focus_in_the_field(visit: Visitor, hosts: Hosts, server: Server) -> None:
    page = visit(hosts.friend, viewport=DESKTOP).open(
        hosts.write("beside.html", PLAIN.replace("{url}", server.url).replace("{attributes}", ""))
    )
    button = page.get_by_role("button", name="Spør Veivalg")
    button.press("Enter")
    frame = frame_of(page)
    until(frame, "document.activeElement.id === 'text'")
    page.keyboard.type("hva er kvp?")
    expect(Talk(frame).box).to_have_value("hva er kvp?")
    page.get_by_role("link", name="lenke").click()  # the page it stands beside can be used
    assert page.url.endswith("#x")
    assert opened(page)
    page.keyboard.press("Escape")
    assert not opened(page)
    expect(button).to_be_focused()


def test_on_a_phone_focus_stays_inside_and_returns(visit: Visitor, hosts: Hosts, server: Server) -> None:
    page = visit(hosts.friend).open(hosts.write("focus.html", PLAIN.replace("{url}", server.url).replace("{attributes}", "")))
    button = page.get_by_role("button", name="Spør Veivalg")
    button.press("Enter")
    frame = frame_of(page)
    for _ in range(14):
        page.keyboard.press("Tab")
        where = page.evaluate("document.activeElement.tagName")
        assert where in ("VEIVALG-CHAT", "BODY"), f"focus went to the host page: {where}"
    frame.locator("#text").focus()
    page.keyboard.press("Escape")
    page.wait_for_timeout(300)
    assert not opened(page), "Escape inside the frame closes it"
    expect(button).to_be_focused()
    button.press("Enter")
    assert opened(page)
    page.get_by_role("button", name="Lukk").press("Enter")
    expect(button).to_be_focused()


def test_the_page_opens_and_closes_it_and_is_told(visit: Visitor, hosts: Hosts, server: Server) -> None:
    page = visit(hosts.friend, viewport=DESKTOP).open(
        hosts.write("api.html", PLAIN.replace("{url}", server.url).replace("{attributes}", 'data-kommune="4601" data-malform="nn"'))
    )
    until(page, "window.Veivalg?.chats.length")
    page.evaluate(
        "globalThis.told = []; for (const name of ['open', 'close']) document.addEventListener(`veivalg:${name}`, (event) => told.push(event.type))"
    )
    page.evaluate("Veivalg.open({tema: 'kvp'})")
    talk = Talk(frame_of(page))
    expect(talk.log.locator(".card h2").first).to_have_text("Kvalifiseringsprogrammet (KVP)")
    page.evaluate("Veivalg.close()")
    assert not opened(page)
    until(page, "told.includes('veivalg:close')")  # the browser tells it a moment later
    page.evaluate("Veivalg.open({tema: 'mentor'})")
    expect(talk.newest.first.get_by_role("heading").first).to_have_text("Mentor")
    expect(talk.log.locator(".me")).to_have_count(2)  # the conversation goes on
    page.evaluate("Veivalg.open({tema: 'guide.hvilken_rett'})")
    expect(talk.log.locator(".me")).to_have_count(3)
    assert page.evaluate("told")[:3] == ["veivalg:open", "veivalg:close", "veivalg:open"]


def test_a_page_that_swaps_its_content(visit: Visitor, hosts: Hosts, server: Server) -> None:
    page = visit(hosts.friend).open(hosts.write("spa.html", PLAIN.replace("{url}", server.url).replace("{attributes}", 'data-plass="her"')))
    expect(page.get_by_role("button", name="Spør Veivalg")).to_have_count(1)
    assert page.evaluate("document.querySelector('#app veivalg-chat') !== null"), "it stands where the line stands"
    for _ in range(2):
        page.evaluate(
            """(src) => { document.body.innerHTML = '<main id="app"><h1>Ny</h1></main>';
                const line = document.createElement('script'); line.src = src; line.dataset.plass = 'her'; document.getElementById('app').append(line); }""",
            f"{server.url}/embed.js",
        )
        expect(page.get_by_role("button", name="Spør Veivalg")).to_have_count(1)
    page.evaluate("document.body.innerHTML = '<main><h1>Tom</h1></main>'")
    page.evaluate("Veivalg.open()")
    frame_of(page)
    assert opened(page)


def test_another_site_gets_a_clear_message(visit: Visitor, hosts: Hosts, server: Server) -> None:
    visitor = visit(hosts.stranger, viewport=DESKTOP)
    visitor.expected = ["frame-ancestors", "favicon.ico"]
    page = visitor.open(hosts.write("stranger.html", PLAIN.replace("{url}", server.url).replace("{attributes}", 'data-tema="kvp"')))
    page.get_by_role("button", name="Spør Veivalg").click()
    way = page.get_by_role("link", name="Veivalg kan ikke vises her. Åpne i en egen fane.")
    ask = page.get_by_role("link", name="Veivalg: bygg inn")
    expect(ask).to_have_attribute("href", f"{server.url}/bygg-inn?m=nb#tillatt")
    expect(way).to_be_visible(timeout=10000)
    shot(page, "embed-refused-desktop")
    with page.expect_popup() as tab:
        way.click()
    Talk(tab.value).log.locator(".card").first.wait_for()


@pytest.mark.parametrize(("colour", "text"), [("#ffe14d", "rgb(0, 0, 0)"), ("#7a0050", "rgb(255, 255, 255)"), ("#808080", "rgb(0, 0, 0)")])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_any_colour_can_be_read(visit: Visitor, hosts: Hosts, server: Server, colour: str, text: str, scheme: str) -> None:
    page = visit(hosts.friend, color_scheme=scheme).open(
        hosts.write("colour.html", PLAIN.replace("{url}", server.url).replace("{attributes}", f'data-farge="{colour}" data-kommune="1806"'))
    )
    button = page.get_by_role("button", name="Spør Veivalg")
    expect(button).to_have_css("color", text)
    check_accessible(page)
    button.click()
    talk = Talk(frame_of(page))
    talk.ask("hva er kvp?")
    check_accessible(talk.page)
    if colour == "#7a0050":
        shot(page, f"embed-colour-{scheme}-phone")


def test_a_custom_property_sets_the_colour(visit: Visitor, hosts: Hosts, server: Server) -> None:
    html = (
        PLAIN.replace("{url}", server.url)
        .replace("{attributes}", "")
        .replace("</head>", "<style>:root { --veivalg-accent: rebeccapurple }</style></head>")
    )
    page = visit(hosts.friend).open(hosts.write("property.html", html))
    page.get_by_role("button", name="Spør Veivalg").click()
    frame = frame_of(page)
    assert "c=663399" in frame.url
    expect(frame.get_by_role("button", name="Send")).to_have_css("background-color", re.compile(r"rgb\(102, 51, 153\)"))


@pytest.mark.parametrize("way", ["button", "escape"])
def test_leaving_leaves_the_host_page_too(visit: Visitor, hosts: Hosts, server: Server, way: str) -> None:
    page = visit(hosts.friend, viewport=DESKTOP).open(
        hosts.write("leave.html", PLAIN.replace("{url}", server.url).replace("{attributes}", ""))
    )
    page.get_by_role("button", name="Spør Veivalg").click()
    talk = Talk(frame_of(page))
    with page.expect_response("**/api/chat") as sent:
        talk.ask("hva er kvp?")
    session = sent.value.json()["session"]
    if way == "button":
        talk.page.get_by_role("link", name="Forlat siden raskt").click()
    else:
        for _ in range(3):
            page.keyboard.press("Escape")
    page.wait_for_url(EXIT)
    gone = page.request.post(f"{server.url}/api/chat", data={"session": session, "text": "hei"})
    assert gone.status == 404


def test_the_embedded_chat_keeps_nothing_on_the_device(visit: Visitor, hosts: Hosts, server: Server) -> None:
    page = visit(hosts.friend).open(hosts.write("keeps.html", PLAIN.replace("{url}", server.url).replace("{attributes}", "")))
    page.get_by_role("button", name="Spør Veivalg").click()
    talk = Talk(frame_of(page))
    talk.ask("hva er kvp?")
    page.wait_for_timeout(500)
    assert talk.page.evaluate("caches.keys().catch(() => [])") == []  # a browser may refuse a frame all storage
    assert talk.page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length, () => 0)") == 0
    assert talk.page.evaluate("document.cookie") == ""
    for kind in ("localStorage", "sessionStorage"):  # which a browser may refuse a frame too
        assert talk.page.evaluate(f"(() => {{ try {{ return {kind}.length; }} catch {{ return 0; }} }})()") == 0


def test_the_documented_page_does_what_it_says(visit: Visitor, hosts: Hosts, server: Server) -> None:
    page = visit(hosts.friend, viewport=DESKTOP).open(hosts.write("documented.html", documented("Veivalg.open", server)))
    until(page, "document.getElementById('told').value === 'ready '")
    page.get_by_role("button", name="Eg slutta på vidaregåande. Kva kan eg gjere?").click()
    talk = Talk(frame_of(page))
    expect(talk.log.locator(".me").first).to_contain_text("Eg slutta på vidaregåande. Kva kan eg gjere?")
    expect(talk.newest.first).to_have_attribute("lang", "nn")
    page.get_by_role("button", name="Les om KVP").click()
    expect(talk.newest.first.get_by_role("heading").first).to_have_text("Kvalifiseringsprogrammet (KVP)")
    expect(talk.log.locator(".me")).to_have_count(2)
    page.get_by_role("button", name="Lukk chatten").click()
    until(page, "document.getElementById('told').value === 'ready open open close '")
    assert not opened(page)


@pytest.mark.parametrize(("sandbox", "whole"), [("", True), ('sandbox="allow-scripts allow-same-origin allow-forms"', False)])
def test_a_plain_frame_is_the_chat_and_is_left_with_the_whole_page_where_that_is_allowed(
    visit: Visitor, hosts: Hosts, server: Server, sandbox: str, whole: bool
) -> None:
    frame = documented("<iframe", server).replace("<iframe", f"<iframe {sandbox}")
    visitor = visit(hosts.friend, viewport=DESKTOP)
    visitor.expected = ["favicon.ico", "sandbox", "allow-top-navigation", "navigat"]
    page = visitor.open(hosts.write("plain.html", f'<!doctype html><html lang="nb"><title>Vert</title><h1>Vert</h1>{frame}'))
    talk = Talk(next(inner for inner in page.frames if "e=1" in inner.url))
    talk.ask("hva er kvp?")
    expect(talk.page.locator("#place")).to_contain_text("Narvik")
    talk.page.get_by_role("link", name="Forlat siden raskt").click()
    if whole:
        page.wait_for_url(EXIT)
    else:
        until(page, "!document.querySelector('iframe').contentDocument")
        for _ in range(100):
            if any(inner.url == EXIT for inner in page.frames):
                break
            page.wait_for_timeout(50)
        assert any(inner.url == EXIT for inner in page.frames), "what is ours is left all the same"


def test_the_button_is_there_in_a_browser_that_makes_no_sheets(visit: Visitor, hosts: Hosts, server: Server) -> None:
    """Safari before 16.4."""
    visitor = visit(hosts.friend, viewport=DESKTOP)
    visitor.context.add_init_script("globalThis.CSSStyleSheet = class { constructor() { throw new TypeError('Illegal constructor') } }")
    page = visitor.open(hosts.write("old.html", PLAIN.replace("{url}", server.url).replace("{attributes}", 'data-farge="#7a0050"')))
    button = page.get_by_role("button", name="Spør Veivalg")
    box = button.bounding_box()
    assert box
    assert box["y"] > 800, "in the corner"
    button.click()
    talk = Talk(frame_of(page))
    talk.ask("hva er kvp?")
    expect(talk.page.get_by_role("button", name="Send")).to_have_css("background-color", "rgb(122, 0, 80)")
