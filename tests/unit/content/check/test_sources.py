"""Every answer and figure says where it is from, and that somebody looked lately."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.content.check import check_content
from tests.unit.content.check.faults import FIGURES, KVP, Fault, found
from tests.unit.content.content_example import write

FAULTS: list[Fault] = [
    ("source-place", KVP, '"Loven § 1"', '"Loven"', "«Loven» needs a §"),
    ("source-place", KVP, '"Loven § 1", url: "https://lovdata.no/x"', '"Rapporten", url: null', "a report its kap. or side"),
    ("source-address", KVP, 'url: "https://lovdata.no/x"', "url: null", "give its url, or the reason in unlinked.yml"),
    ("source-date", KVP, "sjekket: 2026-11-01", "sjekket: 2026-12-24", "is in the future"),
    ("source-place", KVP, "neste: [hilsen]", 'fasettkilder: {penger: [{tittel: "Loven", url: "https://lovdata.no/x", sjekket: 2026-11-01}]}\nneste: [hilsen]', "«Loven» needs a §"),
    ("source-stale", FIGURES, "sjekket: 2026-11-01", "sjekket: 2025-10-01", "read the source again"),
    ("check-due", KVP, "sjekkes_innen: 2027-05-01", "sjekkes_innen: 2026-11-22", "the check was due 2026-11-22"),
    ("check-soon", KVP, "sjekkes_innen: 2027-05-01", "sjekkes_innen: 2026-12-01", "to be checked by 2026-12-01"),
    ("check-span", KVP, "sjekkes_innen: 2027-05-01", "sjekkes_innen: 2028-05-01", "more than a year after"),
    ("begins-far", KVP, "gjelder_fra: 2019-01-01", "gjelder_fra: 2029-01-01", "put the new one under kommer"),
    ("coming-begun", KVP, "neste: [hilsen]", "kommer: [{gjelder_fra: 2026-08-01, nb: Nytt., nn: Nytt., en: New.}]\nneste: [hilsen]", "began 2026-08-01"),
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault[0]}: {fault[4]}")
def test_each_fault_is_found_where_it_is(tmp_path: Path, fault: Fault) -> None:
    assert found(tmp_path, fault)


@pytest.mark.parametrize(("days", "rule"), [(31, None), (30, "check-soon"), (0, "check-soon"), (-1, "check-due")])
def test_the_check_by_date(tmp_path: Path, days: int, rule: str | None) -> None:
    on = date(2027, 5, 1) - timedelta(days=days)
    rules = {f.rule for f in check_content(write(tmp_path), on) if f.path.name == "kvp.yml"}
    assert rules == ({rule} if rule else set())
