"""A new topic is a file, and so is a new guide: nothing in the code names them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from bot.app import Parts
from bot.check import _guides
from bot.check import main as check
from bot.content import load_library
from bot.content.help_files import HELP
from bot.content.library import CONTENT
from bot.dialogue import State, Understanding
from bot.dialogue.message import payload
from bot.domain import domain, rules
from bot.guides.loader import GUIDES

TOPIC = """
id: lokalt_verksted
lokale_tilbud: true
tjeneste: nav
tittel: {nb: Verksted, nn: Verkstad, en: Workshop}
kort:
  nb: Du kan prøve et yrke på verkstedet. Du trenger ikke søke.
  nn: Du kan prøve eit yrke på verkstaden. Du treng ikkje søkje.
  en: You can try a trade at the workshop. You do not need to apply.
si_naar_du_ringer: {nb: "«Hei, jeg vil prøve verkstedet.»", nn: "«Hei, eg vil prøve verkstaden.»"}
neste: [kontakt_nav]
slekt: [arbeidstrening]
kilder:
  - {tittel: "Sosialtjenesteloven § 17", url: "https://lovdata.no/lov/2009-12-18-131", sjekket: 2026-11-20}
gjelder_fra: 2026-01-01
sjekkes_innen: 2027-06-01
"""
GUIDE = """
id: passer_verkstedet
tittel: {nb: Verksted eller ikke, nn: Verkstad eller ikkje, en: Workshop or not}
knapp: {nb: Finn ut om verkstedet passer, nn: Finn ut om verkstaden passar, en: Find out if the workshop suits you}
tema: lokalt_verksted
tjeneste: nav
tilbys_etter: [lokalt_verksted]
fakta:
  praktisk:
    type: valg
    sporsmal: {nb: Liker du å bruke hendene?, nn: Liker du å bruke hendene?, en: Do you like using your hands?}
    hvorfor: {nb: Verkstedet er praktisk., nn: Verkstaden er praktisk., en: The workshop is practical.}
    fortalt: {nb: "liker å bruke hendene: {0}", nn: "liker å bruke hendene: {0}", en: "likes using their hands: {0}"}
    valg:
      "ja": {nb: Ja, nn: Ja, en: "Yes"}
      "nei": {nb: Nei, nn: Nei, en: "No"}
utfall:
  passer: {tema: lokalt_verksted, tittel: {nb: Verkstedet, nn: Verkstaden, en: The workshop}}
  annet: {tema: karriereveiledning, tittel: {nb: Veiledning, nn: Rettleiing, en: Guidance}}
kilder:
  lov: {tittel: "Sosialtjenesteloven § 17", url: "https://lovdata.no/lov/2009-12-18-131", sjekket: 2026-11-20}
regler:
  - {utfall: passer, naar: {praktisk: "ja"}, kilde: lov, grunn: {nb: Det passer for deg., nn: Det passar for deg., en: It suits you.}}
  - {utfall: annet, naar: {praktisk: "nei"}, kilde: lov, grunn: {nb: Finn noe annet., nn: Finn noko anna., en: Find something else.}}
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for folder in (CONTENT, GUIDES, HELP):
        shutil.copytree(folder, tmp_path / folder.name)
    (tmp_path / "content" / "nav" / "lokalt_verksted.yml").write_text(TOPIC.lstrip(), encoding="utf-8")
    (tmp_path / "guides" / "passer_verkstedet.yml").write_text(GUIDE.lstrip(), encoding="utf-8")
    return tmp_path


def heard(intent: str, text: str = "hva er verkstedet?", **more: object) -> Understanding:
    return Understanding(text=text, intent=intent, confidence=0.9, ranking=((intent, 0.9),), **more)  # type: ignore[arg-type]


def test_both_are_spoken_of(data: Path) -> None:
    bot = Parts(content=data / "content").assistant
    answer = bot.turn(heard("lokalt_verksted"), State(spurt_sted=True))
    assert answer.messages[0].text.startswith("Du kan prøve et yrke")
    start = payload("dialog_guide", guide="passer_verkstedet")
    assert start in {suggestion.payload for suggestion in answer.messages[0].suggestions}
    asked = bot.turn(heard("dialog_guide", start, pressed=True, entities={"guide": "passer_verkstedet"}), answer.state)
    assert asked.messages[-1].text == "Liker du å bruke hendene?"
    told = bot.turn(heard("ja", "ja"), asked.state)
    assert [message.title for message in told.messages if message.type == "answer"] == ["Verkstedet"]
    assert told.state.tema == "lokalt_verksted"


def test_rasas_files_name_the_topic_and_nothing_was_found_wrong(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    topics = list(load_library(data / "content"))
    assert "\n  - lokalt_verksted\n" in domain(topics, ())
    assert "- intent: lokalt_verksted\n" in rules(topics, ())
    checked = (re.findall(r"sjekket: (\d{4}-\d\d-\d\d)", path.read_text(encoding="utf-8")) for path in (data / "content").rglob("*.yml"))
    newest = max(day for days in checked for day in days)  # the day the content was last read against its sources
    assert check(["--content", str(data / "content"), "--as-of", newest]) == 0, capsys.readouterr().out


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("tema: lokalt_verksted\ntjeneste", "tema: finnes_ikke\ntjeneste"),
        ("tjeneste: nav", "tjeneste: byen"),
        ("[lokalt_verksted]", "[finnes_ikke]"),
    ],
)
def test_a_guide_that_names_what_is_not_there_is_found(data: Path, old: str, new: str) -> None:
    assert old in GUIDE
    (data / "guides" / "passer_verkstedet.yml").write_text(GUIDE.lstrip().replace(old, new), encoding="utf-8")
    assert [finding.rule for finding in _guides(data / "content")] == ["guide-topic"]
