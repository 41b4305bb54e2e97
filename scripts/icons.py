"""Draws the PNG icons of `web/static` from `icon.svg`, for home screens that read no SVG: part of `make screens`."""

from __future__ import annotations

from playwright.sync_api import Browser

from tests.conftest import ROOT

STATIC = ROOT / "web" / "static"
TEAL = "#0b5563"
"""The ground of icon.svg."""
SAFE = 0.72
"""How much of a side the drawing takes where the system cuts the icon to a shape of its own (W3C: 80 % of the middle is safe)."""
SIZES = {"icon-192.png": (192, False), "icon-512.png": (512, False), "icon-full-512.png": (512, True), "icon-touch.png": (180, True)}
"""File → its side in pixels, and whether the ground fills it."""


def draw(browser: Browser) -> None:
    """Write every icon anew."""
    drawing = (STATIC / "icon.svg").read_text(encoding="utf-8")
    for name, (side, full) in SIZES.items():
        page = browser.new_page(viewport={"width": side, "height": side})
        inner = round(side * SAFE) if full else side
        page.set_content(
            f"<style>html{{background:{TEAL if full else 'transparent'}}}body{{margin:0;height:100vh;display:grid;place-items:center}}"
            f"svg{{width:{inner}px;height:{inner}px}}</style>{drawing}"
        )
        page.screenshot(path=STATIC / name, omit_background=not full)
        page.close()
