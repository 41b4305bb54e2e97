"""A small table in which everything is right, for tests that break one thing at a time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bot.guides import Guide
from bot.guides.loader import load_guide

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


def load_small(folder: Path, text: str = GOOD, name: str = "liten") -> Guide:
    path = folder / f"{name}.yml"
    path.write_text(text, encoding="utf-8")
    return load_guide(path)


def outcomes_of(guide: Guide, on: date = TODAY, **facts: object) -> list[str]:
    return [outcome.id for outcome in guide.evaluate(facts, on).outcomes]


RULE = """  - utfall: erfaren
    naar: {praksis: {tall_fra: 3}}
"""
