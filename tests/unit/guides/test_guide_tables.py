"""A small table: what the engine makes of it, and that each way to break it is refused where it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.guides import FactError, Guide, GuideError, load_guides
from bot.guides.loader import load_guide
from bot.yaml_lines import ContentError

TODAY = date(2026, 11, 23)

GOOD = """id: liten
tittel: {nb: Liten, nn: Liten, en: Small}
knapp: {nb: Start, nn: Start, en: Start}
tema: ot
tjeneste: ot
fakta:
  fodt:
    type: aar
    fra: 1930
    til: 2020
    sporsmal: {nb: "Når er du født?", nn: "Når er du fødd?", en: "When were you born?"}
    hvorfor: {nb: Alder teller., nn: Alder tel., en: Age counts.}
    fortalt: {nb: "født i {0}", nn: "fødd i {0}", en: "born in {0}"}
  praksis:
    type: tall
    fra: 0
    til: 40
    sporsmal: {nb: "Hvor lenge?", nn: "Kor lenge?", en: "How long?"}
    hvorfor: {nb: Tid teller., nn: Tid tel., en: Time counts.}
    fortalt: {nb: "{0} år", nn: "{0} år", en: "{0} years"}
  jobb:
    type: valg
    sporsmal: {nb: "Har du jobb?", nn: "Har du jobb?", en: "Do you have a job?"}
    hvorfor: {nb: Jobb teller., nn: Jobb tel., en: Jobs count.}
    fortalt: {nb: "jobb: {0}", nn: "jobb: {0}", en: "job: {0}"}
    valg:
      "ja": {nb: Ja, nn: Ja, en: "Yes"}
      "nei": {nb: Nei, nn: Nei, en: "No"}
      vet_ikke: {nb: Vet ikke, nn: Veit ikkje, en: I do not know}
utfall:
  ung: {tema: ot, tittel: {nb: Ung, nn: Ung, en: Young}}
  erfaren: {tema: praksiskandidat, tittel: {nb: Erfaren, nn: Erfaren, en: Experienced}}
  annet: {tema: karriereveiledning, tittel: {nb: Annet, nn: Anna, en: Other}}
kilder:
  lov: {tittel: Loven § 1, url: "https://lovdata.no/x", sjekket: 2026-11-23}
regler:
  - utfall: ung
    naar: {jobb: "ja", fodt: {alder_til: 24}}
    kilde: lov
    grunn: {nb: Ung i jobb., nn: Ung i jobb., en: Young with a job.}
  - utfall: ung
    naar: {jobb: ["nei", vet_ikke], fodt: {alder_til: 24}}
    kilde: lov
    grunn: {nb: Ung uten jobb., nn: Ung utan jobb., en: Young without a job.}
  - utfall: erfaren
    naar: {praksis: {tall_fra: 3}}
    kilde: lov
    vekt: 10
    fra: 2025-01-01
    grunn: {nb: Lang praksis., nn: Lang praksis., en: Long practice.}
raad:
  - tekst: {nb: Alltid., nn: Alltid., en: Always.}
  - naar: {jobb: vet_ikke}
    usikker: true
    tekst: {nb: Snakk med noen., nn: Snakk med nokon., en: Talk to someone.}
ellers:
  - utfall: annet
    kilde: lov
    grunn: {nb: Ellers., nn: Elles., en: Otherwise.}
"""


def _load(folder: Path, text: str = GOOD, name: str = "liten") -> Guide:
    path = folder / f"{name}.yml"
    path.write_text(text, encoding="utf-8")
    return load_guide(path)


def _outcomes(guide: Guide, on: date = TODAY, **facts: object) -> list[str]:
    return [outcome.id for outcome in guide.evaluate(facts, on).outcomes]


def test_outcomes_are_ranked_each_with_its_reason_and_source(tmp_path: Path) -> None:
    answer = _load(tmp_path).evaluate({"jobb": "ja", "fodt": 2004, "praksis": 3}, TODAY)
    assert [(o.id, o.reason["nb"]) for o in answer.outcomes] == [("erfaren", "Lang praksis."), ("ung", "Ung i jobb.")]
    assert [(b.fact, b.value, b.rule) for b in answer.because] == [
        ("praksis", 3, "erfaren"),
        ("jobb", "ja", "ung"),
        ("fodt", 2004, "ung"),
    ]
    assert {b.source.title for b in answer.because} == {"Loven § 1"}
    assert answer.advice == {"nb": "Alltid.", "nn": "Alltid.", "en": "Always."}


def test_what_follows_in_any_case_still_needs_a_reason(tmp_path: Path) -> None:
    """«ung» is certain for a person of 22 whatever the job, but not yet why: the job is asked for."""
    answer = _load(tmp_path, GOOD.replace("    usikker: true\n", "")).evaluate({"fodt": 2004, "praksis": 0}, TODAY)
    assert answer.outcomes == ()
    assert answer.missing == ("jobb",)


def test_nothing_is_asked_that_cannot_matter(tmp_path: Path) -> None:
    guide = _load(tmp_path)
    older = guide.evaluate({"fodt": 1990, "praksis": 5}, TODAY)
    assert older.missing == ("jobb",), "one who does not know about the job is told to talk to someone"
    assert guide.evaluate({"fodt": 1990, "jobb": "nei"}, TODAY).missing == ("praksis",)
    assert guide.evaluate({"jobb": "nei", "fodt": 1990, "praksis": 1}, TODAY).done
    assert guide.evaluate({"jobb": "nei", "fodt": 1990}, date(2024, 12, 31)).done, "practice did not count then"


def test_both_sides_of_every_bound_are_looked_at(tmp_path: Path) -> None:
    guide = _load(tmp_path)
    assert {2001, 2002} <= set(guide.values("fodt", TODAY))
    assert {2, 3} <= set(guide.values("praksis", TODAY))


def test_a_number_offers_what_the_rules_tell_apart(tmp_path: Path) -> None:
    question = _load(tmp_path).evaluate({"jobb": "ja", "fodt": 2004}, TODAY).next_question
    assert question is not None
    assert [(value, label["nn"]) for value, label in question.options] == [(0, "0"), (1, "1"), (2, "2"), (3, "3+")]


def test_otherwise_follows_only_when_nothing_else_does(tmp_path: Path) -> None:
    guide = _load(tmp_path)
    assert _outcomes(guide, jobb="nei", fodt=1990, praksis=0) == ["annet"]
    assert _outcomes(guide, jobb="vet_ikke", fodt=1990, praksis=0) == [], "not sure is not the same as no"
    assert _outcomes(guide, date(2024, 12, 31), jobb="nei", fodt=1990, praksis=9) == ["annet"]


def test_facts_are_told_back(tmp_path: Path) -> None:
    guide = _load(tmp_path, GOOD.replace('{nb: Ja, nn: Ja, en: "Yes"}', "{nb: Jeg har jobb, nn: Eg har jobb, en: I have a job}"))
    assert guide.describe("fodt", 2004, "nn") == "fødd i 2004"
    assert guide.describe("jobb", "ja", "nb") == "jobb: jeg har jobb"
    assert guide.describe("jobb", "ja", "en") == "job: I have a job"


@pytest.mark.parametrize(
    ("name", "value"), [("fodt", 1929), ("fodt", "i fjor"), ("fodt", True), ("fodt", None), ("jobb", "kanskje"), ("jobb", 1), ("navn", "x")]
)
def test_a_fact_that_cannot_be_is_refused_in_every_language(tmp_path: Path, name: str, value: object) -> None:
    with pytest.raises(FactError, match=f"«{name}»") as refused:
        _load(tmp_path).evaluate({name: value}, TODAY)
    assert set(refused.value.message) == {"nb", "nn", "en"}


RULE = """  - utfall: erfaren
    naar: {praksis: {tall_fra: 3}}
"""


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        ("naar: {praksis: {tall_fra: 3}}", "naar: {alder: {tall_fra: 3}}", "naar: {alder", "«alder» is not in fakta"),
        ("naar: {praksis: {tall_fra: 3}}", "naar: {praksis: {tall_fra: 41}}", "  - utfall: erfaren", "can never apply"),
        ('naar: {jobb: ["nei", vet_ikke], fodt: {alder_til: 24}}', 'naar: {jobb: ["nei", vet_ikke], fodt: {alder_til: 24, alder_fra: 25}}', '  - utfall: ung', "can never apply"),
        ('naar: {jobb: ["nei", vet_ikke],', 'naar: {jobb: ["ja", "nei", vet_ikke],', '  - utfall: ung', "overlaps with the rule in line"),
        ("hvorfor: {nb: Tid teller., nn: Tid tel., en: Time counts.}", "hvorfor: {nb: Tid teller., en: Time counts.}", "hvorfor: {nb: Tid", "nn is missing"),
        ("hvorfor: {nb: Tid teller.,", "hvorfor: {nb: ' ',", "hvorfor: {nb: ' '", "the text is empty"),
        ("hvorfor: {nb: Tid teller.,", "hvorfor: {de: Zeit, nb: Tid teller.,", "hvorfor: {de", "«de» is not known here"),
        ("fra: 2025-01-01", "fra: 1. januar 2025", "fra: 1. januar", "must be a date"),
        ("fra: 2025-01-01", "fra: 2025-01-01\n    til: 2024-01-01", "til: 2024", "til is before fra"),
        ("fra: 2025-01-01", "fra: 2025-13-01", "fra: 2025-13-01", "«2025-13-01» is no date"),
        ("sjekket: 2026-11-23", "sjekket: i går", "lov: {tittel", "sjekket must be a date"),
        ("    kilde: lov\n    vekt: 10", "    kilde: loven\n    vekt: 10", "kilde: loven", "«loven» is not in kilder"),
        (RULE, RULE.replace("praksis: {tall_fra: 3}", 'jobb: "ja"'), "  praksis:", "no rule asks for praksis"),
        ("  - utfall: erfaren", "  - utfall: ukjent", "utfall: ukjent", "«ukjent» is not in utfall"),
        (GOOD[GOOD.index("ellers:") :], "ellers:\n  - utfall: ung\n    kilde: lov\n    grunn: {nb: E, nn: E, en: E}\n", "  annet:", "no rule leads to annet"),
        ("  - utfall: annet", "  - utfall: annet\n    kilde: lov\n    grunn: {nb: E, nn: E, en: E}\n  - utfall: annet", "  - utfall: annet", "another of ellers is in force"),
        ('jobb: "ja", fodt', 'jobb: kanskje, fodt', "jobb: kanskje", "«kanskje» is not an option of jobb"),
        ("{tall_fra: 3}", "{alder_fra: 3}", "{alder_fra: 3}", "tall measures a number"),
        ("{tall_fra: 3}", "{tall_fra: tre}", "{tall_fra: tre}", "with whole numbers"),
        ("{tall_fra: 3}", "3", "praksis: 3", "a condition on praksis has some of"),
        ("    vekt: 10", "    vekt: tung", "vekt: tung", "vekt must be a whole number"),
        ("    type: tall\n", "    type: kommatall\n", "type: kommatall", "type must be one of"),
        ("    til: 40", "    til: -1", "  praksis:", "need fra and til"),
        ('fortalt: {nb: "{0} år"', 'fortalt: {nb: "år"', 'fortalt: {nb: "år"', "{0} where the value goes"),
        ('url: "https://lovdata.no/x"', 'url: "http://lovdata.no/x"', "lov: {tittel", "https://"),
        ("id: liten", "id: stor", "id: stor", "the file is called"),
        ("kilder:", "kilder: [", "regler:", "not valid YAML"),
        ("regler:", "regler:\nregler:", "regler:", "written twice"),
    ],
)  # fmt: skip
def test_a_broken_table_is_refused_with_file_and_line(tmp_path: Path, old: str, new: str, line: str, told: str) -> None:
    assert old in GOOD
    broken = GOOD.replace(old, new, 1)
    with pytest.raises(ContentError, match=r"liten\.yml:\d+: ") as refused:
        _load(tmp_path, broken)
    path, number, reason = str(refused.value).split(":", 2)
    assert path == str(tmp_path / "liten.yml")
    assert told in reason
    assert line in broken.splitlines()[int(number) - 1], (number, reason)


def test_a_situation_without_an_answer_is_named(tmp_path: Path) -> None:
    gap = GOOD[: GOOD.index("ellers:")].replace("  annet: {tema: karriereveiledning, tittel: {nb: Annet, nn: Anna, en: Other}}\n", "")
    with pytest.raises(GuideError, match=r"liten\.yml:\d+: no answer on 2025-08-01 for jobb=ja, fodt=\d{4}, praksis=\d: add a rule"):
        _load(tmp_path, gap)


def test_facts_of_one_name_take_the_same_answers_in_every_guide(tmp_path: Path) -> None:
    _load(tmp_path)
    other = GOOD.replace("id: liten", "id: mindre").replace("vet_ikke", "usikker")
    (tmp_path / "mindre.yml").write_text(other, encoding="utf-8")
    with pytest.raises(GuideError, match=r"mindre\.yml:\d+: jobb takes other answers in liten"):
        load_guides(tmp_path)


def test_a_folder_without_guides_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GuideError, match="no guides here"):
        load_guides(tmp_path)
