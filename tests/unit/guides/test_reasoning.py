"""What holds, what is open, and whether a fact can still matter, on a small table."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.unit.guides.small_table import GOOD, TODAY, load_small, outcomes_of


def test_what_follows_in_any_case_still_needs_a_reason(tmp_path: Path) -> None:
    """«ung» is certain for a person of 22 whatever the job, but not yet why: the job is asked for."""
    answer = load_small(tmp_path, GOOD.replace("    usikker: true\n", "")).evaluate({"fodt": 2004, "praksis": 0}, TODAY)
    assert answer.outcomes == ()
    assert answer.missing == ("jobb",)


def test_nothing_is_asked_that_cannot_matter(tmp_path: Path) -> None:
    guide = load_small(tmp_path)
    older = guide.evaluate({"fodt": 1990, "praksis": 5}, TODAY)
    assert older.missing == ("jobb",), "one who does not know about the job is told to talk to someone"
    assert guide.evaluate({"fodt": 1990, "jobb": "nei"}, TODAY).missing == ("praksis",)
    assert guide.evaluate({"jobb": "nei", "fodt": 1990, "praksis": 1}, TODAY).done
    assert guide.evaluate({"jobb": "nei", "fodt": 1990}, date(2024, 12, 31)).done, "practice did not count then"


def test_otherwise_follows_only_when_nothing_else_does(tmp_path: Path) -> None:
    guide = load_small(tmp_path)
    assert outcomes_of(guide, jobb="nei", fodt=1990, praksis=0) == ["annet"]
    assert outcomes_of(guide, jobb="vet_ikke", fodt=1990, praksis=0) == [], "not sure is not the same as no"
    assert outcomes_of(guide, date(2024, 12, 31), jobb="nei", fodt=1990, praksis=9) == ["annet"]
