"""A screen that nobody sees, a browser on it, and a real screen reader (Orca) whose words are read from its debug file."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, sync_playwright

from tests.browser.conftest import EXIT, chromium
from tests.conftest import Server, start_server, stop_server

NEEDED = ("orca", "Xvfb", "dbus-daemon")
MISSING = [name for name in NEEDED if not shutil.which(name)]
SKIPPED = f"No screen reader was heard: {', '.join(MISSING)} is not installed (apt-get install orca xvfb at-spi2-core dbus)."
CUSTOM = Path(__file__).parent / "orca-customizations.py"
SPOKEN = re.compile(r"SPEECH OUTPUT: '(.*?)'(?: ?\{|$| voice=)")
PATIENCE = 60  # seconds within which something must have been said: long, so that only silence fails


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items if MISSING else ():
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.skip(reason=SKIPPED))


@dataclass
class Orca:
    """What the screen reader says."""

    file: Path
    at: int = 0

    def hush(self) -> None:
        """From here on, what was said before does not count."""
        self.at = self.file.stat().st_size

    @property
    def said(self) -> str:
        """All that has been said since."""
        text = self.file.read_bytes()[self.at :].decode("utf-8", "replace")
        return re.sub(r"\s+", " ", " · ".join(match[1] for line in text.splitlines() if (match := SPOKEN.search(line))))

    def hears(self, *parts: str) -> None:
        """Wait until each of these has been said.

        Raises:
            AssertionError: with what was said instead.
        """
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if all(part in self.said for part in parts):
                return
            time.sleep(0.1)
        raise AssertionError(f"never said: {[part for part in parts if part not in self.said]}\nsaid: {self.said}")


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = start_server(tmp_path_factory.mktemp("server"))
    yield running
    stop_server(running)


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[dict[str, str], Orca]]:
    """The environment of programs on the screen, and the screen reader there."""
    folder = tmp_path_factory.mktemp("desk")
    with ExitStack() as stack:

        def start(*command: str, **how: Any) -> subprocess.Popen[bytes]:
            process = subprocess.Popen(command, stderr=(folder / f"{Path(command[0]).name}.log").open("wb"), **how)
            stack.callback(_end, process)
            return process

        reads, writes = os.pipe()
        start("Xvfb", "-displayfd", str(writes), "-screen", "0", "1280x1024x24", "-nolisten", "tcp", pass_fds=(writes,))
        display = os.read(reads, 20).decode().strip()
        environment = {
            **os.environ, "DISPLAY": f":{display}", "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "LC_ALL": "C.UTF-8",
            "GSETTINGS_BACKEND": "memory", "ACCESSIBILITY_ENABLED": "1",
        }  # fmt: skip
        bus = start("dbus-daemon", "--session", "--print-address", "--nofork", env=environment, stdout=subprocess.PIPE)
        assert bus.stdout
        environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()
        prefs = folder / "orca"
        prefs.mkdir()
        shutil.copy(CUSTOM, prefs)
        orca = Orca(folder / "said.txt")
        start("orca", "--replace", "-u", str(prefs), "--debug-file", str(orca.file), env=environment)
        deadline = time.monotonic() + 30
        while not (orca.file.exists() and orca.said):
            assert time.monotonic() < deadline, (folder / "orca.log").read_text()
            time.sleep(0.1)
        yield environment, orca


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()


Begin = Callable[[str], BrowserContext]


@pytest.fixture
def profile(desk: tuple[dict[str, str], Orca]) -> Iterator[Begin]:
    """`profile("nn-NO")` opens a window on the screen."""
    environment, _ = desk
    with sync_playwright() as playwright, ExitStack() as stack:

        def begin(locale: str) -> BrowserContext:
            browser = playwright.chromium.launch(
                executable_path=chromium(),
                headless=False,
                args=["--no-sandbox", "--force-renderer-accessibility", f"--lang={locale}", "--disable-features=Translate"],
                env={**environment},
            )
            stack.callback(browser.close)
            context = browser.new_context(locale=locale, timezone_id="Europe/Oslo")
            context.route(EXIT, lambda route: route.fulfill(body="<title>Været</title>", content_type="text/html"))
            return context

        yield begin


@pytest.fixture
def orca(desk: tuple[dict[str, str], Orca]) -> Orca:
    return desk[1]
