"""What a visitor has to fetch, gzipped: ours against three chat widgets from npm.

    .venv-dev/bin/python -m bench.weights

Ours: what a real Chromium fetches on a first visit. Theirs: the files a page must load, by each package's own README; none of them
counts what the page around it weighs. Needs npm, Chromium and a trained model.
"""

from __future__ import annotations

import gzip
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, Request, sync_playwright

from tests.browser.conftest import chromium
from tests.conftest import start_server, stop_server

PEERS = {
    "@navikt/nav-chatbot": ("umd/nav-chatbot.min.js", "umd/main.*.css"),
    "deep-chat": ("dist/deepChat.bundle.js",),
    "rasa-webchat": ("lib/index.js",),
}
"""Package → the files a page loads (`unpkg.com/rasa-webchat/lib/index.js` is what its README embeds)."""

BUDGETS = {"loader": 3_000, "chat page": 50_000}
"""The most that ours may weigh, in bytes gzipped."""


def packed(body: bytes) -> int:
    """Bytes, gzipped as hard as a server would."""
    return len(gzip.compress(body, 9, mtime=0))


def peer(name: str, folder: Path) -> tuple[str, dict[str, int]]:
    """The version of a package and the weight of each file it makes a page load."""
    made = subprocess.run(["npm", "pack", "--silent", name], cwd=folder, check=True, capture_output=True, text=True)
    archive = made.stdout.split()[-1]
    with tarfile.open(folder / archive) as tar:
        tar.extractall(folder / name.replace("/", "+"), filter="data")
    root = folder / name.replace("/", "+") / "package"
    files = [path for pattern in PEERS[name] for path in sorted(root.glob(pattern))]
    version = archive.removesuffix(".tgz").rpartition("-")[2]
    return version, {path.name: packed(path.read_bytes()) for path in files}


def fetched(page: Page, act: Callable[[], object]) -> dict[str, int]:
    """Everything of ours that the browser fetches while something is done, by name."""
    requests: list[Request] = []
    page.on("requestfinished", lambda request: requests.append(request))
    act()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(500)
    weights = {}
    for request in requests:
        response = request.response()
        if response and response.ok and urlsplit(request.url).scheme == "http" and request.service_worker is None:
            weights[urlsplit(request.url).path.rpartition("/")[2] or "page (HTML)"] = packed(response.body())
    return weights


def ours(url: str) -> dict[str, dict[str, int]]:
    """What a first visit fetches: the loader on a host page, the chat, one topic page."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])

        def visit(act: Callable[[Page], object]) -> dict[str, int]:
            context = browser.new_context(service_workers="block")  # what it keeps for offline use comes afterwards
            page = context.new_page()
            weights = fetched(page, lambda: act(page))
            context.close()
            return weights

        found = {
            "loader": visit(lambda page: page.set_content(f'<script src="{url}/embed.js" async></script>')),
            "chat page": visit(lambda page: page.goto(url)),
            "topic page": visit(lambda page: page.goto(f"{url}/t/kvp?k=1806")),
        }
        browser.close()
    return found


def main() -> int:
    """Print one table; fail when ours is above its budget."""
    rows: list[tuple[str, dict[str, int]]] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        server = start_server(folder)
        try:
            rows += [(f"Veivalg, {what}", weights) for what, weights in ours(server.url).items()]
        finally:
            stop_server(server)
        if shutil.which("npm"):
            for package in PEERS:
                version, weights = peer(package, folder)
                rows.append((f"{package} {version}", weights))
    print("| what | kB gzipped | files |\n|---|---|---|")
    for what, weights in rows:
        files = ", ".join(f"{name} {weight / 1000:.1f}" for name, weight in sorted(weights.items(), key=lambda item: -item[1]))
        print(f"| {what} | {sum(weights.values()) / 1000:.1f} | {files} |")
    over = [
        f"{what}: {sum(weights.values())} > {BUDGETS[key]}"
        for what, weights in rows
        for key in BUDGETS
        if what == f"Veivalg, {key}" and sum(weights.values()) > BUDGETS[key]
    ]
    print(*over, sep="\n")
    return 1 if over else 0


if __name__ == "__main__":
    raise SystemExit(main())
