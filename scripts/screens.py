"""Makes the pictures of `docs/screens` anew, from a running assistant, and the icons: `make screens`.

WebP, as the browser itself writes it: some 20 kB each, and no library more.
"""

from __future__ import annotations

import base64
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, Page, sync_playwright

from scripts.icons import draw
from tests.browser.conftest import DESKTOP, Talk, chromium
from tests.conftest import ROOT, start_server, stop_server

FOLDER = ROOT / "docs" / "screens"
QUALITY = 72
PHONE = {"width": 390, "height": 844}
SMALL = {"width": 360, "height": 740}
A4 = {"width": 840, "height": 1250}
RESULT = "/veileder/hvilken_rett?vgo=ingen&grunnskole=ja&opphold=lovlig&fodt=2009&jobb_eller_skole=nei&k=1806"


def _asking(*texts: str) -> Callable[[Page], None]:
    def act(page: Page) -> None:
        for text in texts:
            Talk(page).ask(text)

    return act


def _summary(page: Page) -> None:
    _asking("er 26 og fikk aldri fullført vgs, kan jeg ta det gratis nå?")(page)
    page.locator("#menu > summary").click()
    page.locator("#summary").click()
    page.locator("#sheet").wait_for()


@dataclass(frozen=True)
class Screen:
    """One picture."""

    path: str
    size: dict[str, int]
    act: Callable[[Page], None] = lambda page: None
    scheme: Literal["light", "dark"] = "light"


SCREENS = {
    "phone": Screen("/", SMALL),
    "desktop": Screen("/?k=1806", DESKTOP, _asking("er 26 og fikk aldri fullført vgs, kan jeg ta det gratis nå?")),
    "dark": Screen("/?k=1806", PHONE, _asking("hva er kvp?"), "dark"),
    "guide": Screen("/veileder/hvilken_rett", PHONE),
    "guide-result": Screen(RESULT, PHONE),
    "crisis": Screen("/", PHONE, _asking("jeg blir slått hjemme")),
    "summary": Screen("/?k=1806", PHONE, _summary),
    "poster": Screen("/plakat?tema=ot&k=1806&m=nn", A4),
    "topic": Screen("/t/rett_fullforing?k=1806", PHONE),
}


def take(browser: Browser, url: str, screen: Screen, file: Path) -> None:
    """One picture, as large as its window."""
    settings: dict[str, Any] = {"viewport": screen.size, "color_scheme": screen.scheme, "reduced_motion": "reduce", "locale": "nb-NO"}
    context = browser.new_context(**settings, timezone_id="Europe/Oslo")
    page = context.new_page()
    page.goto(url + screen.path)
    screen.act(page)
    page.evaluate("document.activeElement.blur()")
    page.wait_for_timeout(500)  # let scrolling come to rest
    shot = context.new_cdp_session(page).send("Page.captureScreenshot", {"format": "webp", "quality": QUALITY})
    file.write_bytes(base64.b64decode(shot["data"]))
    context.close()


def main() -> None:
    """Take every picture."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        # Printed addresses are those of a site people could visit.
        server = start_server(Path(folder), VEIVALG_PUBLIC_URL="https://veivalg.example.no")
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        draw(browser)
        for name, screen in SCREENS.items():
            file = FOLDER / f"{name}.webp"
            take(browser, server.url, screen, file)
            print(f"{file.relative_to(ROOT)}: {file.stat().st_size / 1000:.0f} kB")
        browser.close()
        stop_server(server)


if __name__ == "__main__":
    main()
