"""Every value of a list is checked once, and what is wrong is told in one sentence with what was written."""

from __future__ import annotations

import pytest

from bot.contacts.kinds import BY_SERVICE, Places
from bot.contacts.sheet_reading import SheetRow
from bot.contacts.sheet_values import answer_in, day_in, place_in, refuse_persons, service_in, values_in
from bot.contacts.staff_text import StaffError
from tests.unit.contacts.staff import TODAY, rows

PLACES = Places(rows()["kommuner.csv"])


def row(about: dict[str, str] | None = None, had: dict[str, str] | None = None, **said: str) -> SheetRow:
    return SheetRow(2, about or {}, had or {}, said)


@pytest.mark.parametrize(("field", "text", "value"), [
    ("telefon", "+47 51516900", "51 51 69 00"), ("telefon", "0047 51 51 69 00", "51 51 69 00"), ("telefon", "80012345", "800 12 345"),
    ("telefon", "02800", "02800"), ("telefon", "51.51.69.00", "51 51 69 00"), ("telefon", "-", None),
    ("nettside", "www.nfk.no/ot", "https://www.nfk.no/ot"), ("nettside", "http://nfk.no", "http://nfk.no"), ("epost", "ot@nfk.no", "ot@nfk.no"),
    ("navn", "OT", "OT"),
])  # fmt: skip
def test_a_value_in_the_form_of_our_files(field: str, text: str, value: str | None) -> None:
    assert values_in(row(**{field: text}), BY_SERVICE["ot"]) == {field: value}


@pytest.mark.parametrize(("service", "field", "text", "told"), [
    ("ot", "telefon", "1234", "«1234» er ikke et norsk telefonnummer."),
    ("ot", "telefon", "ring oss", "«ring oss» er ikke et norsk telefonnummer."),
    ("ot", "nettside", "javascript:alert(1)", "er ikke en nettadresse"),
    ("ot", "epost", "ot at nfk", "er ikke en e-postadresse"),
    ("ot", "navn", "O" * 201, "er for lang for «Navn»"),
    ("ot", "navn", "-", "«Navn» kan rettes, men ikke tas bort."),
    ("ot", "apningstid", "9–15", "«Åpningstid» kan ikke endres for Oppfølgingstjenesten."),
])  # fmt: skip
def test_a_wrong_value(service: str, field: str, text: str, told: str) -> None:
    with pytest.raises(StaffError) as error:
        values_in(row(**{field: text}), BY_SERVICE[service])
    assert told in str(error.value)


@pytest.mark.parametrize(("about", "default", "found"), [
    ({"fylke": "46 Vestland"}, None, ("46", ())),
    ({"kommune": "Bodø og Narvik kommune"}, None, ("18", ("1804", "1806"))),
    ({"kommune": "1804, 1806 Narvik"}, "18", ("18", ("1804", "1806"))),
    ({"kommune": "Herøy"}, "15", ("15", ("1515",))),
    ({}, "46", ("46", ())),
    ({}, None, "ikke hvilket fylke"),
    ({"fylke": "Hordaland"}, None, "fylket «Hordaland»"),
    ({"kommune": "Atlantis"}, None, "kommunen «Atlantis»"),
    ({"kommune": "Herøy"}, None, "Flere kommuner heter «Herøy»"),
    ({"kommune": "Oslo"}, "46", "Raden gjelder 03 Oslo, ikke 46 Vestland."),
    ({"kommune": "Oslo;Bergen"}, None, "Raden gjelder 46 Vestland, ikke 03 Oslo."),
    ({"fylke": "18", "kommune": "Bergen"}, None, "Raden gjelder 46 Vestland, ikke 18 Nordland."),
])  # fmt: skip
def test_where_a_row_is_for(about: dict[str, str], default: str | None, found: tuple[str, tuple[str, ...]] | str) -> None:
    if isinstance(found, str):
        with pytest.raises(StaffError) as error:
            place_in(row(about), PLACES, default)
        assert found in str(error.value)
    else:
        assert place_in(row(about), PLACES, default) == found


def test_service_answer_and_day() -> None:
    assert service_in(row({"tjeneste": "Oppfølgingstenesta"}), None) == "ot"
    assert service_in(row(), "ot") == "ot"
    with pytest.raises(StaffError, match="«Bowling» er ikke en tjeneste"):
        service_in(row({"tjeneste": "Bowling"}), "ot")
    with pytest.raises(StaffError, match="er ikke en tjeneste"):
        service_in(row({"tjeneste": "Nasjonal side"}), None)
    assert [answer_in(row({"svar": text})) for text in ("Stemmer", "finst ikkje")] == ["stemmer", "finnes_ikke"]
    assert answer_in(row()) is None
    with pytest.raises(StaffError, match="«kanskje» forstår vi ikke"):
        answer_in(row({"svar": "kanskje"}))
    assert [day_in(row({"dato": text}), TODAY) for text in ("3.11.2026", "2026-11-03")] == ["2026-11-03"] * 2
    assert day_in(row(), TODAY) == "2026-11-29"
    for wrong in ("30.11.2026", "31.02.2026", "i går", "1.1.1899"):
        with pytest.raises(StaffError, match="er ikke en dato"):
            day_in(row({"dato": wrong}), TODAY)


MOBILE = "91 23 45 67"
SERVES = {"tjenestemobil": "ja"}


@pytest.mark.parametrize(("about", "said", "told"), [
    ({}, {"navn": "OT Bodø", "telefon": MOBILE}, "skriver du «ja»"),
    ({"tjenestemobil": "nei"}, {"navn": "OT Bodø", "telefon": MOBILE}, "skriver du «ja»"),
    (SERVES, {"navn": "Kari Nordmann", "telefon": MOBILE}, "Slike nummer tar vi ikke imot"),
    ({**SERVES, "person": "Kari Nordmann"}, {"telefon": MOBILE}, "Slike nummer tar vi ikke imot"),
    ({"person": "Kari Nordmann"}, {"navn": "OT Bodø", "telefon": MOBILE}, "skriver du «ja»"),
    ({}, {"navn": "Kari Nordmann", "telefon": "75 65 00 01"}, "ser ut som navnet på en person"),
    ({}, {"navn": "OT Bodø", "epost": "kari.nordmann@nfk.no"}, "ser ut som adressen til en person"),
    (SERVES, {"navn": "OT Bodø", "merknad_nb": "Ring Kari på 912 34 567"}, "Det står et mobilnummer i «Merknad (bokmål)»"),
])  # fmt: skip
def test_a_private_person_is_refused(about: dict[str, str], said: dict[str, str], told: str) -> None:
    with pytest.raises(StaffError) as error:
        refuse_persons(row(about, **said), said)
    assert told in str(error.value)


def test_a_service_may_have_a_mobile_of_its_own() -> None:
    said = {"navn": "OT Bodø", "telefon": MOBILE}
    refuse_persons(row(SERVES, **said), said)
    refuse_persons(row({**SERVES, "person": "Kari Nordmann"}, **said), said)
    refuse_persons(row(SERVES, had={"navn": "OT Bodø"}, telefon=MOBILE), {"telefon": MOBILE})
