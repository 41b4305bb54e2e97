"""The list of what to look at is short, and says how many there are."""

from __future__ import annotations

from bot.contacts.freshness import findings, looked_at
from bot.contacts.freshness_list import FEW, listed
from bot.contacts.kinds import Places
from tests.unit.contacts.staff import TODAY, rows

PLACES = Places(rows()["kommuner.csv"])


def test_counties_come_one_by_one_with_a_count() -> None:
    found = list(findings(rows(), TODAY))
    lines = list(listed(found, PLACES, looked_at(rows()), "nb"))
    headings = [line for line in lines if line.endswith("rader å se på")]
    assert [line.split()[0] for line in headings] == [*PLACES.counties, "Hele"]
    assert f"{len(found)} av {looked_at(rows())} rader bør noen se på." in lines
    assert all(line.count(", Nav ") < FEW for line in lines)
    assert any(" og " in line and line.endswith(" til") for line in lines)


def test_one_county_is_told_with_every_name_and_the_limits_reason() -> None:
    found = list(findings(rows(), TODAY, "46"))
    lines = list(listed(found, PLACES, looked_at(rows(), "46"), "nn", every=True))
    assert lines[0] == f"46 Vestland – {len(found)} rader å sjå på"
    told = "\n".join(lines)
    for each in found:
        if each.row.get("navn"):
            assert each.row["navn"] in told
    assert "Nav slår saman kontor ved årsskiftet." in told


def test_nothing_to_look_at_is_told() -> None:
    assert list(listed([], PLACES, 3, "nb")) == ["Ingenting å se på."]
