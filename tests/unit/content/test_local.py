"""Local knowledge is laid over ours where it applies, and nowhere else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.contacts.importer import DATA_DIR
from bot.contacts.local import read_with_local
from bot.content import load_library
from bot.content.check import check_content
from bot.yaml_lines import ContentError
from tests.unit.content.content_example import (
    BODO,
    COUNTY,
    FIGURES,
    NARVIK,
    OSLO,
    TODAY,
    TOPIC,
    local_folder,
    write,
)


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


def test_what_a_place_says_of_a_facet_comes_before_our_sources_of_it(tmp_path: Path) -> None:
    own = 'fasettkilder: {penger: [{tittel: "Loven § 2", url: "https://lovdata.no/x", sjekket: 2026-11-01}]}\nneste: [hilsen]'
    ours = write(tmp_path / "ours", "nav/kvp.yml", "neste: [hilsen]", own)
    money = 'fasetter: {penger: {nb: "Du får pengene fredag.", nn: "Du får pengane fredag.", en: "You are paid on Friday."}}\nkilder:'
    for name, change, told in (
        ("short", TOPIC, ["Loven § 2"]),
        ("money", TOPIC.replace("kilder:", money), ["Narvik kommune", "Loven § 2"]),
    ):
        library = load_library(ours, local_folder(tmp_path / name, content__nav__kvp_yml=change))
        assert [source.title for source in library.answer("kvp", "nb", TODAY, "penger", NARVIK).sources] == told


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


def test_a_local_figure_must_say_where(ours: Path, tmp_path: Path) -> None:
    local = local_folder(tmp_path / "l", figures_yml=FIGURES.replace('  gjelder: {kommuner: ["1806"]}\n', ""))
    assert [f.rule for f in check_content(ours, TODAY, local)] == ["unreadable"]
    with pytest.raises(ContentError, match="say where it applies"):
        load_library(ours, local)


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
