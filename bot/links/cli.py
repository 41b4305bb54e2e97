"""`python -m bot links`: check every address and tell what to mend."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from bot import clock
from bot.links.addresses import FOLDERS, Address, find_addresses
from bot.links.checker import Checker, Manners, Result
from bot.links.results import Record, load_records, report, save_records, updated, wants_mending
from bot.settings import ROOT, Settings, SettingsError

RESULTS = ROOT / "var" / "links.json"


def main(argv: list[str]) -> int:
    """Check, keep the results, report; 1 when an address is gone, 2 when there is no network or the command is wrong."""
    parser = argparse.ArgumentParser(prog="python -m bot links", description="Check every address in answers and contacts.")
    parser.add_argument("--report", action="store_true", help="only tell what the last run found; needs no network")
    parser.add_argument("--only", metavar="TEXT", help="only addresses that contain this")
    parser.add_argument("--max-age", type=int, default=0, metavar="DAYS", help="leave out those that worked this lately")
    parser.add_argument("--delay", type=float, default=1.0, metavar="S", help="seconds between requests to one host")
    parser.add_argument("--per-host", type=int, default=1, metavar="N", help="requests at once to one host")
    parser.add_argument("--concurrent", type=int, default=16, metavar="N", help="requests at once over all hosts")
    parser.add_argument("--timeout", type=float, default=20.0, metavar="S", help="seconds for one request")
    parser.add_argument("--results", type=Path, default=RESULTS, metavar="FILE", help="where results are kept")
    parser.add_argument("--data", type=Path, action="append", metavar="DIR", help="where to look for addresses")
    arguments = parser.parse_args(argv)
    try:
        settings = Settings.load()
    except SettingsError as error:
        print(error, file=sys.stderr)
        return 2
    folders = arguments.data or list(FOLDERS)
    if settings.local_dir and not arguments.data:
        folders.append(settings.local_dir)
    addresses = [a for a in find_addresses(folders) if not arguments.only or arguments.only in a.url]
    known, today = load_records(arguments.results), clock.today()
    if not arguments.report:
        agent = f"Veivalg-lenkesjekk/1.0{f' (+{settings.public_url})' if settings.public_url else ''}"
        manners = Manners(arguments.concurrent, arguments.per_host, arguments.delay, arguments.timeout, user_agent=agent)
        waiting = [a for a in addresses if not _is_fresh(known.get(a.url), today, arguments.max_age)]
        results = asyncio.run(_check(waiting, manners))
        if results and not any(result.answered for result in results):
            print(f"No host answered ({results[0].verdict.reason}): is there a network? Nothing is concluded.", file=sys.stderr)
            return 2
        known = updated(known, results, today)
        if not arguments.only:
            known = {a.url: known[a.url] for a in addresses if a.url in known}
        save_records(arguments.results, known)
    print("\n".join(report(addresses, known)))
    return 1 if wants_mending(addresses, known) else 0


async def _check(addresses: Sequence[Address], manners: Manners) -> list[Result]:
    async with Checker(manners) as checker:
        return await checker.check_all(address.url for address in addresses)


def _is_fresh(record: Record | None, today: date, days: int) -> bool:
    """Whether an address worked so lately that it need not be asked for again."""
    return record is not None and record.kind in ("ok", "moved") and (today - date.fromisoformat(record.checked)).days < days
