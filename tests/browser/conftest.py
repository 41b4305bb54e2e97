"""A real browser, a server to visit, and host pages that embed the chat."""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Frame, Page, sync_playwright

from tests.conftest import ROOT, Server, free_port, start_server, stop_server

ARTIFACTS = ROOT / "artifacts"
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
EXIT = "https://www.yr.no/"
MORE = re.compile("Mer om dette|Meir om dette|More about this")
AXE_OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}


def chromium() -> str:
    """Where the system's browser is."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    assert path, "The browser tests need Chromium: apt-get install chromium."
    return path


def check_accessible(page: Page | Frame) -> None:
    """axe-core finds nothing, in any of its rules."""
    # What scrolls beneath the header and the text field is for a moment partly covered, which axe takes for small.
    page.evaluate("for (const part of document.querySelectorAll('.chat-top, .compose')) part.style.position = 'static'")
    found = Axe().run(page, options=AXE_OPTIONS)
    page.evaluate("for (const part of document.querySelectorAll('.chat-top, .compose')) part.style.position = ''")
    assert found.violations_count == 0, found.generate_report()


def no_sideways_scrolling(page: Page) -> None:
    """The page is no wider than the window."""
    width, window = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    beyond = "[...document.querySelectorAll('body *')].filter((node) => node.getBoundingClientRect().right > innerWidth + 1).map((node) => node.outerHTML.slice(0, 80))"
    assert width <= window, f"{width} px in a window of {window} px: {page.evaluate(beyond)[:5]}"


def until(page: Page | Frame, expression: str, seconds: float = 10) -> None:
    """Wait until an expression (or the promise it gives) is true; the page's policy forbids Playwright's own way of waiting."""
    for _ in range(int(seconds * 20)):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never true: {expression}")


@dataclass
class Visit:
    """One browser profile on our site, and what it did that no visit may do."""

    url: str
    context: BrowserContext
    allowed: set[str]
    strangers: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)
    """Parts of complaints that a test provokes."""

    def __post_init__(self) -> None:
        self.context.on("request", lambda request: self._requested(request.url))
        self.context.on("console", self._said)
        self.context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        # The one way out, so that no test depends on another site.
        self.context.route(EXIT, lambda route: route.fulfill(body="<title>Været</title>", content_type="text/html"))

    def _requested(self, url: str) -> None:
        where = urlsplit(url)
        if where.scheme.startswith("http") and f"{where.scheme}://{where.netloc}" not in self.allowed and url != EXIT:
            self.strangers.append(url)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(message.text)

    def open(self, path: str = "/") -> Page:
        """A new page of ours, loaded."""
        page = self.context.new_page()
        page.goto(self.url + path)
        return page

    def check(self) -> None:
        """No request to anyone else, no cookie, no error or blocked content."""
        assert not self.strangers, self.strangers
        assert not self.context.cookies(), self.context.cookies()
        left = [text for text in self.complaints if not any(part in text for part in self.expected)]
        assert not left, left


class Talk:
    """The chat as a person uses it."""

    def __init__(self, page: Page | Frame) -> None:
        self.page = page
        self.log = page.locator("#log")
        self.box = page.locator("#text")

    def ask(self, text: str) -> None:
        """Write, press Enter, and wait for the reply."""
        self.box.fill(text)
        self._after(lambda: self.box.press("Enter"))

    def press(self, name: str, key: str = "Enter") -> None:
        """Press a button of the newest cards with the keyboard, and wait for the reply; more of the same is unfolded for it."""
        button = self.log.get_by_role("button", name=name, exact=True).last
        if not button.count():
            self.unfold()
        button.focus()
        self._after(lambda: button.press(key))

    def unfold(self) -> None:
        """Open what more there is of the newest answer."""
        self.log.locator("details:not([open]) > summary", has_text=MORE).last.press("Enter")

    def _after(self, act: Callable[[], Any]) -> None:
        replies = self.log.locator(".card").count()
        act()
        self.log.locator(".card").nth(replies).wait_for()
        self.page.locator("#typing").wait_for(state="hidden")

    @property
    def newest(self) -> Any:
        """The cards after what the person said last."""
        return self.log.locator(".me").last.locator("xpath=following-sibling::*")

    def listen(self) -> None:
        """Begin to note what the live regions say."""
        self.page.evaluate(LISTEN)

    def heard(self) -> list[str]:
        """What has been said since, once it has been quiet."""
        self.page.wait_for_timeout(1500)
        return list(self.page.evaluate("globalThis.heard"))


LISTEN = """() => {
    globalThis.heard = [];
    for (const region of document.querySelectorAll('#live-a, #live-b'))
        new MutationObserver(() => region.textContent && heard.push(region.textContent)).observe(region, { childList: true });
}"""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield running
        running.close()


@dataclass
class Hosts:
    """A web server of someone else: its pages stand in `tests/browser/hosts`, plus what tests write."""

    folder: Path
    port: int
    strict_policy: str | None = None

    @property
    def friend(self) -> str:
        """The origin that may embed us."""
        return f"http://localhost:{self.port}"

    @property
    def stranger(self) -> str:
        """The same pages from an origin that may not."""
        return f"http://127.0.0.1:{self.port}"

    def write(self, name: str, html: str) -> str:
        """A page; returns its path."""
        (self.folder / name).write_text(html, encoding="utf-8")
        return f"/{name}"


@pytest.fixture(scope="session")
def hosts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosts]:
    site = Hosts(tmp_path_factory.mktemp("hosts"), free_port())

    class Handler(SimpleHTTPRequestHandler):
        def end_headers(self) -> None:
            if self.path.startswith("/strict") and site.strict_policy:
                self.send_header("Content-Security-Policy", site.strict_policy)
            super().end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    running = ThreadingHTTPServer(("127.0.0.1", site.port), partial(Handler, directory=str(site.folder)))
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield site
    running.shutdown()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, hosts: Hosts) -> Iterator[Server]:
    running = start_server(tmp_path_factory.mktemp("server"), VEIVALG_EMBED_ORIGINS=hosts.friend, VEIVALG_RATE_PER_MINUTE="10000")
    yield running
    stop_server(running)


Visitor = Callable[..., Visit]


@pytest.fixture
def visit(browser: Browser, server: Server, hosts: Hosts) -> Iterator[Visitor]:
    """`visit(**profile)` gives a fresh profile; everything it did is checked at the end."""
    visits: list[Visit] = []

    def begin(url: str = server.url, **profile: Any) -> Visit:
        settings = {"viewport": PHONE, "locale": "nb-NO", "timezone_id": "Europe/Oslo", **profile}
        visits.append(Visit(url, browser.new_context(**settings), {url, server.url, hosts.friend, hosts.stranger}))
        return visits[-1]

    yield begin
    for done in visits:
        done.check()
        done.context.close()


@pytest.fixture
def chat_page(visit: Visitor) -> Page:
    """The chat on a phone."""
    return visit().open("/")


def shot(page: Page, name: str, full: bool = False) -> None:
    """Keep a picture for people to look at."""
    ARTIFACTS.mkdir(exist_ok=True)
    page.wait_for_timeout(600)  # let scrolling come to rest
    page.screenshot(path=ARTIFACTS / f"{name}.png", full_page=full)
