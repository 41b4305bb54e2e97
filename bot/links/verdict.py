"""What an answer from the web says of an address: alive, moved, gone, or hidden from machines."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Literal
from urllib.parse import urlsplit

Kind = Literal["ok", "moved", "soft_404", "dead", "blocked", "unsure"]
"""
ok: it leads to a page. moved: it does, by a permanent redirect – write the new address.
soft_404: the page says that it is gone, with a status that says it is there. dead: it is gone.
blocked: machines are kept out; a person must look. unsure: no answer that settles it; try again later.
"""

NEEDS_MENDING: frozenset[Kind] = frozenset({"dead", "soft_404"})


@dataclass(frozen=True)
class Hop:
    """One redirect: its status and where it led."""

    status: int
    url: str


@dataclass(frozen=True)
class Response:
    """The last answer of a chain of redirects."""

    url: str
    """The address that was asked for first."""
    status: int
    headers: Mapping[str, str]
    body: str
    """The beginning of the page when it is HTML, else empty."""
    hops: tuple[Hop, ...] = ()

    @property
    def final(self) -> str:
        """Where the chain ended."""
        return self.hops[-1].url if self.hops else self.url


@dataclass(frozen=True)
class Verdict:
    """What we hold of an address, and why in a few words."""

    kind: Kind
    reason: str


_GONE = re.compile(
    r"\b404\b|\bnot[ -]found\b|\bside[nr]? (?:du (?:leter|ser|søker) etter |som )?(?:\w+ )?(?:finnes|eksisterer) ikke|"
    r"\b(?:fant|finner) (?:vi )?(?:dessverre )?ikke (?:siden|den siden|innholdet)|\bside(?:n)? (?:ble )?ikke funnet|"
    r"\b(?:fann|finn) (?:vi )?(?:diverre )?ikkje (?:sida|den sida|innhaldet)|\bsida (?:du (?:leitar|ser) etter )?finst ikkje|"
    r"\bsid[ea]n? er (?:borte|flyttet|flytta|slettet|sletta|fjernet|fjerna)|\bfinnes ikke lenger|\bfinst ikkje lenger|"
    r"\bpage (?:you (?:are|were) looking for|does not exist|doesn[’']t exist|is no longer|has been removed)|"
    r"\bno longer (?:available|exists)",
    re.IGNORECASE,
)
"""Words of pages that say they are gone, in bokmål, nynorsk and English."""

_GONE_PATH = re.compile(r"/(?:404|not-?found|ikke-?funnet|ikkje-?funne|side-ikke-funnet|error|feil)(?:[./?]|$)", re.IGNORECASE)
_CHALLENGE = re.compile(
    r"just a moment|attention required|access denied|verify (?:that )?you are (?:a )?human|are you a robot|captcha|"
    r"checking your browser|enable javascript and cookies to continue|incapsula|request blocked|unusual traffic",
    re.IGNORECASE,
)
_GUARD_HEADERS = ("cf-mitigated", "x-datadome", "x-iinfo", "x-amzn-waf-action", "x-px-block")


def judge(response: Response) -> Verdict:
    """The verdict on an answer."""
    status, page = response.status, read_page(response.body)
    guarded = _is_challenge(response, page)
    if status in (404, 410):
        return Verdict("dead", f"status {status}")
    if status in (403, 429, 999) or (guarded and status in (200, 401, 406, 503)):
        return Verdict("blocked", f"status {status}: machines are kept out; open it in a browser")
    if status >= 400 or status < 200 or 300 <= status < 400:
        return Verdict("unsure", f"status {status}")
    if reason := _soft_404(response, page):
        return Verdict("soft_404", reason)
    permanent = response.hops and all(hop.status in (301, 308) for hop in response.hops)
    if permanent and not _same_place(response.url, response.final):
        return Verdict("moved", f"has moved to {response.final}")
    return Verdict("ok", f"status {status}" + (f" at {response.final}" if response.hops else ""))


@dataclass(frozen=True)
class Page:
    """What a reader sees first of an HTML page."""

    title: str
    heading: str
    text: str


def read_page(body: str) -> Page:
    """The title, first heading and beginning of the text."""
    reader = _Reader()
    reader.feed(body)
    return Page(" ".join(reader.title.split()), " ".join(reader.heading.split()), " ".join(reader.text.split())[:600])


def _soft_404(response: Response, page: Page) -> str | None:
    for part in (page.title, page.heading):
        if match := _GONE.search(part):
            return f"the page says «{match.group(0)}»"
    if len(page.text) < 400 and (match := _GONE.search(page.text)):
        return f"the page says «{match.group(0)}» and little more"
    if response.hops:
        asked, got = urlsplit(response.url), urlsplit(response.final)
        if _GONE_PATH.search(got.path):
            return f"is sent on to {response.final}"
        if len(_steps(asked.path)) > 0 and len(_steps(got.path)) == 0 and not got.query:
            return f"is sent on to the front page {response.final}"
    return None


def _steps(path: str) -> list[str]:
    """The steps of a path; one that only chooses a language counts as none."""
    return [step for step in path.split("/") if step and step not in ("no", "nb", "nn", "en", "nb-NO", "nn-NO", "index.html")]


def _is_challenge(response: Response, page: Page) -> bool:
    headers = {name.lower() for name in response.headers}
    return any(name in headers for name in _GUARD_HEADERS) or bool(
        _CHALLENGE.search(page.title) or (len(page.text) < 400 and _CHALLENGE.search(page.text))
    )


def _same_place(one: str, other: str) -> bool:
    """True when two addresses differ only in scheme, «www.» or a slash at the end."""

    def bare(url: str) -> tuple[str, str, str]:
        parts = urlsplit(url)
        return parts.netloc.removeprefix("www.").lower(), parts.path.rstrip("/"), parts.query

    return bare(one) == bare(other)


class _Reader(HTMLParser):
    """Collects title, first heading and text; scripts and styles are no text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.title = self.heading = self.text = ""
        self._inside: list[str] = []
        self._headings = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("title", "h1", "script", "style", "noscript", "svg"):
            self._inside.append(tag)
        if tag == "h1":
            self._headings += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in self._inside:
            self._inside.remove(tag)

    def handle_data(self, data: str) -> None:
        if "title" in self._inside and "svg" not in self._inside:
            self.title += data
        elif not {"script", "style", "noscript"} & set(self._inside):
            self.text += f" {data}"
            if "h1" in self._inside and self._headings == 1:
                self.heading += data
