from __future__ import annotations

from datetime import date

import pytest

from bot.language.facets import FacetReading, read_facet
from bot.language.malform import detect_malform, read_asked_malform
from bot.language.normalise import fold, standard, tidy
from bot.language.person import read_person
from bot.language.plain import lix, sentences
from bot.language.utterance import Utterance

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Æ vil itj på skuuulen meir!!!", "jeg vil ikke på skolen mer"),
        ("korsn får æ læreplass?", "hvordan får jeg læreplass ?"),
        ("kva er KVP", "hva er kvp"),
        ("tjener 10000 i mnd", "tjener 10000 i måned"),
        ("", ""),
    ],
)
def test_standard(text: str, plain: str) -> None:
    assert standard(text) == plain


@pytest.mark.parametrize("ways", [("få", "faa", "fa"), ("lærling", "laerling", "lerling"), ("søke", "soeke", "soke")])
def test_missing_letters_meet_when_folded(ways: tuple[str, ...]) -> None:
    assert len({fold(way) for way in ways}) == 1


def test_tidy_survives_anything() -> None:
    assert tidy("h\u200be\u00adi \ud800\x00 ﬁn") == "hei ? fin"


@pytest.mark.parametrize(
    ("text", "malform"),
    [
        ("ikkje fullført vidaregåande", "nn"),
        ("kva gjer eg no", "nn"),
        ("hva gjør jeg nå", "nb"),
        ("how do i get a job", "en"),
        ("kvp", None),
        ("kem kan hjelpe mæ", None),
        ("job", None),
        ("i 2 years have i worked, what can i do", "en"),
    ],
)
def test_malform(text: str, malform: str | None) -> None:
    assert detect_malform(Utterance(text)) == malform


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


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("er 26 og fikk aldri fullført", 26),
        ("æ e 19", 19),
        ("jente 17 år, bor i Bodø", 17),
        ("født i 2004", 22),
        ("I'm 22 years old", 22),
        ("en 24-åring", 24),
        ("har jobbet 40 timer", None),
        ("er 100 kr", None),
        ("den 12 mai", None),
        ("jobbet i 15 år", None),
    ],
)
def test_age(text: str, age: int | None) -> None:
    born = read_person(Utterance(text), TODAY).born
    assert (TODAY.year - born if born else None) == age


@pytest.mark.parametrize(
    ("text", "malform"),
    [
        ("kan du svare på nynorsk", "nn"),
        ("english please", "en"),
        ("bokmål takk", "nb"),
        ("strøk i engelsk", None),
        ("har nynorsk eksamen", None),
    ],
)
def test_asked_malform(text: str, malform: str | None) -> None:
    assert read_asked_malform(Utterance(text)) == malform


def test_lix() -> None:
    assert lix("Du får hjelp. Nav avgjør.") == pytest.approx(2.5)
    assert lix("") == 0
    assert len(sentences("Ring Nav. De svarer. «Hei.»")) == 3
