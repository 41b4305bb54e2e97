"""Place resolution: a hand-written corpus, every name in the data, and traps."""

from __future__ import annotations

import csv
import unicodedata
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.contacts import PlaceFinder
from bot.contacts.models import Alias, Kommune, Postnummer, Region

CORPUS = Path(__file__).parent / "places.tsv"
WRITTEN = Path(__file__).parent / "written_places.tsv"
"""Messages by five writers who had seen neither the data nor the code: text, the municipality (`SPØR`: several, `INGEN`: none), type."""

FLOOR = 0.98
WRITTEN_FLOOR = 0.975


def _corpus() -> list[dict[str, str]]:
    with CORPUS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_accuracy_on_the_corpus(finder: PlaceFinder, record_property: pytest.RecordProperty) -> None:
    lines = _corpus()
    assert len(lines) >= 350
    assert sum(line["status"] == "none" for line in lines) >= 120
    wrong = []
    for line in lines:
        place = finder.find(line["text"], expecting_place=line["mode"] == "svar")
        got = (place.status, {ref.nummer for ref in place.kommuner})
        if got != (line["status"], set(filter(None, line["nummer"].split(",")))):
            wrong.append(f"{line['text']!r}: {got}")
    accuracy = 1 - len(wrong) / len(lines)
    record_property("accuracy", accuracy)
    print(f"{accuracy:.1%} of {len(lines)}; wrong:", *wrong, sep="\n  ")
    assert accuracy >= FLOOR, wrong


def test_places_as_people_write_them(finder: PlaceFinder) -> None:
    with WRITTEN.open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert len(lines) >= 600
    wrong = []
    for line in lines:
        place = finder.find(line["text"])
        got = {"found": place.kommuner[0].nummer if place.kommuner else "", "ambiguous": "SPØR", "none": "INGEN"}[place.status]
        wrong += [f"{line['text']!r}: {got}"] if got != line["expected"] else []
    assert len(wrong) <= (1 - WRITTEN_FLOOR) * len(lines), wrong


def test_a_region_is_asked_back_and_a_county_is_not(finder: PlaceFinder, session: Session) -> None:
    for row in session.execute(select(Region)).scalars():
        for text in (f"bor i {row.navn}", row.navn):
            found = finder.find(text)
            assert found.status in ("ambiguous", "found"), (text, found)
            assert {ref.nummer for ref in found.kommuner} <= set(row.kommuner.split(";")), (text, found)
    assert finder.find("bor i Nordland").status == "none"


@pytest.mark.parametrize("frame", ["bor i {}", "eg bur på {}", "er fra {}", "bor i {} kommune", "BOR I {}"])
def test_every_municipality_by_name(finder: PlaceFinder, session: Session, frame: str) -> None:
    for row in session.execute(select(Kommune)).scalars():
        name = row.navn.split(" (")[0]
        for written in (name, name.lower(), name.upper()):
            found = finder.find(frame.format(written))
            assert row.nummer in {ref.nummer for ref in found.kommuner}, (frame, written, found)


def test_every_municipality_as_an_answer(finder: PlaceFinder, session: Session) -> None:
    for row in session.execute(select(Kommune)).scalars():
        found = finder.find(row.navn.split(" (")[0].lower(), expecting_place=True)
        assert row.nummer in {ref.nummer for ref in found.kommuner}
        if "(" in row.navn:  # as a button shows it
            assert [ref.nummer for ref in finder.find(row.navn, expecting_place=True).kommuner] == [row.nummer]


def test_every_other_name(finder: PlaceFinder, session: Session) -> None:
    for row in session.execute(select(Alias)).scalars():
        found = finder.find(f"e {row.navn} og 19 år" if row.type == "innbygger" else f"Vi bor i {row.navn}")
        numbers = {ref.nummer for ref in found.kommuner}
        assert row.kommune in numbers or (row.navn == "Ålesund" and numbers == {"1508"}), (row.navn, found)


def test_every_postal_code_and_town(finder: PlaceFinder, session: Session) -> None:
    for row in session.execute(select(Postnummer)).scalars():
        for text in (f"bor i {row.postnummer} {row.poststed}", f"postnummeret mitt er {row.postnummer}"):
            assert [ref.nummer for ref in finder.find(text).kommuner] == [row.kommune], text


def test_no_postal_code_in_money_or_years(finder: PlaceFinder, session: Session) -> None:
    for (code,) in session.execute(select(Postnummer.postnummer)):
        for frame in (
            "betaler {} i husleie",
            "tjener {}",
            "fikk {} kr i stipend",
            "lån på {} kroner",
            "siden {} har jeg",
        ):
            assert finder.find(frame.format(code)).status == "none", (frame, code)


def test_bydel_comes_along(finder: PlaceFinder) -> None:
    place = finder.find("bor på grorud")
    assert place.bydel is not None
    assert place.bydel.number == "030110"
    assert [ref.nummer for ref in place.kommuner] == ["0301"]
    city = finder.find("bor i bergen, på laksevåg")
    assert city.bydel is not None
    assert city.bydel.name == "Laksevåg"
    assert finder.find("bor i oslo").bydel is None


def test_matched_text_and_span(finder: PlaceFinder) -> None:
    text = "Hei! Jeg bor på Mosjøen, og lurer på noe"
    place = finder.find(text)
    assert place.matched == "Mosjøen"
    assert text[slice(*place.span)] == "Mosjøen"
    assert place.kommuner[0].fylke == "Nordland"


def test_a_county_alone_is_told_as_such(finder: PlaceFinder) -> None:
    place = finder.find("jeg bor i Nordland")
    assert (place.status, place.fylke) == ("none", "Nordland")


@pytest.mark.parametrize(
    "text",
    ["", " ", "\x00", "\ud800 hei", "🎉" * 5000, "x" * 100_000, "i på fra " * 20_000, "8514 " * 20_000, "'’-–.,"],
)
def test_any_text_is_read_without_error(finder: PlaceFinder, text: str) -> None:
    assert finder.find(text).status == "none"


@pytest.mark.parametrize("text", ["Ålesund", "ålesund", "Ås", "jeg bor i Bodø", "Tromsø"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_mark_may_be_a_character_of_its_own(finder: PlaceFinder, text: str, form: str) -> None:
    written = unicodedata.normalize(form, text)  # type: ignore[arg-type]
    found = finder.find(written, expecting_place=True)
    assert found.kommuner == finder.find(text, expecting_place=True).kommuner != ()
    assert written[slice(*found.span)] == found.matched
