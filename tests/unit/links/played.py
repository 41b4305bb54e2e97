"""A local server that plays every fault, and a checker that asks it; no network is needed."""

from __future__ import annotations

import asyncio
import socket
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from typing import Any

from aiohttp import web
from aiohttp.abc import AbstractResolver

from bot.links.checker import Checker, Manners, Result

QUICK = Manners(concurrent=8, per_host=4, delay=0.0, timeout=0.6, longest_wait=0.3, user_agent="Veivalg-lenkesjekk/test")


def page(title: str, body: str = "Her er det mye å lese. " * 40) -> str:
    return f"<!doctype html><html><head><title>{title}</title></head><body><h1>{title}</h1><p>{body}</p></body></html>"


@dataclass
class Played:
    """A server that plays faults, and what it was asked."""

    port: int = 0
    asked: list[tuple[str, str, str]] = field(default_factory=list)
    """(method, host, path) in order."""
    agents: set[str] = field(default_factory=set)
    starts: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    under_way: Counter[str] = field(default_factory=Counter)
    most: Counter[str] = field(default_factory=Counter)

    def url(self, path: str, host: str = "en.test") -> str:
        return f"http://{host}:{self.port}{path}"

    async def handle(self, request: web.Request) -> web.StreamResponse:
        host = request.host.partition(":")[0]
        self.asked.append((request.method, host, request.path))
        self.agents.add(request.headers["User-Agent"])
        self.starts[host].append(time.monotonic())
        self.under_way[host] += 1
        self.most[host] = max(self.most[host], self.under_way[host])
        try:
            return await self._answer(request)
        finally:
            self.under_way[host] -= 1

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        path, times = request.path, sum(asked[1:] == (request.host.partition(":")[0], request.path) for asked in self.asked)

        def html(text: str, status: int = 200, **headers: str) -> web.Response:
            return web.Response(text=text, status=status, content_type="text/html", headers=headers)

        def to(status: int, where: str) -> web.Response:
            return web.Response(status=status, headers={"Location": where})

        if path == "/sakte":
            await asyncio.sleep(2)
        if path == "/treg-liten":
            await asyncio.sleep(0.05)
        answers: dict[str, Any] = {
            "/": lambda: html(page("Forsiden")),
            "/ok": lambda: html(page("Kvalifiseringsprogrammet")),
            "/uten-head": lambda: web.Response(status=405) if request.method == "HEAD" else html(page("Bare GET")),
            "/head-404": lambda: web.Response(status=404) if request.method == "HEAD" else html(page("Likevel her")),
            "/fil.pdf": lambda: web.Response(body=b"%PDF" + b"0" * 500_000, content_type="application/pdf"),
            "/stor": lambda: html(page("Stor side", "ord " * 400_000)),
            "/flyttet": lambda: to(301, "/ok"),
            "/midlertidig": lambda: to(302, "/ok"),
            "/skraastrek": lambda: to(301, "/skraastrek/"),
            "/skraastrek/": lambda: html(page("Samme sted")),
            "/kjede": lambda: to(301, "/kjede2"),
            "/kjede2": lambda: to(308, self.url("/ok", "to.test")),
            "/ring": lambda: to(302, "/ring2"),
            "/ring2": lambda: to(302, "/ring"),
            "/til-forsiden": lambda: to(302, "/"),
            "/til-404": lambda: to(302, "/404"),
            "/404": lambda: html(page("Velkommen")),
            "/gone": lambda: html(page("Borte"), 410),
            "/borte": lambda: html(page("Siden finnes ikke"), 404),
            "/myk-nb": lambda: html(page("Siden finnes ikke | Kommunen")),
            "/myk-nn": lambda: html(page("Vi fann ikkje sida")),
            "/myk-en": lambda: html(page("Page not found")),
            "/myk-kort": lambda: html(page("Kommunen", "Beklager, siden du leter etter finnes ikke.")),
            "/nesten": lambda: html(page("Når jobben ikke finnes", "Fant du ikke jobb? Her er hjelp. " * 30)),
            "/forbudt": lambda: html(page("Forbidden"), 403),
            "/mange": lambda: html(page("Too many"), 429, **{"Retry-After": "600"}),
            "/mange-en-gang": lambda: web.Response(status=429, headers={"Retry-After": "0"}) if times == 1 else html(page("Nå går det")),
            "/sky": lambda: html(page("Just a moment...", "Checking your browser"), 503, **{"cf-mitigated": "challenge"}),
            "/gaate": lambda: html(page("Nettside", "Verify you are human")),
            "/nede": lambda: web.Response(status=503),
            "/feil": lambda: web.Response(status=500),
            "/hikke": lambda: web.Response(status=502) if times == 1 else html(page("Nå går det")),
            "/krever-innlogging": lambda: web.Response(status=401),
            "/rart-tegnsett": lambda: web.Response(body=page("Står det her").encode("latin-1"), headers={"Content-Type": "text/html; charset=finnes-ikke"}),
            "/til-fil": lambda: to(302, "ftp://en.test/fil"),
        }  # fmt: skip
        return answers.get(path, lambda: html(page("Uventet")))()


class LocalResolver(AbstractResolver):
    """Every `*.test` is this machine; any other name leads nowhere."""

    async def resolve(self, host: str, port: int = 0, family: int = socket.AF_INET) -> list[dict[str, Any]]:
        if not host.endswith(".test"):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return [{"hostname": host, "host": "127.0.0.1", "port": port, "family": family, "proto": 0, "flags": 0}]

    async def close(self) -> None:
        pass


@contextmanager
def playing() -> Iterator[Played]:
    played, ready = Played(), Event()
    loop = asyncio.new_event_loop()

    async def serve() -> None:
        app = web.Application()
        app.router.add_route("*", "/{tail:.*}", played.handle)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        played.port = site._server.sockets[0].getsockname()[1]  # type: ignore[union-attr]
        ready.set()

    serving = loop.create_task(serve())
    thread = Thread(target=loop.run_forever, daemon=True)
    thread.start()
    assert ready.wait(10)
    yield played
    assert serving.exception() is None
    loop.call_soon_threadsafe(loop.stop)
    thread.join(5)


def check(*urls: str, manners: Manners = QUICK) -> list[Result]:
    async def run() -> list[Result]:
        async with Checker(manners, LocalResolver()) as checker:
            return await checker.check_all(urls)

    return asyncio.run(run())


def written_data(folder: Path, *urls: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "a.yml").write_text("".join(f'- "{url}"\n' for url in urls), encoding="utf-8")
    return folder
