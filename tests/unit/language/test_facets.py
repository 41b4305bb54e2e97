"""What is asked of a topic, and whether the message names it."""

from __future__ import annotations

import pytest

from bot.language.facets import FacetReading, read_facet
from bot.language.utterance import Utterance


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("hvor lenge varer KVP?", FacetReading("varighet", False, False)),
        ("og hva får jeg i penger?", FacetReading("penger", True, False)),
        ("kor lenge kan eg vere der?", FacetReading("varighet", True, False)),
        ("hvordan søker jeg", FacetReading("soke", True, False)),
        ("hvem kan få det?", FacetReading("hvem", True, False)),
        ("når er fristen", FacetReading("frist", True, False)),
        ("hva med lærekandidat da?", FacetReading(None, True, True)),
        ("hva er kvp?", FacetReading(None, False, False)),
        ("jeg har sluttet på skolen", FacetReading(None, False, False)),
    ],
)
def test_facet(text: str, reading: FacetReading) -> None:
    assert read_facet(Utterance(text)) == reading
