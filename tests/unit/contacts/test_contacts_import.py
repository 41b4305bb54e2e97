"""Import and export: every row, all or nothing, faults named by file, line and reason."""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.contacts import DATA_DIR, ContactDataError, export_contacts, import_contacts, open_engine, open_session
from bot.contacts.cli import main
from bot.contacts.models import Kommune, Postnummer
from bot.contacts.preparation import ensure_imported
from bot.contacts.tables import TABLES, Table, written
from bot.settings import ROOT

ALL_TABLES = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.file)


def _spoil(folder: Path, file: str, old: str, new: str) -> int:
    """Replace the first `old` in a file; the number of the line it stood on."""
    path = folder / file
    content = path.read_text(encoding="utf-8")
    assert old in content
    line = content[: content.index(old)].count("\n") + 1
    path.write_text(content.replace(old, new, 1), encoding="utf-8")
    return line


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


@pytest.mark.parametrize(
    ("file", "old", "new", "reason"),
    [
        ("kommuner.csv", "1824,Vefsn", "18x4,Vefsn", "nummer: «18x4» er ikke et tall på 4 siffer"),
        ("kommuner.csv", "1824,Vefsn,Vefsn", "1824,,Vefsn", "navn: mangler"),
        (
            "kommuner.csv",
            "Nordland,bokmål",
            "Nordland,norsk",
            "malform: «norsk» er ikke en av bokmål, nynorsk, nøytral",
        ),
        ("kommuner.csv", "1806,Narvik", "1804,Narvik", "samme nummer står på linje"),
        ("alias.csv", "1850,1806,tidligere", "1850,1899,tidligere", "kommune 1899 finnes ikke"),
        ("alias.csv", "2019-12-31", "2019-13-31", "gyldig_til: «2019-13-31» er ikke en dato"),
        ("alias.csv", "2019-12-31", "2019-02-30", "gyldig_til: «2019-02-30» er ikke en dato"),
        ("postnummer.csv", "8514,Narvik,1806", "8514,Narvik,9999", "kommune 9999 finnes ikke"),
        ("postnummer.csv", "8514,Narvik,1806", "8514,Narvik,1806,ekstra", "raden har 5 felt, ikke 4"),
        ("kontor.csv", "55 55 33 33", "55 55 33", "telefon: «55 55 33» er ikke et telefonnummer"),
        ("kontor.csv", "https://www.nav.no/kontor/nav-narvik", "nav.no/nav-narvik", "url: «nav.no/nav-narvik» er ikke"),
        ("kontor.csv", "sett_i_navdata", "sikker", "status: «sikker» er ikke en av"),
        ("kontor.csv", "0301,030101", "0301,110301", "bydelsnummer og bydel passer ikke sammen"),
        ("fylkestjenester.csv", "03,Oslo", "03,Oslu", "fylke 03 Oslu finnes ikke"),
        (
            "fylkestjenester.csv",
            "lenke_sjekket",
            "kanskje",
            "er ikke en av sett, lenke_sett, lenke_sjekket, gammel, uverifisert",
        ),
        ("inntak.csv", "inntak@nfk.no", "inntak(at)nfk.no", "epost: «inntak(at)nfk.no» er ikke en e-postadresse"),
        ("reserver.csv", ",ja\n", ",jo\n", "vises: «jo» er verken «ja» eller «nei»"),
        ("lokale_tilbud.csv", "kommune,4204", "kommune,4299", "kommune 4299 finnes ikke"),
        ("lokale_tilbud.csv", "sett_eldre,2022", "sett_eldre,22", "kjent_aar: «22» er ikke et årstall"),
    ],
)
def test_a_wrong_row_is_named_and_nothing_changes(
    copied: Path,
    tmp_path: Path,
    contacts_url: str,
    capsys: pytest.CaptureFixture[str],
    file: str,
    old: str,
    new: str,
    reason: str,
) -> None:
    url = f"sqlite:///{tmp_path / 'c.db'}"
    shutil.copy(contacts_url.removeprefix("sqlite:///"), tmp_path / "c.db")
    before = (tmp_path / "c.db").read_bytes()
    line = _spoil(copied, file, old, new)
    assert main(["--db", url, "import", "--from", str(copied)]) == 1
    told = capsys.readouterr().err.splitlines()
    assert any(text.startswith(f"{file}:{line}: ") and reason in text for text in told), told
    assert (tmp_path / "c.db").read_bytes() == before


def test_all_faults_are_told_at_once(copied: Path) -> None:
    _spoil(copied, "kommuner.csv", "1824,Vefsn", "18x4,Vefsn")
    _spoil(copied, "inntak.csv", "inntak@nfk.no", "nfk")
    with pytest.raises(ContactDataError) as error:
        import_contacts(open_engine("sqlite://"), copied)
    assert {text.split(":")[0] for text in error.value.errors} >= {"kommuner.csv", "inntak.csv"}


def test_missing_file_wrong_header_wrong_encoding(copied: Path) -> None:
    (copied / "inntak.csv").unlink()
    _spoil(copied, "kontor.csv", "kommune,bydelsnummer", "kommunenr,bydelsnummer")
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


def test_import_export_find_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    url = f"sqlite:///{tmp_path / 'new' / 'c.db'}"
    assert main(["find", "--db", url, "bor i narvik"]) == 1
    assert "contacts import" in capsys.readouterr().err
    assert main(["import", "--db", url]) == 0
    assert main(["export", str(tmp_path / "out"), "--db", url]) == 0
    capsys.readouterr()
    assert main(["find", "bor på mosjøen", "--db", url]) == 0
    assert capsys.readouterr().out == '{"status":"found","kommuner":[{"nummer":"1824","navn":"Vefsn"}]}\n'
    assert main(["find", "hvor lenge varer kvp", "--db", url]) == 0
    assert capsys.readouterr().out == '{"status":"none","kommuner":[]}\n'
    assert main(["nothing"]) == 2


def test_postgresql_gives_the_same_answers(tmp_path: Path, session: Session) -> None:
    pgserver = pytest.importorskip("pgserver")
    from bot.contacts import PlaceFinder, contact_cards

    server = pgserver.get_server(tmp_path / "pg")
    try:
        url = server.get_uri()
        engine = open_engine(url)
        assert import_contacts(engine) == import_contacts(engine)
        with Session(engine, future=True) as other:
            export_contacts(other, tmp_path / "out")
            for number in ("1806", "0301", "4214"):
                for service in ("nav", "ot"):
                    assert contact_cards(other, service, number) == contact_cards(session, service, number)
        assert PlaceFinder(url).find("bor på mosjøen").kommuner[0].nummer == "1824"
        for table in TABLES:
            assert (tmp_path / "out" / table.file).read_bytes() == (DATA_DIR / table.file).read_bytes()
        with pytest.raises(ContactDataError):
            import_contacts(engine, tmp_path / "nowhere")
        engine.dispose()
    finally:
        server.cleanup()


TOGETHER = "from bot.contacts.preparation import ensure_imported; import sys; print(ensure_imported(sys.argv[1]))"


def _start_together(url: str, count: int = 5) -> list[str]:
    started = [
        subprocess.Popen([sys.executable, "-c", TOGETHER, url], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(count)
    ]
    told = [process.communicate(timeout=120) for process in started]
    assert [process.returncode for process in started] == [0] * count, told
    return sorted(out.strip() for out, _ in told)


def test_processes_that_start_together_on_an_empty_database_wait_for_the_first(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'c.db'}"
    assert _start_together(url) == ["False"] * 4 + ["True"]
    with open_session(url) as session:
        assert session.query(Kommune).count() == 357


def test_the_same_on_postgresql(tmp_path: Path) -> None:
    pgserver = pytest.importorskip("pgserver")
    server = pgserver.get_server(tmp_path / "pg")
    try:
        assert _start_together(server.get_uri()) == ["False"] * 4 + ["True"]
    finally:
        server.cleanup()


def test_an_operators_own_contacts_stay_until_ours_are_taken_back(tmp_path: Path, copied: Path) -> None:
    url = f"sqlite:///{tmp_path / 'c.db'}"
    assert main(["import", "--from", str(copied), "--db", url]) == 0
    assert ensure_imported(url) is False
    assert main(["import", "--db", url]) == 0
    assert ensure_imported(url) is False
    with (copied / "alias.csv").open("a", encoding="utf-8") as file:
        file.write("Storbyen,,0301,talemål,,\n")
    assert ensure_imported(url, folder=copied) is True, "the files are others now"
