"""Asks for addresses over the network: many hosts at once, each host gently."""

from __future__ import annotations

import asyncio
import socket
import ssl
import time
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from types import TracebackType
from urllib.parse import urljoin, urlsplit

import aiohttp
from aiohttp.abc import AbstractResolver

from bot.links.verdict import Hop, Response, Verdict, judge

MAX_HOPS = 8
MAX_BODY = 64 * 1024
"""Bytes read of a page: enough for its title and first words."""

RETRY_STATUSES = frozenset({429, 500, 502, 503, 504})


@dataclass(frozen=True)
class Manners:
    """How gently to ask."""

    concurrent: int = 16
    """Requests under way at once, over all hosts."""
    per_host: int = 1
    """Requests under way at once to one host."""
    delay: float = 1.0
    """Seconds between the starts of two requests to one host."""
    timeout: float = 20.0
    """Seconds for one request."""
    longest_wait: float = 30.0
    """Seconds a host may ask us to wait (Retry-After) before we give it up for now."""
    user_agent: str = "Veivalg-lenkesjekk/1.0"


@dataclass(frozen=True)
class Result:
    """What came of one address. `answered` is False when no host sent any answer at all."""

    url: str
    verdict: Verdict
    status: int | None = None
    final: str | None = None
    hops: tuple[Hop, ...] = ()
    answered: bool = True
    no_such_host: bool = False
    """The name of the host leads nowhere."""


@dataclass
class _Host:
    """A host's turns: how many at once, and when the next may start."""

    turns: asyncio.Semaphore
    next_start: float = 0.0
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class NoAnswerError(Exception):
    """No host sent an answer; the message says why."""

    def __init__(self, reason: str, no_such_host: bool = False) -> None:
        super().__init__(reason)
        self.no_such_host = no_such_host


class Checker:
    """Checks addresses. Use as `async with Checker(manners) as checker`.

    Args:
        resolver: finds the address of a host; the system's own when not given.
    """

    def __init__(self, manners: Manners | None = None, resolver: AbstractResolver | None = None) -> None:
        self._manners = manners or Manners()
        self._resolver = resolver
        self._hosts: dict[str, _Host] = {}

    async def __aenter__(self) -> Checker:
        manners = self._manners
        self._all = asyncio.Semaphore(manners.concurrent)
        self._session = aiohttp.ClientSession(
            headers={"User-Agent": manners.user_agent, "Accept": "text/html,*/*;q=0.8", "Accept-Language": "nb,nn,en;q=0.5"},
            timeout=aiohttp.ClientTimeout(total=manners.timeout),
            connector=aiohttp.TCPConnector(limit=manners.concurrent, resolver=self._resolver),
            max_field_size=32 * 1024,
            trust_env=True,
        )
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self._session.close()

    async def check_all(self, urls: Iterable[str]) -> list[Result]:
        """Every address, in the order given. A host that is not found is gone when others answer, else the network is."""
        results = await asyncio.gather(*(self.check(url) for url in urls))
        network = any(result.answered for result in results)
        gone = Verdict("dead", "there is no such host")
        return [replace(r, verdict=gone, answered=True) if r.no_such_host and network else r for r in results]

    async def check(self, url: str) -> Result:
        """One address: HEAD first, then GET when HEAD does not settle it or the page must be read."""
        try:
            response = await self._ask("HEAD", url)
            if response.status >= 400 or _is_html(response):
                response = await self._ask("GET", url)
        except NoAnswerError as error:
            return Result(url, Verdict("unsure", str(error)), answered=False, no_such_host=error.no_such_host)
        except _CircleError as error:
            return Result(url, Verdict("dead", str(error)))
        except aiohttp.InvalidURL:
            return Result(url, Verdict("dead", "is no address"))
        return Result(url, judge(response), response.status, response.final, response.hops)

    async def _ask(self, method: str, url: str) -> Response:
        """The answer at the end of the redirects; a passing fault is tried once more."""
        for attempt in (1, 2):
            try:
                response, wait = await self._follow(method, url)
            except NoAnswerError:
                if attempt == 2:
                    raise
                continue
            if response.status not in RETRY_STATUSES or attempt == 2 or wait > self._manners.longest_wait:
                return response
            await asyncio.sleep(wait)
        raise AssertionError("unreachable")

    async def _follow(self, method: str, url: str) -> tuple[Response, float]:
        hops: list[Hop] = []
        current = url
        while True:
            status, headers, body = await self._request(method, current)
            location = headers.get("Location")
            if status not in (301, 302, 303, 307, 308) or not location:
                return Response(url, status, headers, body, tuple(hops)), _retry_after(headers)
            current = urljoin(current, location).partition("#")[0]
            hops.append(Hop(status, current))
            if len(hops) > MAX_HOPS:
                raise _CircleError(f"is sent on more than {MAX_HOPS} times")
            if urlsplit(current).scheme not in ("http", "https"):
                raise _CircleError(f"is sent on to {current}")

    async def _request(self, method: str, url: str) -> tuple[int, dict[str, str], str]:
        host = self._hosts.setdefault(urlsplit(url).netloc, _Host(asyncio.Semaphore(self._manners.per_host)))
        async with host.turns, self._all:
            await self._wait_for_turn(host)
            try:
                async with self._session.request(method, url, allow_redirects=False) as answer:
                    headers = dict(answer.headers)
                    body = b""
                    if method == "GET" and "html" in answer.headers.get("Content-Type", "").lower():
                        body = await _beginning(answer.content)
                    return answer.status, headers, body.decode(_charset(answer), errors="replace")
            except aiohttp.InvalidURL:
                raise
            except (aiohttp.ClientError, asyncio.TimeoutError, ssl.SSLError, OSError) as error:
                raise NoAnswerError(_why(error), _is_unknown_host(error)) from error

    async def _wait_for_turn(self, host: _Host) -> None:
        async with host.lock:
            now = time.monotonic()
            await asyncio.sleep(max(0.0, host.next_start - now))
            host.next_start = max(now, host.next_start) + self._manners.delay


class _CircleError(Exception):
    """The redirects lead nowhere."""


async def _beginning(content: aiohttp.StreamReader) -> bytes:
    body = b""
    async for chunk in content.iter_chunked(8192):
        body += chunk
        if len(body) >= MAX_BODY:
            break
    return body


def _charset(answer: aiohttp.ClientResponse) -> str:
    try:
        "".encode(answer.charset or "utf-8")
    except LookupError:
        return "utf-8"
    return answer.charset or "utf-8"


def _is_html(response: Response) -> bool:
    return "html" in next((value for name, value in response.headers.items() if name.lower() == "content-type"), "html")


def _retry_after(headers: dict[str, str]) -> float:
    """Seconds a host asks us to wait; a short pause when it does not say."""
    value = next((value for name, value in headers.items() if name.lower() == "retry-after"), "")
    return float(value) if value.isdigit() else 0.5


def _is_unknown_host(error: BaseException) -> bool:
    cause = error.os_error if isinstance(error, aiohttp.ClientConnectorError) else None
    return isinstance(cause, socket.gaierror) and cause.errno in (socket.EAI_NONAME, socket.EAI_NODATA)


def _why(error: BaseException) -> str:
    if isinstance(error, asyncio.TimeoutError):
        return "no answer in time"
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        return "its certificate is not valid"
    if isinstance(error, aiohttp.ClientConnectorError):
        return f"cannot be reached ({error.os_error.strerror or error.os_error})"
    return f"the connection failed ({type(error).__name__})"
