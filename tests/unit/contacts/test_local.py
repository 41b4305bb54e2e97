"""Local contacts are laid over ours."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from bot.contacts.directory import Directory
from bot.contacts.importer import DATA_DIR, ContactDataError
from bot.contacts.local import read_with_local
from bot.contacts.preparation import ensure_imported
from tests.unit.content.content_example import (
    BODO,
    NARVIK,
    NARVIK_OFFICE,
    OFFER,
    OFFICE,
    local_folder,
)


def test_local_contacts_are_laid_over_ours(tmp_path: Path) -> None:
    local = local_folder(tmp_path / "l", contacts__kontor_csv=OFFICE + NARVIK_OFFICE, contacts__lokale_tilbud_csv=OFFER)
    url = f"sqlite:///{tmp_path / 'c.db'}"
    ensure_imported(url, local=local)
    directory = Directory(url)
    assert [card.facts.name for card in directory.cards("nav", NARVIK)] == ["Nav Narvik ungdom"]
    assert "Jobbhuset" in [offer.name for offer in directory.offers(NARVIK)]
    assert "Jobbhuset" not in [offer.name for offer in directory.offers(BODO)]
    assert ensure_imported(url, local=local) is False
    assert ensure_imported(url) is True, "without the local folder the database is filled anew"
    assert [card.facts.name for card in Directory(url).cards("nav", NARVIK)] != ["Nav Narvik ungdom"]


@pytest.mark.parametrize(("file", "text", "told"), [
    ("kontor_csv", OFFICE + NARVIK_OFFICE.replace("55 55 33 33", "ring oss"), "kontor.csv:2: telefon"),
    ("kontor_csv", OFFICE + NARVIK_OFFICE.replace("1806,,", "9999,,"), "kontor.csv:2: kommune 9999 finnes ikke"),
    ("kommuner_csv", "nummer\n1806\n", "kommuner.csv:1: kan ikke endres lokalt"),
])  # fmt: skip
def test_a_fault_in_local_contacts_names_its_file(tmp_path: Path, file: str, text: str, told: str) -> None:
    local = local_folder(tmp_path / "l", **{f"contacts__{file}": text})
    with pytest.raises(ContactDataError) as error:
        read_with_local(DATA_DIR, local)
    assert any(line.startswith(str(local)) and told in line for line in error.value.errors), error.value.errors


def test_without_a_local_folder_nothing_changes() -> None:
    rows = read_with_local(DATA_DIR, None)
    with (DATA_DIR / "kontor.csv").open(encoding="utf-8", newline="") as file:
        assert len(rows["kontor.csv"]) == len(list(csv.DictReader(file)))
