"""The questions of a topic are questions, answered in their first words, and each says where its answer is from."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.check import check_content
from tests.unit.content.check.faults import KVP, Fault, found
from tests.unit.content.content_example import TODAY, write

ONCE_MORE = """  - id: jobbe
    spor: {nb: Hva da?, nn: Kva då?, en: What then?}
    svar: {nb: Spør Nav., nn: Spør Nav., en: Ask Nav.}
    kilder: [{tittel: "Om oss", url: "https://nav.no/x", sjekket: 2026-11-01}]
rad:"""

FAULTS: list[Fault] = [
    ("passage-twice", KVP, "rad:", ONCE_MORE, "«jobbe» is there already"),
    ("passage-twice", KVP, "id: jobbe", "id: frist", "what a part of every topic is called"),
    ("question-form", KVP, "Kan jeg jobbe ved siden av?", "Kan jeg jobbe ved siden av", "ends with a question mark"),
    ("question-form", KVP, "Kan jeg jobbe ved siden av?", "Kan jeg" + " jobbe" * 20 + "?", "at most 20"),
    ("answer-first", KVP, "nb: Ja, du kan", "nb: Du kan", "begin with Ja, Nei"),
    ("answer-first", KVP, "en: Yes, a little", "en: A little", "begin with Ja, Nei"),
    ("source-words", KVP, ", ord: deltakeren kan arbeide", "", "add ord"),
    ("source-words", KVP, "ord: deltakeren", "ord: " + "kan " * 25 + "deltakeren", "at most 25"),
    ("source-place", KVP, "Loven § 3", "Loven", "«Loven» needs a §"),
    ("for-you", KVP, "alder: [15, 17]", "alder: [17, 15]", "the youngest stands first"),
    ("for-you", KVP, "for: annen", "alder: [17, 20]", "keep them apart"),
    ("bare-number", KVP, "Si fra til Nav først", "Si fra til Nav etter 14 dager", "«14»"),
    ("language", KVP, "nn: Ja, du kan jobbe", "nn: Ja, du kan ikke jobbe", "«ikke»"),
    ("unreadable", KVP, "naar: {for: annen}", "naar: {}", "naar"),
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault[0]}: {fault[4]}")
def test_each_fault_is_found_where_it_is(tmp_path: Path, fault: Fault) -> None:
    assert found(tmp_path, fault)


@pytest.mark.parametrize("answer", ["Nei, ikke ennå.", "Som regel, men spør.", "Det kommer an på hvor du bor.", "Ikke alltid."])
def test_other_ways_to_answer_yes_or_no(tmp_path: Path, answer: str) -> None:
    folder = write(tmp_path, KVP, "nb: Ja, du kan jobbe litt i de {kvp.aar} årene. Si fra til Nav først.", f"nb: {answer}")
    assert not [finding for finding in check_content(folder, TODAY) if finding.rule == "answer-first"]
