"""The checks find nothing in our content, and each finds what it is for."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest

from bot.content.check import check_content
from bot.content.library import CONTENT

TODAY = date(2026, 11, 23)

FIGURES = """
kvp.aar:
  navn: Varighet
  enhet: år
  kilde: {tittel: "Loven § 1", url: "https://lovdata.no/x", sjekket: 2026-11-01}
  rader:
    - {fra: 2019-01-01, verdi: 2}
"""
GOOD = """
id: kvp
tjeneste: nav
tittel: {nb: KVP, nn: KVP, en: KVP}
kort:
  nb: Du kan få hjelp i {kvp.aar} år. Nav avgjør. Du får en plan og en fast person.
  nn: Du kan få hjelp i {kvp.aar} år. Nav avgjer. Du får ein plan og ein fast person.
  en: You can get help for {kvp.aar} years. Nav decides.
si_naar_du_ringer: {nb: «Hei.», nn: «Hei.»}
neste: [hilsen]
slekt: []
kilder:
  - {tittel: "Loven § 1", url: "https://lovdata.no/x", sjekket: 2026-11-01}
gjelder_fra: 2019-01-01
sjekkes_innen: 2027-05-01
"""
OTHER = """
id: hilsen
tjeneste: ingen
tittel: {nb: Hilsen, nn: Helsing, en: Greeting}
kort: {nb: Hei., nn: Hei., en: Hi.}
neste: [kvp]
slekt: []
kilder:
  - {tittel: "Veivalg", url: null, sjekket: 2026-11-01}
gjelder_fra: 2026-01-01
sjekkes_innen: 2027-05-01
"""


def _check(folder: Path, topic: str = GOOD, figures: str = FIGURES, on: date = TODAY) -> list[str]:
    (folder / "nav").mkdir(parents=True, exist_ok=True)
    (folder / "om").mkdir(exist_ok=True)
    shutil.copy(CONTENT / "topic.schema.json", folder)
    (folder / "figures.yml").write_text(dedent(figures), encoding="utf-8")
    (folder / "nav" / "kvp.yml").write_text(topic, encoding="utf-8")
    (folder / "om" / "hilsen.yml").write_text(OTHER, encoding="utf-8")
    return [str(finding) for finding in check_content(folder, on)]


def test_our_content_has_no_findings() -> None:
    assert [str(finding) for finding in check_content(CONTENT, date.today()) if not finding.warning] == []


def test_good_content_has_no_findings(tmp_path: Path) -> None:
    assert _check(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Nav avgjør", "NAV avgjør", "write «Nav»"),
        ("{kvp.aar} år. Nav avgjør", "3 år. Nav avgjør", "bare number"),
        ("{kvp.aar} år. Nav avgjør", "to år. Nav avgjør", "is a number"),
        ("{kvp.aar} år. Nav avgjør", "{kvp.finnes_ikke} år. Nav avgjør", "not in figures.yml"),
        ("Du får ein plan", "Du får ikke ein plan", "bokmål in a nn text: ikke"),
        ("Du får en plan", "Eg får en plan", "nynorsk in a nb text: eg"),
        ("Du får en plan og en fast person.", "ord " * 70 + ".", "words: at most 60"),
        ("Du får en plan og en fast person.", "Arbeidsavklaringspenger, kvalifiseringsprogrammet, oppfølgingstjenesten, realkompetansevurderinger.", "LIX"),
        ("Du får en plan og en fast person.", "Du " + "er og " * 11 + "går.", "a sentence of"),
        ("Du får en plan og en fast person.", "", "leaves something out"),
        ("neste: [hilsen]", "neste: [finnes_ikke]", "is not a topic"),
        ("neste: [hilsen]", "neste: [kvp]", "cannot lead to itself"),
        ("neste: [hilsen]", "neste: hilsen", "is not of type 'array'"),
        ("tjeneste: nav", "tjeneste: nvv", "is not one of"),
        ("si_naar_du_ringer: {nb: «Hei.», nn: «Hei.»}\n", "", "needs si_naar_du_ringer"),
        ("sjekkes_innen: 2027-05-01", "sjekkes_innen: 2026-05-01", "the check was due"),
        ("sjekkes_innen: 2027-05-01", "sjekkes_innen: 2026-12-01", "warning: sjekkes_innen: to be checked"),
        ("sjekket: 2026-11-01", "sjekket: 2027-11-01", "in the future"),
        ('"Loven § 1", url: "https://lovdata.no/x"', '"Loven", url: null', "no source with a §"),
        ('url: "https://lovdata.no/x"', 'url: "http://lovdata.no/x"', "does not match"),
        ("id: kvp", "id: kvpp", "the file is called"),
        ("  en: You can get help", "  de: You can get help", "'de' was unexpected"),
        ("kort:", "kort: {", "not valid YAML"),
        ("tjeneste: nav", "tjeneste: nav\ntjeneste: nav", "written twice"),
    ],
)
def test_each_fault_is_found_where_it_is(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert old in GOOD
    findings = _check(tmp_path, GOOD.replace(old, new))
    assert any(told in finding and "kvp.yml:" in finding for finding in findings), findings


def test_a_topic_that_nothing_leads_to(tmp_path: Path) -> None:
    (tmp_path / "nav").mkdir()
    (tmp_path / "nav" / "alene.yml").write_text(GOOD.replace("id: kvp", "id: alene"), encoding="utf-8")
    assert any("alene.yml" in f and "no other topic leads here" in f for f in _check(tmp_path))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("enhet: år", "enhet: aar", "enhet must be one of"),
        ("verdi: 2", "verdi: [2]", "verdi must be"),
        ("verdi: 2", "formel: 2 * finnes.ikke", "which is not here"),
        ("verdi: 2", "formel: __import__('os')", "not a product"),
        ("fra: 2019-01-01", "fra: 2030-01-01", "has no value yet"),
        ("  navn: Varighet\n", "", "exactly navn, enhet, kilde and rader"),
    ],
)
def test_a_broken_figure_is_found(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert any(told in finding for finding in _check(tmp_path, figures=FIGURES.replace(old, new)))


def test_an_unused_figure_is_a_warning(tmp_path: Path) -> None:
    assert any("warning: kvp.aar is used nowhere" in f for f in _check(tmp_path, GOOD.replace("{kvp.aar}", "noen")))
