"""Texts are plain, short, free of bare numbers, and in the language they say they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content import load_library
from bot.content.check import check_content
from bot.content.check.stats import stats
from tests.unit.content.check.faults import FIGURES, KVP, Fault, found
from tests.unit.content.content_example import SOURCE, TODAY, write

FAULTS: list[Fault] = [
    ("bare-number", KVP, "{kvp.aar} år. Nav avgjør", "3 år. Nav avgjør", "kort.nb: a bare number, «3»"),
    ("bare-number", KVP, "Spør tidlig.", "Spør før kl. 9–15.", "rad.nb: a bare number, «9–15.»"),
    ("number-word", KVP, "{kvp.aar} år. Nav avgjør", "to år. Nav avgjør", "«to» is a number"),
    ("number-word", KVP, "{kvp.aar} år. Nav avgjer", "halvanna år. Nav avgjer", "kort.nn: «halvanna» is a number"),
    ("number-word", KVP, "for {kvp.aar} years", "for two years", "kort.en: «two» is a number"),
    ("figure-missing", KVP, "{kvp.aar} år. Nav avgjør", "{kvp.finnes_ikke} år. Nav avgjør", "not in figures.yml"),
    ("figure-early", FIGURES, "{fra: 2019-01-01, verdi: 2}", "{fra: 2030-01-01, verdi: 2}", "has no value yet"),
    ("language", KVP, "Du får ein plan", "Du får ikke ein plan", "«ikke» in a nn text: write «ikkje»"),
    ("language", KVP, "Du får en plan", "Eg får en plan", "«eg» in a nb text: write «jeg»"),
    ("language", KVP, "Spør tidleg.", "Spør tidlig.", "«tidlig» in a nn text: write -leg"),
    ("language", KVP, "Nav decides.", "Nav avgjør når du søker.", "«når» in a en text: write English"),
    ("length-ratio", KVP, "Du får ein plan og ein fast person.", "", "leaves something out"),
    ("too-long", KVP, "Du får en plan", "Så er det. " * 20 + "Du får en plan", "words: at most 60"),
    ("too-long", KVP, "Nav decides.", "It is so. " * 20, "kort.en: 67 words: at most 60"),
    ("long-sentence", KVP, "Du får en plan", "Du " + "er og " * 11 + "går", "kort.nb: a sentence of"),
    ("long-sentence", KVP, "Nav decides.", "You " + "may and " * 10 + "can.", "kort.en: a sentence of 22 words"),
    ("lix", KVP, "Du får en plan og en fast person.", "Kommunen bestemmer hvordan programmet gjennomføres.", "LIX"),
    ("lix", KVP, "Spør tidlig.", "Kommunen vurderer samtlige nødvendige opplysninger gjennom fullstendige undersøkelser.", "at most 38"),
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault[0]}: {fault[4]}")
def test_each_fault_is_found_where_it_is(tmp_path: Path, fault: Fault) -> None:
    assert found(tmp_path, fault)


def test_a_rule_to_come_may_state_a_figure_that_begins_with_it(tmp_path: Path) -> None:
    coming = 'kommer: [{gjelder_fra: 2027-08-01, nb: "Du får {kvp.ny} år.", nn: "Du får {kvp.ny} år.", en: "You get {kvp.ny} years."}]\nneste: [hilsen]'
    figure = f"kvp.ny:\n  navn: Ny\n  enhet: år\n  kilde: {SOURCE}\n  rader:\n    - {{fra: 2027-08-01, verdi: 3}}\n"
    content = write(tmp_path, KVP, "neste: [hilsen]", coming)
    (content / "figures.yml").write_text((content / "figures.yml").read_text(encoding="utf-8") + figure, encoding="utf-8")
    assert [str(finding) for finding in check_content(content, TODAY)] == []
    assert list(stats(load_library(content), TODAY)), "nor do the figures of plainness stumble on it"
    late = figure.replace("2027-08-01", "2027-09-01")
    (content / "figures.yml").write_text((content / "figures.yml").read_text(encoding="utf-8").replace(figure, late), encoding="utf-8")
    assert {finding.rule for finding in check_content(content, TODAY)} == {"figure-early"}
