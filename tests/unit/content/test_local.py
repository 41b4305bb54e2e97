"""Local knowledge is laid over ours where it applies, and nowhere else."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from bot.check import main
from bot.contacts.directory import Directory
from bot.contacts.importer import DATA_DIR, ContactDataError
from bot.contacts.local import read_with_local
from bot.contacts.preparation import ensure_imported
from bot.content import load_library
from bot.content.check import check_content
from bot.yaml_lines import ContentError
from tests.unit.content.content_example import BODO, NARVIK, OSLO, SOURCE, TODAY, TOPIC, local_folder, write

COUNTY = """
id: kvp
gjelder: {fylker: ["18"]}
kort: {nb: I Nordland er det slik., nn: I Nordland er det slik., en: In Nordland it is so.}
rad: {nb: Ring fylket., nn: Ring fylket.}
fasetter:
  frist: {nb: Søk når du vil., nn: Søk når du vil., en: Apply any time.}
kilder:
  - {tittel: "Nordland fylke", url: "https://www.nfk.no/kvp", sjekket: 2026-11-01}
sjekkes_innen: 2027-05-01
"""
FIGURES = f"""
kvp.aar:
  gjelder: {{kommuner: ["{NARVIK}"]}}
  navn: Lenger hos oss
  enhet: år
  kilde: {SOURCE}
  rader: [{{fra: 2026-01-01, verdi: 4}}]
"""


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    return write(tmp_path / "ours")


def test_only_the_given_texts_change_and_only_there(ours: Path, tmp_path: Path) -> None:
    library = load_library(ours, local_folder(tmp_path / "l", content__nav__kvp_yml=TOPIC))
    here, elsewhere, nowhere = (library.answer("kvp", "nn", TODAY, place=place) for place in (NARVIK, BODO, None))
    assert here.text.startswith("I Narvik møter du Kari")
    assert here.local
    assert elsewhere.text == nowhere.text
    assert elsewhere.text.startswith("Du kan få hjelp i 2 år")
    assert not elsewhere.local
    assert here.advice == elsewhere.advice == "Spør tidleg."
    assert [source.title for source in here.sources] == ["Narvik kommune", "Loven § 1"]
    assert library.answer("kvp", "nb", TODAY, "penger", NARVIK).text == library.answer("kvp", "nb", TODAY, "penger").text
    assert library.answer("hilsen", "nb", TODAY, place=NARVIK).local is False


def test_a_municipality_has_the_last_word_over_its_county(ours: Path, tmp_path: Path) -> None:
    root = tmp_path / "l"
    local_folder(root / "a_narvik", content__nav__kvp_yml=TOPIC)
    local_folder(root / "b_nordland", content__nav__kvp_yml=COUNTY)
    library = load_library(ours, root)
    assert library.answer("kvp", "nb", TODAY, place=NARVIK).text.startswith("I Narvik")
    assert library.answer("kvp", "nb", TODAY, place=NARVIK).advice == "Ring fylket."
    assert library.answer("kvp", "nb", TODAY, place=BODO).text == "I Nordland er det slik."
    assert library.answer("kvp", "nb", TODAY, "frist", BODO).text == "Søk når du vil."
    assert library.answer("kvp", "nb", TODAY, "frist", OSLO).facet is None


def test_a_local_figure_counts_there_alone(ours: Path, tmp_path: Path) -> None:
    library = load_library(ours, local_folder(tmp_path / "l", figures_yml=FIGURES))
    assert "i 4 år" in library.answer("kvp", "nb", TODAY, place=NARVIK).text
    assert "i 2 år" in library.answer("kvp", "nb", TODAY, place=OSLO).text
    assert library.figures.show("kvp.aar", "nb", TODAY) == "2"


def test_good_local_content_has_no_findings(ours: Path, tmp_path: Path) -> None:
    local = local_folder(tmp_path / "l", content__nav__kvp_yml=TOPIC, figures_yml=FIGURES)
    assert [str(finding) for finding in check_content(ours, TODAY, local)] == []


@pytest.mark.parametrize(("rule", "old", "new", "told"), [
    ("local-language", "sjekkes_innen", "fasetter: {penger: {nb: Du får mer., nn: Du får meir.}}\nsjekkes_innen", "also write en"),
    ("bare-number", "hver uke. Nav avgjør", "3 dager. Nav avgjør", "a bare number, «3»"),
    ("language", "kvar veke", "hver veke", "«hver» in a nn text"),
    ("hard-word", "Nav avgjør", "Kvalifiseringskoordinatoren avgjør", "is hard"),
    ("unsaid", "Nav decides.", "KVP er 2 G.", "to_g"),
    ("source-address", 'url: "https://www.narvik.kommune.no/kvp"', "url: null", "give its url"),
    ("check-due", "2027-05-01", "2026-11-01", "the check was due"),
    ("no-such-topic", "sjekkes_innen", "neste: [finnes_ikke]\nsjekkes_innen", "is not a topic"),
    ("unreadable", "id: kvp", "id: noe_nytt", "is not one of our topics"),
    ("unreadable", 'gjelder: {kommuner: ["1806"]}\n', "", "'gjelder' is a required property"),
    ("unreadable", '["1806"]', "[1806]", "is not of type 'string'"),
    ("unreadable", "kort:", "tittel: {nb: a, nn: b, en: c}\nkort:", "'tittel' was unexpected"),
])  # fmt: skip
def test_local_content_keeps_the_same_rules(ours: Path, tmp_path: Path, rule: str, old: str, new: str, told: str) -> None:
    assert old in TOPIC
    local = local_folder(tmp_path / "l", content__nav__kvp_yml=TOPIC.replace(old, new))
    findings = check_content(ours, TODAY, local)
    assert [f for f in findings if f.rule == rule and told in f.message and tmp_path / "l" in f.path.parents], findings
    assert all(tmp_path / "l" in f.path.parents for f in findings), "ours were repeated"


def test_no_place_changes_what_is_said_in_danger(tmp_path: Path) -> None:
    content = write(tmp_path / "content", "nav/kvp.yml", "id: kvp\n", "id: kvp\nrolle: krise\n")
    findings = check_content(content, TODAY, local_folder(tmp_path / "l", content__nav__kvp_yml=TOPIC))
    assert [f.rule for f in findings if "is the same everywhere" in f.message] == ["unreadable"]


def test_a_local_figure_must_say_where(ours: Path, tmp_path: Path) -> None:
    local = local_folder(tmp_path / "l", figures_yml=FIGURES.replace('  gjelder: {kommuner: ["1806"]}\n', ""))
    assert [f.rule for f in check_content(ours, TODAY, local)] == ["unreadable"]
    with pytest.raises(ContentError, match="say where it applies"):
        load_library(ours, local)


OFFICE = "kommune,bydelsnummer,bydel,enhetsnummer,navn,status,kan_vaere_endret,sett,url,url_sett,telefon,adresse,apningstid,adresse_sett,finner_url\n"
NARVIK_OFFICE = "1806,,,1805,Nav Narvik ungdom,bekreftet_kommuneside,,2026-11-01,https://www.narvik.kommune.no/nav,2026-11-01,55 55 33 33,,,,https://www.nav.no/sok-nav-kontor\n"
OFFER = (
    "navn,omrade_type,omrade,ansvarlig,hva_nb,hva_nn,rapportside,status,kjent_aar,belegg,kilde_url\n"
    "Jobbhuset,kommune,1806,Narvik kommune,Et sted å møte opp,Ein stad å møte opp,,bekreftet,2026,Kommunens side,https://www.narvik.kommune.no/jobbhuset\n"
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


def test_the_command_checks_the_local_folder_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    local = local_folder(
        tmp_path / "lokalt",
        content__nav__kvp_yml=TOPIC.replace(NARVIK, "9999"),
        contacts__kontor_csv=OFFICE + NARVIK_OFFICE,
    )
    monkeypatch.setenv("VEIVALG_LOKALT", str(local))
    assert main(["--as-of", "2026-11-24", str(local)]) == 1
    output = capsys.readouterr()
    assert "there is no kommune or fylke 9999" in output.out
    assert "1 local folders" in output.err
    (local / "content/nav/kvp.yml").write_text(TOPIC.lstrip(), encoding="utf-8")
    assert main(["--as-of", "2026-11-24", str(local)]) == 0, capsys.readouterr().out


def test_the_example_in_the_docs_is_right(tmp_path: Path) -> None:
    """docs/operating-local.md shows a folder: it is written out from there and checked."""
    import re

    from bot.settings import ROOT

    text = (ROOT / "docs" / "operating-local.md").read_text(encoding="utf-8")
    files = re.findall(r"```\w+ title=(\S+)\n(.*?)```", text, re.DOTALL)
    assert {name.rsplit(".", 1)[1] for name, _ in files} == {"yml", "csv"}
    for name, body in files:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body, encoding="utf-8")
    library = load_library(local=tmp_path / "lokalt")
    assert library.answer("sosialhjelp", "nb", date(2026, 11, 24), "penger", NARVIK).local
    findings = [f for f in check_content(ROOT / "data" / "content", date(2026, 11, 24), tmp_path / "lokalt") if tmp_path in f.path.parents]
    assert findings == []
    read_with_local(DATA_DIR, tmp_path / "lokalt")
