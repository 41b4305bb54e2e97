"""Without a network: the emergency numbers and what was read can be read; nothing of the person is kept."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import Talk, Visitor, check_accessible, shot, until

KEPT = """(async () => { const found = {};
    for (const name of await caches.keys()) found[name] = (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname + new URL(url).search);
    return found; })()"""


def kept(page: Page) -> dict[str, list[str]]:
    return dict(page.evaluate(KEPT))


def ready(page: Page) -> None:
    page.evaluate("navigator.serviceWorker.ready")
    until(page, "caches.keys().then((names) => names.some((name) => name.startsWith('veivalg-')))")
    page.reload()


def test_topic_pages_and_emergency_numbers(visit: Visitor) -> None:
    visitor = visit()
    visitor.expected = ["ERR_INTERNET_DISCONNECTED", "Failed to fetch"]
    page = visitor.open("/t/kvp?k=1806")
    ready(page)
    page.goto(f"{visitor.url}/t/mentor?m=nn")
    until(page, "caches.open('veivalg-read').then((cache) => cache.keys()).then((kept) => kept.length >= 2)")
    assert sorted(kept(page)["veivalg-read"]) == ["/t/kvp", "/t/mentor?m=nn"], "kept as anyone gets it, without the municipality"
    visitor.context.set_offline(True)

    page.goto(f"{visitor.url}/t/kvp?k=1806")
    expect(page.get_by_role("heading", level=1)).to_have_text("Kvalifiseringsprogrammet (KVP)")
    assert "Narvik" not in page.content()
    assert page.evaluate("getComputedStyle(document.body).display") == "flex", "with its style"

    page.goto(f"{visitor.url}/t/aap?m=nn")
    expect(page.get_by_role("heading", level=1)).to_have_text("Du er utan nett")
    for number in ("113", "116123", "116111"):
        expect(page.locator(f"a[href='tel:{number}']").first).to_be_visible()
    expect(page.get_by_role("link", name="Mentor")).to_be_visible()
    check_accessible(page)
    shot(page, "offline-phone")
    page.get_by_role("link", name="Mentor").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Mentor")
    page.goto(visitor.url)
    expect(page.locator("a[href='tel:113']").first).to_be_visible()


def test_the_pages_of_answers_in_the_chat_can_be_read_again(visit: Visitor) -> None:
    visitor = visit()
    visitor.expected = ["ERR_INTERNET_DISCONNECTED", "Failed to fetch"]
    page = visitor.open("/?k=1806")
    ready(page)
    talk = Talk(page)
    talk.ask("hva er kvp?")
    until(page, "caches.open('veivalg-read').then((cache) => cache.match('/t/kvp')).then(Boolean)")
    assert kept(page)["veivalg-read"] == ["/t/kvp"], "as anyone gets it"
    visitor.context.set_offline(True)
    other = visitor.open("/t/kvp?k=1806")
    expect(other.get_by_role("heading", level=1)).to_have_text("Kvalifiseringsprogrammet (KVP)")
    visitor.context.set_offline(False)
    page.locator("#menu > summary").press("Enter")
    page.get_by_role("button", name="Slett samtalen").press("Enter")
    expect(talk.log).to_be_empty()
    until(page, "caches.has('veivalg-read').then((there) => !there)")


def test_nothing_of_a_conversation_is_kept(visit: Visitor) -> None:
    page = visit().open("/?k=1806")
    ready(page)
    talk = Talk(page)
    talk.ask("hva er kvp? jeg bor i Bodø")
    everything = [url for urls in kept(page).values() for url in urls]
    assert everything
    assert not [url for url in everything if "/api/" in url or "k=" in url or url == "/" or url.startswith("/?")]
    texts = page.evaluate(
        "(async () => { let all = ''; for (const name of await caches.keys()) { const cache = await caches.open(name); for (const key of await cache.keys()) all += await (await cache.match(key)).text(); } return all; })()"
    )
    assert "jeg bor i Bodø" not in texts
    assert page.evaluate("[localStorage.length, Object.keys(sessionStorage)]") == [0, ["veivalg"]], "the tab alone keeps it"
    assert page.evaluate("indexedDB.databases()") == []


def test_answers_from_the_chat_can_be_read_without_a_network(visit: Visitor) -> None:
    visitor = visit()
    visitor.expected = ["ERR_INTERNET_DISCONNECTED", "Failed to fetch"]
    page = visitor.open("/?k=1806")
    ready(page)
    talk = Talk(page)
    talk.ask("hva er kvp?")
    until(page, "caches.open('veivalg-read').then((cache) => cache.match('/t/kvp')).then(Boolean)")
    talk.ask("jeg orker ikke leve mer")
    talk.ask("takk for hjelpen")
    page.wait_for_timeout(500)
    assert kept(page)["veivalg-read"] == ["/t/kvp"], "neither what weighs nor small talk, and without the municipality"
    visitor.context.set_offline(True)
    page.goto(f"{visitor.url}/t/kvp?k=1806")
    expect(page.get_by_role("heading", level=1)).to_have_text("Kvalifiseringsprogrammet (KVP)")
    page.goto(visitor.url)
    expect(page.get_by_role("link", name="Kvalifiseringsprogrammet (KVP)")).to_be_visible()


def test_what_was_kept_of_a_conversation_goes_when_it_is_deleted(visit: Visitor) -> None:
    page = visit().open("/")
    ready(page)
    talk = Talk(page)
    talk.ask("hva er kvp?")
    until(page, "caches.open('veivalg-read').then((cache) => cache.match('/t/kvp')).then(Boolean)")
    page.locator("#menu > summary").click()
    page.get_by_role("button", name="Slett samtalen").click()
    expect(talk.log.locator(".card")).to_have_count(0)
    until(page, "caches.has('veivalg-read').then((has) => !has)")


def test_the_emergency_numbers_are_those_of_the_last_visit(visit: Visitor) -> None:
    """A number changed, the programme did not: the file of the service worker is the same as before."""
    visitor = visit()
    visitor.expected = ["ERR_INTERNET_DISCONNECTED", "Failed to fetch"]
    page = visitor.open("/")
    ready(page)
    page.evaluate(
        "caches.keys().then(async (names) => { const cache = await caches.open(names.find((name) => name !== 'veivalg-read'));"
        " await cache.put('/frakoblet', new Response('<title>x</title>gammelt nummer', {headers: {'Content-Type': 'text/html'}})); })"
    )
    wire = visitor.context.new_cdp_session(page)
    wire.send("ServiceWorker.enable")
    wire.send("ServiceWorker.stopAllWorkers")  # as on another day
    page.goto(f"{visitor.url}/svar")
    until(page, "caches.match('/frakoblet').then((kept) => kept.text()).then((text) => !text.includes('gammelt nummer'))")
    visitor.context.set_offline(True)
    page.goto(visitor.url)
    expect(page.locator("a[href='tel:113']").first).to_be_visible()


def test_the_newest_is_read_while_there_is_a_network(visit: Visitor) -> None:
    visitor = visit()
    page = visitor.open("/t/kvp")
    ready(page)
    until(page, "caches.open('veivalg-read').then((cache) => cache.match('/t/kvp')).then(Boolean)")
    page.evaluate(
        "caches.open('veivalg-read').then((cache) => cache.put('/t/kvp', new Response('<title>gammelt</title>', {headers: {'Content-Type': 'text/html'}})))"
    )
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kvalifiseringsprogrammet (KVP)")
