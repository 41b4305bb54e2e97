"""Import and export: every row, all or nothing, faults named by file, line and reason."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.contacts import DATA_DIR, ContactDataError, PlaceFinder, contact_cards, export_contacts, import_contacts, open_engine, open_session
from bot.contacts.models import Kommune, Postnummer
from bot.contacts.tables import TABLES, Table, written
from tests.unit.contacts.spoilt import spoil

ALL_TABLES = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.file)


@ALL_TABLES
def test_every_row_is_in_the_database_as_written(table: Table, session: Session) -> None:
    with (DATA_DIR / table.file).open(encoding="utf-8", newline="") as file:
        expected = list(csv.DictReader(file))
    rows = session.execute(select(table.model).order_by(table.model.rad)).scalars().all()
    assert len(rows) == len(expected) > 0
    for row, wanted in zip(rows, expected, strict=True):
        assert {name: written(table, name, getattr(row, name)) for name in table.columns} == wanted


@ALL_TABLES
def test_export_gives_back_the_same_bytes(table: Table, session: Session, tmp_path: Path) -> None:
    export_contacts(session, tmp_path)
    assert (tmp_path / table.file).read_bytes() == (DATA_DIR / table.file).read_bytes()


def test_no_row_names_a_machine_path_or_an_old_spelling_of_nav() -> None:
    for path in DATA_DIR.iterdir():
        content = path.read_text(encoding="utf-8")
        assert "NAV " not in content
        assert "github" not in content.lower()


def test_import_is_repeatable(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'c.db'}")
    first = import_contacts(engine)
    second = import_contacts(engine)
    assert first == second
    with Session(engine, future=True) as session:
        assert session.execute(select(func.count()).select_from(Kommune)).scalar() == first["kommuner.csv"] == 357


def test_all_faults_are_told_at_once(copied: Path) -> None:
    spoil(copied, "kommuner.csv", "1824,Vefsn", "18x4,Vefsn")
    spoil(copied, "inntak.csv", "inntak@nfk.no", "nfk")
    with pytest.raises(ContactDataError) as error:
        import_contacts(open_engine("sqlite://"), copied)
    assert {text.split(":")[0] for text in error.value.errors} >= {"kommuner.csv", "inntak.csv"}


def test_missing_file_wrong_header_wrong_encoding(copied: Path) -> None:
    (copied / "inntak.csv").unlink()
    spoil(copied, "kontor.csv", "kommune,bydelsnummer", "kommunenr,bydelsnummer")
    (copied / "alias.csv").write_bytes("navn\nTromsø\n".encode("latin-1"))
    with pytest.raises(ContactDataError) as error:
        import_contacts(open_engine("sqlite://"), copied)
    told = error.value.errors
    assert any(text.startswith("inntak.csv:1: filen finnes ikke") for text in told)
    assert any(text.startswith("kontor.csv:1: kolonnene skal være") for text in told)
    assert any(text.startswith("alias.csv:2: filen er ikke UTF-8") for text in told)


def test_a_failure_in_the_database_leaves_the_old_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from bot.contacts import importer

    url = f"sqlite:///{tmp_path / 'c.db'}"
    import_contacts(open_engine(url))
    rows = importer.read_contacts()
    rows["postnummer.csv"][-1]["kommune"] = "9999"
    monkeypatch.setattr(importer, "read_contacts", lambda _folder: rows)
    with pytest.raises(IntegrityError):
        import_contacts(open_engine(url))
    with open_session(url) as session:
        assert session.execute(select(func.count()).select_from(Postnummer)).scalar() == len(rows["postnummer.csv"])


def test_tables_of_an_older_form_are_replaced(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'c.db'}")
    with engine.begin() as connection:
        connection.exec_driver_sql("create table kommune (nummer varchar(4))")
    assert import_contacts(engine)["kommuner.csv"] == 357


def test_postgresql_gives_the_same_answers(tmp_path: Path, session: Session, postgres: str) -> None:
    engine = open_engine(postgres)
    assert import_contacts(engine) == import_contacts(engine)
    with Session(engine, future=True) as other:
        export_contacts(other, tmp_path / "out")
        for number in ("1806", "0301", "4214"):
            for service in ("nav", "ot"):
                assert contact_cards(other, service, number) == contact_cards(session, service, number)
    assert PlaceFinder(postgres).find("bor på mosjøen").kommuner[0].nummer == "1824"
    for table in TABLES:
        assert (tmp_path / "out" / table.file).read_bytes() == (DATA_DIR / table.file).read_bytes()
    with pytest.raises(ContactDataError):
        import_contacts(engine, tmp_path / "nowhere")
    engine.dispose()
