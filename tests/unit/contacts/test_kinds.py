"""Each kind of contact knows its columns, its place and what of it people see."""

from __future__ import annotations

import pytest

from bot.contacts.kinds import BY_FILE, BY_SERVICE, KINDS, Places, municipalities_of, service_of
from bot.contacts.tables import PPT, SERVICES, TABLES
from tests.unit.contacts.staff import rows


def test_every_column_that_a_kind_names_is_there() -> None:
    columns = {table.file: set(table.columns) for table in TABLES}
    for kind in KINDS:
        assert {*kind.fields.values(), *kind.dates, *kind.statuses.values()} <= columns[kind.file], kind.file
        assert {name for fields in kind.dates.values() for name in fields} <= set(kind.fields), kind.file
    assert {*SERVICES, PPT} <= set(BY_SERVICE)


def test_what_nobody_has_seen_is_not_shown() -> None:
    services, office = BY_FILE["fylkestjenester.csv"], BY_FILE["kontor.csv"]
    hidden = {
        **rows()["fylkestjenester.csv"][0],
        "tjeneste": "ot",
        "kommuner": None,
        "telefon": "55 55 33 33",
        "telefon_status": "uverifisert",
    }
    assert services.value(hidden, "telefon") == "55 55 33 33"
    assert not services.shown(hidden, "telefon")
    assert services.shown({**hidden, "telefon_status": "sett"}, "telefon")
    narvik = next(row for row in rows()["kontor.csv"] if row["kommune"] == "1806")
    assert office.shown(narvik, "telefon")
    assert not office.shown({**narvik, "status": "avledet"}, "telefon")
    assert service_of(services, hidden) == "ot"
    assert service_of(office, narvik) == "nav"
    assert municipalities_of(office, narvik) == ("1806",)
    assert municipalities_of(services, hidden) == ()


@pytest.mark.parametrize(("text", "number"), [
    ("46", "46"), ("3", "03"), ("46 Vestland", "46"), ("vestland", "46"), ("Vestland fylkeskommune", "46"),
    ("Møre og Romsdal", "15"), ("Hordaland", None), ("", None), ("99", None),
])  # fmt: skip
def test_a_county_by_number_and_name(text: str, number: str | None) -> None:
    assert Places(rows()["kommuner.csv"]).county(text) == number


@pytest.mark.parametrize(("text", "numbers"), [
    ("1806", ("1806",)), ("1806 Narvik", ("1806",)), ("narvik kommune", ("1806",)), ("301", ("0301",)), ("Oslove", ("0301",)),
    ("Herøy", ("1515", "1818")), ("Atlantis", ()), ("9999", ()),
])  # fmt: skip
def test_a_municipality_by_number_and_name(text: str, numbers: tuple[str, ...]) -> None:
    assert Places(rows()["kommuner.csv"]).municipalities(text) == numbers
