"""The checks find nothing in our content, and each finds what it is for, where it is."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from bot.content.check import RULES, check_content
from bot.content.check.finding import WARNINGS
from bot.content.library import CONTENT
from tests.unit.content.content_example import TODAY, write

KVP, HELLO, FIGURES, GLOSSARY = "nav/kvp.yml", "om/hilsen.yml", "figures.yml", "glossary.yml"


FAULTS = [
    # rule, file, old, new, what is told
    ("bare-number", KVP, "{kvp.aar} år. Nav avgjør", "3 år. Nav avgjør", "kort.nb: a bare number, «3»"),
    ("bare-number", KVP, "Spør tidlig.", "Spør før kl. 9–15.", "rad.nb: a bare number, «9–15.»"),
    ("number-word", KVP, "{kvp.aar} år. Nav avgjør", "to år. Nav avgjør", "«to» is a number"),
    ("number-word", KVP, "{kvp.aar} år. Nav avgjer", "halvanna år. Nav avgjer", "kort.nn: «halvanna» is a number"),
    ("number-word", KVP, "for {kvp.aar} years", "for two years", "kort.en: «two» is a number"),
    ("figure-missing", KVP, "{kvp.aar} år. Nav avgjør", "{kvp.finnes_ikke} år. Nav avgjør", "not in figures.yml"),
    ("figure-early", FIGURES, "{fra: 2019-01-01, verdi: 2}", "{fra: 2030-01-01, verdi: 2}", "has no value yet"),
    ("figure-unused", KVP, "{kvp.kroner}", "mange", "no text states it"),
    ("language", KVP, "Du får ein plan", "Du får ikke ein plan", "«ikke» in a nn text: write «ikkje»"),
    ("language", KVP, "Du får en plan", "Eg får en plan", "«eg» in a nb text: write «jeg»"),
    ("language", KVP, "Spør tidleg.", "Spør tidlig.", "«tidlig» in a nn text: write -leg"),
    ("language", KVP, "Nav decides.", "Nav avgjør når du søker.", "«når» in a en text: write English"),
    ("language", "phrases.yml", "Kva lurer", "Hva lurer", "«hva» in a nn text"),
    ("length-ratio", KVP, "Du får ein plan og ein fast person.", "", "leaves something out"),
    ("too-long", KVP, "Du får en plan", "Så er det. " * 20 + "Du får en plan", "words: at most 60"),
    ("too-long", KVP, "Nav decides.", "It is so. " * 20, "kort.en: 67 words: at most 60"),
    ("long-sentence", KVP, "Du får en plan", "Du " + "er og " * 11 + "går", "kort.nb: a sentence of"),
    ("long-sentence", KVP, "Nav decides.", "You " + "may and " * 10 + "can.", "kort.en: a sentence of 22 words"),
    ("lix", KVP, "Du får en plan og en fast person.", "Kommunen bestemmer hvordan programmet gjennomføres.", "LIX"),
    ("lix", KVP, "Spør tidlig.", "Kommunen vurderer samtlige nødvendige opplysninger gjennom fullstendige undersøkelser.", "at most 38"),
    ("hard-word", KVP, "Spør tidlig.", "Spør om oppfølgingsarbeidet.", "«oppfølgingsarbeidet» is hard"),
    ("hard-word", KVP, "Nav decides.", "Ask about AFT.", "«AFT» is hard"),
    ("word-form", KVP, "Spør tidlig.", "Spør om vedtakspraksisen.", "«vedtakspraksisen» is a form of «vedtak»"),
    ("word-unused", KVP, "vedtak", "svar", "no answer uses the word"),
    ("word-topic", GLOSSARY, "tema: kvp", "tema: kvq", "«kvq» is not a topic"),
    ("unsaid", KVP, "Spør tidlig.", "I KVP får du 2 G.", "«KVP får du 2 G» (to_g): Stønaden er ikke 2 G lenger."),
    ("unsaid", GLOSSARY, "Et program.", "KVP er 2 G.", "ord.kvp.forklaring.nb: «KVP er 2 G»"),
    ("source-place", KVP, '"Loven § 1"', '"Loven"', "«Loven» needs a §"),
    ("source-place", KVP, '"Loven § 1", url: "https://lovdata.no/x"', '"Rapporten", url: null', "a report its kap. or side"),
    ("source-address", KVP, 'url: "https://lovdata.no/x"', "url: null", "give its url, or the reason in unlinked.yml"),
    ("source-date", KVP, "sjekket: 2026-11-01", "sjekket: 2026-12-24", "is in the future"),
    ("source-stale", FIGURES, "sjekket: 2026-11-01", "sjekket: 2025-10-01", "read the source again"),
    ("check-due", KVP, "sjekkes_innen: 2027-05-01", "sjekkes_innen: 2026-11-22", "the check was due 2026-11-22"),
    ("check-soon", KVP, "sjekkes_innen: 2027-05-01", "sjekkes_innen: 2026-12-01", "to be checked by 2026-12-01"),
    ("check-span", KVP, "sjekkes_innen: 2027-05-01", "sjekkes_innen: 2028-05-01", "more than a year after"),
    ("begins-far", KVP, "gjelder_fra: 2019-01-01", "gjelder_fra: 2029-01-01", "put the new one under kommer"),
    ("coming-begun", KVP, "neste: [hilsen]", "kommer: [{gjelder_fra: 2026-08-01, nb: Nytt., nn: Nytt., en: New.}]\nneste: [hilsen]", "began 2026-08-01"),
    ("no-such-topic", KVP, "neste: [hilsen]", "neste: [finnes_ikke]", "neste.0: «finnes_ikke» is not a topic"),
    ("own-topic", KVP, "neste: [hilsen]", "neste: [kvp]", "cannot lead to itself"),
    ("no-related", KVP, "slekt: [hilsen]", "slekt: []", "name at least one topic"),
    ("manners", HELLO, "rolle: hoflighet", "rolle: om_oss", "not in both"),
    ("no-say", KVP, "si_naar_du_ringer: {nb: «Hei.», nn: «Hei.»}\n", "", "needs si_naar_du_ringer"),
    ("change-topic", "changes.yml", "tema: kvp", "tema: kvq", "«kvq» is not a topic"),
    ("change-date", "changes.yml", "2026-11-20", "2026-12-20", "2026-12-20 is in the future"),
    ("change-date", "changes.yml", "2026-11-20", "2026-10-20", "the newest change stands first"),
    ("old-name", "addresses.yml", "kvalifisering: kvp", "kvalifisering: kvq", "«kvq» is not a topic"),
    ("old-name", "addresses.yml", "kvalifisering: kvp", "hilsen: kvp", "«hilsen» is a topic of today"),
    ("unreadable", KVP, "neste: [hilsen]", "neste: hilsen", "neste: 'hilsen' is not of type 'array'"),
    ("unreadable", KVP, "tjeneste: nav", "tjeneste: nvv", "tjeneste: 'nvv' is not one of"),
    ("unreadable", KVP, 'url: "https://lovdata.no/x"', 'url: "http://lovdata.no/x"', "does not match"),
    ("unreadable", KVP, "id: kvp", "id: kvpp", "the file is called"),
    ("unreadable", KVP, "  en: You can get help", "  de: You can get help", "'de' was unexpected"),
    ("unreadable", KVP, "  nn: Du kan få hjelp", "  xx: Du kan få hjelp", "'xx' was unexpected"),
    ("unreadable", KVP, "kort:", "kort: {", "not valid YAML"),
    ("unreadable", KVP, "tjeneste: nav", "tjeneste: nav\ntjeneste: nav", "written twice"),
    ("unreadable", KVP, "2027-05-01", "'2027-05-01'", "must be a date without quotes"),
    ("unreadable", FIGURES, "enhet: år", "enhet: aar", "'aar' is not one of"),
    ("unreadable", FIGURES, "verdi: 2}", "verdi: [2]}", "is not of type"),
    ("unreadable", FIGURES, "verdi: 2}", "verdi: {nb: to}}", "'nn' is a required property"),
    ("unreadable", FIGURES, "verdi: 2}", "formel: 2 * finnes.ikke}", "which is not here"),
    ("unreadable", FIGURES, "verdi: 2}", "formel: __import__('os')}", "does not match"),
    ("unreadable", FIGURES, "verdi: 2}", "verdi: 2, formel: 2 * 3}", "too many properties"),
    ("unreadable", FIGURES, "  navn: Varighet\n", "", "'navn' is a required property"),
    ("unreadable", FIGURES, "kvp.aar:\n", "kvp.aar:\n  gjelder: {kommuner: ['1806']}\n", "gjelder belongs in a local folder"),
    ("unreadable", GLOSSARY, "en: A decision.", "de: Ein Bescheid.", "'de' was unexpected"),
    ("unreadable", "unsaid.yml", "KVP[^.]*2 G", "KVP[^.*2 G", "the pattern cannot be read"),
    ("unreadable", "unsaid.yml", "I KVP får du 2 G.", "I KVP får du penger.", "does not find its own example"),
    ("unreadable", "changes.yml", "tema: kvp, ", "", "'tema' is a required property"),
]  # fmt: skip
"""Each kind of finding: a broken example and what is told of it. `local-language` has its own in test_local.py."""


def test_our_content_has_no_findings() -> None:
    assert [str(finding) for finding in check_content(CONTENT, date.today()) if not finding.warning] == []


def test_good_content_has_no_findings(tmp_path: Path) -> None:
    assert [str(finding) for finding in check_content(write(tmp_path), TODAY)] == []


@pytest.mark.parametrize(("rule", "file", "old", "new", "told"), FAULTS)
def test_each_fault_is_found_where_it_is(tmp_path: Path, rule: str, file: str, old: str, new: str, told: str) -> None:
    findings = check_content(write(tmp_path, file, old, new), TODAY)
    matching = [f for f in findings if f.rule == rule and told in f.message]
    assert matching, [str(finding) for finding in findings]
    finding = matching[0]
    assert finding.path.exists()
    assert 1 <= finding.line <= len(finding.path.read_text(encoding="utf-8").splitlines())
    assert finding.warning == (rule in WARNINGS)
    assert re.match(rf".*{finding.path.name}:{finding.line}: ", str(finding))


def test_every_rule_is_shown_to_fire() -> None:
    elsewhere = {"local-language", "guide-topic", "out-of-date", "unreachable"}
    assert {fault[0] for fault in FAULTS} | elsewhere == set(RULES)


@pytest.mark.parametrize("name", ["figures.yml", "glossary.yml", "unsaid.yml", "unlinked.yml", "changes.yml", "addresses.yml"])
def test_a_missing_file_is_a_finding(tmp_path: Path, name: str) -> None:
    (write(tmp_path) / name).unlink()
    assert [f.rule for f in check_content(tmp_path, TODAY)] == ["unreadable"]
