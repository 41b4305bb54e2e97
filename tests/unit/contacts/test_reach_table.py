"""County by county: how each service is reached, and whose number there is."""

from __future__ import annotations

from sqlalchemy.orm import Session

from bot.contacts.reach_table import reach, reach_table
from bot.contacts.tables import SERVICES
from bot.settings import ROOT

MEASURED = ROOT / "docs" / "contacts-measured.md"


def test_every_municipality_is_counted_once_for_every_service(session: Session) -> None:
    found = reach(session)
    assert len(found) == 15
    for service in SERVICES:
        assert sum(services[service].first.total() for services in found.values()) == 357
        assert sum(services[service].ring.total() for services in found.values()) == 357, "a number to press everywhere"


def test_one_county(session: Session) -> None:
    ((name, services),) = reach(session, "46").items()
    assert name == "46 Vestland"
    assert services["fagopplaring"].first == {"own_page": 43}
    assert services["fagopplaring"].ring == {"way_in": 43}


def test_what_differs_within_a_county_is_counted(session: Session) -> None:
    lines = list(reach_table(session, "nn", "18"))
    assert lines[0].startswith("| Fylke | Nav-kontor |")
    assert "| inntak 40, eigen 1 · ring inntak |" in lines[2]
    assert lines[3].startswith("| Kommunar med eit nummer å ringje | 41 av 41 |")


def test_the_table_in_the_documentation_is_todays(session: Session) -> None:
    written = MEASURED.read_text(encoding="utf-8").splitlines()
    missing = [line for line in reach_table(session, "nb") if line not in written]
    assert not missing, "copy what «python -m bot contacts check --table» prints"
