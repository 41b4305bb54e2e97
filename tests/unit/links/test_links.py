"""Link checks, against a local server that plays every fault; no network is needed."""

from __future__ import annotations

import asyncio
import json
import socket
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver

from bot.links.addresses import find_addresses
from bot.links.checker import Checker, Manners, Result
from bot.links.cli import main
from bot.links.results import load_records, report, save_records, updated, wants_mending
from bot.links.verdict import Hop, Response, Verdict, judge, read_page

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


@pytest.fixture(scope="module")
def server() -> Iterator[Played]:
    with playing() as played:
        yield played


def check(*urls: str, manners: Manners = QUICK) -> list[Result]:
    async def run() -> list[Result]:
        async with Checker(manners, LocalResolver()) as checker:
            return await checker.check_all(urls)

    return asyncio.run(run())


@pytest.mark.parametrize(("path", "kind", "reason"), [
    ("/ok", "ok", "status 200"),
    ("/uten-head", "ok", "status 200"),
    ("/head-404", "ok", "status 200"),
    ("/fil.pdf", "ok", "status 200"),
    ("/stor", "ok", "status 200"),
    ("/rart-tegnsett", "ok", "status 200"),
    ("/nesten", "ok", "status 200"),
    ("/midlertidig", "ok", "/ok"),
    ("/skraastrek", "ok", "/skraastrek/"),
    ("/hikke", "ok", "status 200"),
    ("/mange-en-gang", "ok", "status 200"),
    ("/flyttet", "moved", "/ok"),
    ("/kjede", "moved", "to.test"),
    ("/borte", "dead", "404"),
    ("/gone", "dead", "410"),
    ("/ring", "dead", "is sent on more than"),
    ("/til-fil", "dead", "ftp://en.test/fil"),
    ("/myk-nb", "soft_404", "Siden finnes ikke"),
    ("/myk-nn", "soft_404", "fann ikkje sida"),
    ("/myk-en", "soft_404", "not found"),
    ("/myk-kort", "soft_404", "little more"),
    ("/til-forsiden", "soft_404", "front page"),
    ("/til-404", "soft_404", "/404"),
    ("/forbudt", "blocked", "403"),
    ("/mange", "blocked", "429"),
    ("/sky", "blocked", "503"),
    ("/gaate", "blocked", "200"),
    ("/nede", "unsure", "503"),
    ("/feil", "unsure", "500"),
    ("/krever-innlogging", "unsure", "401"),
    ("/sakte", "unsure", "no answer in time"),
])  # fmt: skip
def test_every_fault_is_told_apart(server: Played, path: str, kind: str, reason: str) -> None:
    (result,) = check(server.url(path))
    assert (result.verdict.kind, reason in result.verdict.reason) == (kind, True), result


def test_redirects_are_recorded(server: Played) -> None:
    (result,) = check(server.url("/kjede"))
    assert result.hops == (Hop(301, server.url("/kjede2")), Hop(308, server.url("/ok", "to.test")))
    assert result.final == server.url("/ok", "to.test")


def test_head_first_and_no_more_is_fetched_than_needed(server: Played) -> None:
    server.asked.clear()
    check(server.url("/fil.pdf"), server.url("/uten-head"))
    assert Counter(server.asked) == {
        ("HEAD", "en.test", "/fil.pdf"): 1, ("HEAD", "en.test", "/uten-head"): 1, ("GET", "en.test", "/uten-head"): 1,
    }  # fmt: skip
    assert server.agents == {"Veivalg-lenkesjekk/test"}


def test_a_host_is_asked_gently_while_others_are_asked_too(server: Played) -> None:
    server.starts.clear()
    server.most.clear()
    manners = Manners(concurrent=8, per_host=1, delay=0.08, timeout=2.0)
    urls = [server.url(f"/treg-liten?{n}", host) for host in ("a.test", "b.test", "c.test") for n in range(3)]
    results = check(*urls, manners=manners)
    assert {result.verdict.kind for result in results} == {"ok"}
    for host in ("a.test", "b.test", "c.test"):
        starts = server.starts[host]
        assert server.most[host] == 1, "two requests at once"
        assert len(starts) == 6
        assert min(later - earlier for earlier, later in pairwise(starts)) >= 0.07
    firsts, lasts = zip(*((starts[0], starts[-1]) for starts in server.starts.values()), strict=True)
    assert max(firsts) < min(lasts), "the hosts waited for each other"


def test_no_host_and_no_network(server: Played) -> None:
    gone = check("http://finnes.ikke/x", server.url("/ok"))[0]
    assert gone.verdict == Verdict("dead", "there is no such host")
    alone = check("http://finnes.ikke/x")[0]
    assert (alone.verdict.kind, alone.answered) == ("unsure", False), "without a network nothing is concluded"
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        refused = check(f"http://en.test:{closed.getsockname()[1]}/")[0]
    assert refused.verdict.kind == "unsure"
    assert "cannot be reached" in refused.verdict.reason


@pytest.mark.parametrize(("status", "headers", "title", "kind"), [
    (404, {"cf-mitigated": "challenge"}, "Just a moment", "dead"),
    (200, {"X-Iinfo": "1"}, "", "blocked"),
    (999, {}, "", "blocked"),
    (304, {}, "", "unsure"),
])  # fmt: skip
def test_judging_an_answer(status: int, headers: dict[str, str], title: str, kind: str) -> None:
    assert judge(Response("https://x.no/a", status, headers, page(title))).kind == kind


def test_a_page_is_read_as_a_reader_sees_it() -> None:
    read = read_page("<title>Tittel</title><svg><title>404</title></svg><script>not found</script><h1>En <b>ting</b></h1><h1>To</h1><p>Her")
    assert (read.title, read.heading) == ("Tittel", "En ting")
    assert "not found" not in read.text


def test_results_are_kept_with_dates(tmp_path: Path) -> None:
    url, path = "https://x.no/a", tmp_path / "links.json"
    ok, dead = (Result(url, Verdict(kind, "…"), 200, url) for kind in ("ok", "dead"))  # type: ignore[arg-type]
    records = updated({}, [ok], date(2026, 11, 1))
    for day in (10, 20):
        save_records(path, updated(records, [dead], date(2026, 11, day)))
        records = load_records(path)
    record = records[url]
    assert (record.kind, record.checked, record.since, record.last_ok) == ("dead", "2026-11-20", "2026-11-10", "2026-11-01")
    assert load_records(tmp_path / "none.json") == {}
    path.write_text("{broken", encoding="utf-8")
    assert load_records(path) == {}


def test_addresses_are_found_with_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(
        'url: "https://x.no/a"\n# https://x.no/comment\nnb: Se nav.no/aap. Skriv til post@x.no eller ring.\nc: {url: "https://x.no/a", d: 1}\n',
        encoding="utf-8",
    )
    (tmp_path / "b.csv").write_text('navn,url\n"A, B","https://y.no/b?x=1,2"\n', encoding="utf-8")
    found = {address.url: [place.rsplit("/", 1)[1] for place in address.places] for address in find_addresses([tmp_path])}
    assert found == {"https://x.no/a": ["a.yml:1", "a.yml:4"], "https://nav.no/aap": ["a.yml:3"], "https://y.no/b?x=1,2": ["b.csv:2"]}


def test_our_own_addresses_are_found() -> None:
    urls = {address.url for address in find_addresses()}
    assert {"https://lovdata.no/lov/2023-06-09-30", "https://nav.no/aap"} <= urls
    assert not [url for url in urls if url.endswith((".", ",", ")", ";", '"', "'"))]


def _data(folder: Path, *urls: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "a.yml").write_text("".join(f'- "{url}"\n' for url in urls), encoding="utf-8")
    return folder


def test_the_command(server: Played, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def local(path: str) -> str:
        return f"http://127.0.0.1:{server.port}{path}"

    data = _data(tmp_path / "data", local("/ok"), local("/flyttet"), local("/borte"), local("/forbudt"))
    common = ["--data", str(data), "--results", str(tmp_path / "links.json")]
    assert main([*common, "--delay", "0"]) == 1
    shown = capsys.readouterr().out.splitlines()
    assert shown[-1] == "4 addresses: 1 ok, 1 dead, 0 soft_404, 1 moved, 1 blocked, 0 unsure"
    assert [line.split(": ")[0].rsplit("/", 1)[1] for line in shown[:-1]] == ["a.yml:3", "a.yml:2", "a.yml:4"]
    assert "find its new address" in shown[0]
    assert "write the new address" in shown[1]
    assert len(json.loads((tmp_path / "links.json").read_text(encoding="utf-8"))) == 4

    server.asked.clear()
    assert main([*common, "--report"]) == 1
    assert server.asked == [], "a report asks nobody"
    assert main([*common, "--delay", "0", "--max-age", "30"]) == 1
    assert {path for _, _, path in server.asked} == {"/borte", "/forbudt"}, "what worked lately is not asked for again"
    _data(data, local("/ok"))
    assert main([*common, "--delay", "0", "--max-age", "30"]) == 0
    assert set(load_records(tmp_path / "links.json")) == {local("/ok")}, "addresses no longer in use are forgotten"


def test_without_a_network_the_results_stay(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        data = _data(tmp_path / "data", f"http://127.0.0.1:{closed.getsockname()[1]}/")
        results = tmp_path / "links.json"
        results.write_text("{}", encoding="utf-8")
        assert main(["--data", str(data), "--results", str(results), "--delay", "0"]) == 2
    assert "is there a network?" in capsys.readouterr().err
    assert results.read_text(encoding="utf-8") == "{}"


def test_the_report_names_what_to_do() -> None:
    addresses = find_addresses()[:1]
    records = updated({}, [Result(addresses[0].url, Verdict("soft_404", "the page says «not found»"), 200)], date(2026, 11, 1))
    lines = list(report(addresses, records))
    assert len(lines) == len(addresses[0].places) + 1
    assert wants_mending(addresses, records)
