"""What is known of every address is kept with dates, and told as work to do."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bot.links.addresses import find_addresses
from bot.links.checker import Result
from bot.links.results import load_records, report, save_records, updated, wants_mending
from bot.links.verdict import Verdict


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


def test_the_report_names_what_to_do() -> None:
    addresses = find_addresses()[:1]
    records = updated({}, [Result(addresses[0].url, Verdict("soft_404", "the page says «not found»"), 200)], date(2026, 11, 1))
    lines = list(report(addresses, records))
    assert len(lines) == len(addresses[0].places) + 1
    assert wants_mending(addresses, records)
