"""What is known of every address, with dates, kept between runs (var/links.json); and the report."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from bot.links.addresses import Address
from bot.links.checker import Result
from bot.links.verdict import NEEDS_MENDING, Kind

DO: dict[Kind, str] = {
    "dead": "find its new address, or another source",
    "soft_404": "find its new address, or another source",
    "moved": "write the new address",
    "blocked": "open it in a browser to see whether it is right",
    "unsure": "try again later",
    "ok": "nothing",
}
"""What an editor does about each kind."""


@dataclass(frozen=True)
class Record:
    """What is known of one address."""

    url: str
    kind: Kind
    reason: str
    status: int | None
    final: str | None
    redirects: tuple[tuple[int, str], ...]
    checked: str
    """The day it was last asked for, ISO 8601."""
    since: str
    """The first day in a row with this verdict."""
    last_ok: str | None
    """The last day it led to a page."""


def load_records(path: Path) -> dict[str, Record]:
    """The records of earlier runs; none when there is no file or it cannot be read."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        return {url: Record(url=url, **{**item, "redirects": tuple((s, u) for s, u in item["redirects"])}) for url, item in raw.items()}
    except (FileNotFoundError, ValueError, TypeError, KeyError):
        return {}


def save_records(path: Path, records: Mapping[str, Record]) -> None:
    """Write the records, whole or not at all."""
    plain = {url: {k: v for k, v in asdict(record).items() if k != "url"} for url, record in sorted(records.items())}
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".tmp")
    draft.write_text(json.dumps(plain, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    draft.replace(path)


def updated(before: Mapping[str, Record], results: Iterable[Result], today: date) -> dict[str, Record]:
    """The records after a run: each verdict with the day it began and the day the address last worked."""
    records = dict(before)
    for result in results:
        old, kind = before.get(result.url), result.verdict.kind
        works = kind in ("ok", "moved")
        records[result.url] = Record(
            url=result.url,
            kind=kind,
            reason=result.verdict.reason,
            status=result.status,
            final=result.final,
            redirects=tuple((hop.status, hop.url) for hop in result.hops),
            checked=today.isoformat(),
            since=old.since if old and old.kind == kind else today.isoformat(),
            last_ok=today.isoformat() if works else (old.last_ok if old else None),
        )
    return records


def report(addresses: Iterable[Address], records: Mapping[str, Record]) -> Iterator[str]:
    """One line for each place whose address wants something done, the worst first; then how many of each kind."""
    known = [(address, records[address.url]) for address in addresses if address.url in records]
    order: tuple[Kind, ...] = ("dead", "soft_404", "moved", "blocked", "unsure")
    for kind in order:
        for address, record in known:
            if record.kind == kind:
                seen = f"; last seen well {record.last_ok}" if record.last_ok and kind not in ("moved",) else ""
                told = f"{address.url} – {kind}, {record.reason} (since {record.since}{seen}): {DO[kind]}"
                yield from (f"{place}: {told}" for place in address.places)
    counts = Counter(record.kind for _, record in known)
    yield f"{len(known)} addresses: " + ", ".join(f"{counts[kind]} {kind}" for kind in ("ok", *order))


def wants_mending(addresses: Iterable[Address], records: Mapping[str, Record]) -> bool:
    """True when an address in use is gone."""
    return any(records[a.url].kind in NEEDS_MENDING for a in addresses if a.url in records)
