"""What a county told is written over our files and never in them: whole, or not at all."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from bot.contacts.changes import changes
from bot.contacts.importer import DATA_DIR, ContactDataError
from bot.contacts.local import read_with_local
from bot.contacts.overrides import local_files, try_out, write
from bot.contacts.sheet_reading import read_sheet
from bot.contacts.staff_text import StaffError
from tests.unit.contacts.staff import TODAY, listed, rows

LIST = ("Tjeneste;Fylke;Kommune;Navn;Telefon", "Fagopplæring;46;;Fagbrev på jobb;57300000", "OT;46;Bergen;OT Bergen;57300001")


def test_ours_with_the_same_key_are_kept_beside_it(tmp_path: Path) -> None:
    told = changes(read_sheet(listed(tmp_path / "l.csv", *LIST)), rows(), TODAY)
    files = local_files(told, rows(), None)
    assert list(files) == ["fylkestjenester.csv"]
    try_out(files, told, DATA_DIR, None)
    local = tmp_path / "lokalt"
    assert write(files, local) == (local / "contacts" / "fylkestjenester.csv",)
    after = read_with_local(DATA_DIR, local)["fylkestjenester.csv"]
    assert len(after) == len(rows()["fylkestjenester.csv"]) + 1
    assert {row["navn"] for row in after} - {row["navn"] for row in rows()["fylkestjenester.csv"]} == {"OT Bergen"}
    assert next(row["telefon"] for row in after if row["navn"] == "Fagbrev på jobb" and row["fylkesnummer"] == "46") == "57 30 00 00"
    assert not list(local.rglob("*.draft"))


def test_a_second_list_keeps_what_the_first_wrote(tmp_path: Path) -> None:
    local = tmp_path / "lokalt"
    for line in LIST[1:]:
        now = read_with_local(DATA_DIR, local if local.is_dir() else None)
        told = changes(read_sheet(listed(tmp_path / "l.csv", LIST[0], line)), now, TODAY)
        write(local_files(told, now, local), local)
    after = {
        (row["navn"], row["telefon"]) for row in read_with_local(DATA_DIR, local)["fylkestjenester.csv"] if row["fylkesnummer"] == "46"
    }
    assert {("Fagbrev på jobb", "57 30 00 00"), ("OT Bergen", "57 30 00 01")} <= after


def test_another_local_folder_that_goes_before_is_told_of(tmp_path: Path) -> None:
    told = changes(read_sheet(listed(tmp_path / "l.csv", *LIST)), rows(), TODAY)
    files = local_files(told, rows(), None)
    local = tmp_path / "lokalt"
    other = local / "bergen" / "contacts"
    other.mkdir(parents=True)
    with (DATA_DIR / "fylkestjenester.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file))
    mine = [lines[0], *(line for line in lines if line[0] == "46" and line[2] == "fagopplaring")]
    with (other / "fylkestjenester.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(mine)
    with pytest.raises(StaffError, match="går foran"):
        try_out(files, told, DATA_DIR, local)


def test_a_local_file_that_cannot_be_read_stops_it(tmp_path: Path) -> None:
    told = changes(read_sheet(listed(tmp_path / "l.csv", *LIST)), rows(), TODAY)
    (tmp_path / "contacts").mkdir()
    (tmp_path / "contacts" / "fylkestjenester.csv").write_text("tull\n", encoding="utf-8")
    with pytest.raises(StaffError, match="kolonnene skal være"):
        local_files(told, rows(), tmp_path)
    (tmp_path / "contacts" / "kontor.csv").write_text("tull\n", encoding="utf-8")
    with pytest.raises(ContactDataError) as error:
        try_out(local_files(told, rows(), None), told, DATA_DIR, tmp_path)
    assert str(tmp_path / "contacts" / "kontor.csv") in str(error.value)


def test_when_one_cannot_be_written_the_others_are_as_they_were(tmp_path: Path) -> None:
    folder = tmp_path / "contacts"
    folder.mkdir()
    (folder / "a.csv").write_text("before", encoding="utf-8")
    (folder / "b.csv").mkdir()
    (folder / "b.csv" / "x").touch()
    with pytest.raises(OSError):
        write({"a.csv": "after", "b.csv": "after"}, tmp_path)
    assert (folder / "a.csv").read_text(encoding="utf-8") == "before"
    assert not list(folder.glob("*.draft"))
