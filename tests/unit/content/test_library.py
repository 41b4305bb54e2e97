"""An answer is of a date: figures, rules to come, hard words explained."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.content import load_library
from tests.unit.content.content_example import NEW_ROW, write

COMING = """kommer:
  - gjelder_fra: 2027-08-01
    nb: Du kan få hjelp i {kvp.aar} år til.
    nn: Du kan få hjelp i {kvp.aar} år til.
    en: You can get help for {kvp.aar} more years.
neste: [hilsen]"""


NEW_G = "- {fra: 2026-05-01, verdi: 136549}\n    - {fra: 2027-05-01, verdi: 142000}"


@pytest.mark.parametrize(("on", "told"), [
    (date(2026, 7, 31), ()),
    (date(2026, 8, 1), ("Fra 1. august 2027: Du kan få hjelp i 2 år til.",)),
    (date(2027, 9, 1), ("Fra 1. august 2027: Du kan få hjelp i 2 år til.",)),
])  # fmt: skip
def test_a_new_rule_is_told_when_it_is_near(tmp_path: Path, on: date, told: tuple[str, ...]) -> None:
    library = load_library(write(tmp_path, "nav/kvp.yml", "neste: [hilsen]", COMING))
    assert library.answer("kvp", "nb", on).upcoming == told
    assert library.answer("kvp", "nb", on, "penger").upcoming == ()


def test_a_topic_that_is_yet_to_begin_says_so(tmp_path: Path) -> None:
    folder = write(tmp_path, "nav/kvp.yml", "gjelder_fra: 2019-01-01", "gjelder_fra: 2027-08-01")
    answer = load_library(folder).answer("kvp", "nn", date(2027, 7, 31))
    assert answer.text.startswith("Frå 1. august 2027: Du kan få hjelp i 2 år.")
    assert load_library(folder).answer("kvp", "nn", date(2027, 8, 1)).text.startswith("Du kan få hjelp")


@pytest.mark.parametrize(("on", "text", "told"), [
    (date(2025, 12, 31), "i 2 år", ()),
    (date(2026, 11, 23), "i 2 år", ("Fra 1. januar 2027: Du kan få hjelp i 3 år.",)),
    (date(2027, 1, 1), "i 3 år", ()),
])  # fmt: skip
def test_a_figure_with_a_row_to_come(tmp_path: Path, on: date, text: str, told: tuple[str, ...]) -> None:
    folder = write(tmp_path, "figures.yml", "- {fra: 2019-01-01, verdi: 2}", NEW_ROW)
    answer = load_library(folder).answer("kvp", "nb", on)
    assert text in answer.text
    assert answer.upcoming == told


def test_a_figure_worked_out_from_one_that_changes(tmp_path: Path) -> None:
    folder = write(tmp_path, "figures.yml", "- {fra: 2026-05-01, verdi: 136549}", NEW_G)
    answer = load_library(folder).answer("kvp", "nn", date(2026, 11, 23), "penger")
    assert answer.text == "Du får 22\u00a0758 kroner i månaden."
    assert answer.upcoming == ("Frå 1. mai 2027: Du får 23\u00a0667 kroner i månaden.",)


def test_hard_words_are_explained_but_not_the_topics_own(tmp_path: Path) -> None:
    library = load_library(write(tmp_path))
    words = library.answer("kvp", "nn", date(2026, 11, 23)).words
    assert [(word.word, word.text) for word in words] == [("vedtak", "Eit svar du kan klage på.")]
    assert words[0].as_json() == {"word": "vedtak", "text": "Eit svar du kan klage på.", "topic": None, "forms": ["vedtak"]}
    assert [word.id for word in library.glossary.find("KVP er noe.", "nb")] == ["kvp"]


OWN_SOURCE = 'fasettkilder: {penger: [{tittel: "Loven § 2", url: "https://lovdata.no/x", sjekket: 2026-11-01}]}\nneste: [hilsen]'


def test_a_facet_says_where_it_is_known_from_and_nothing_else(tmp_path: Path) -> None:
    library = load_library(write(tmp_path, "nav/kvp.yml", "neste: [hilsen]", OWN_SOURCE))
    money, short, question = (
        library.answer("kvp", "nb", date(2026, 11, 23), **asked) for asked in ({"facet": "penger"}, {}, {"part": "jobbe"})
    )
    assert [source.title for source in money.sources] == ["Loven § 2"]
    assert [source.title for source in short.sources] == ["Loven § 1"]
    assert [source.title for source in question.sources] == ["Loven § 3"]
