"""Every text of a guide is plain and true: figures that exist, ages that are the rule's own, topics that explain it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest

from bot.content.figures import REFERENCE
from bot.guides import Guide
from bot.guides.model import Rule, Text
from bot.language.plain import lix, sentences, words
from tests.parts import PARTS

ALL = PARTS.guides
TODAY = date(2026, 11, 23)
MAX_SENTENCE_WORDS, MAX_LIX = 20, 40.0
NAMES_WITH_DIGITS = re.compile(r"\bVg[123]\b|\b0\+4\b|\b(?:august|August) 20\d\d\b|\{0\}")


def texts(guide: Guide) -> Iterator[tuple[str, Text]]:
    """Every text of a guide that a person reads, with where it stands."""
    for fact in guide.facts.values():
        yield f"{fact.id}: sporsmal", fact.question
        yield f"{fact.id}: hvorfor", fact.why
    for rule in guide.rules:
        yield f"line {rule.line}", rule.reason
    for item in guide.advice:
        yield "raad", item.text
    for item in guide.otherwise:
        yield f"line {item.line}", item.reason


def in_force(rule: Rule) -> date:
    return min(rule.period.end or TODAY, max(rule.period.start or TODAY, TODAY))


@pytest.mark.parametrize("guide", ALL.values(), ids=lambda guide: guide.id)
def test_texts_are_short_and_plain(guide: Guide) -> None:
    for where, text in texts(guide):
        for code in ("nb", "nn"):
            shown = PARTS.library.figures.fill(text[code], code, TODAY)  # type: ignore[arg-type]
            for sentence in sentences(shown):
                assert len(words(sentence)) <= MAX_SENTENCE_WORDS, (where, sentence)
            assert len(words(shown)) < 8 or lix(shown) <= MAX_LIX, (where, code, round(lix(shown)), shown)
        assert "NAV" not in "".join(text.values())


@pytest.mark.parametrize("guide", ALL.values(), ids=lambda guide: guide.id)
def test_a_number_is_a_figure_or_a_bound_of_its_own_rule(guide: Guide) -> None:
    bounds = {str(n) for rule in guide.rules for c in rule.conditions for n in (c.low, c.high, (c.high or 0) + 1) if n}
    for rule in guide.rules:
        own = {str(n) for c in rule.conditions for n in (c.low, c.high, (c.high or 0) + 1) if n is not None}
        for text in rule.reason.values():
            assert set(_bare_numbers(text)) <= own, (rule.line, text)
    for where, text in texts(guide):
        assert {number for code in text for number in _bare_numbers(text[code])} <= bounds, (where, text)


@pytest.mark.parametrize("guide", ALL.values(), ids=lambda guide: guide.id)
def test_every_figure_and_topic_exists(guide: Guide) -> None:
    for rule in guide.rules:
        for code, text in rule.reason.items():
            assert "{" not in PARTS.library.figures.fill(text, code, in_force(rule)), rule.line  # type: ignore[arg-type]
    assert {outcome.topic for outcome in guide.outcomes.values()} <= {topic.id for topic in PARTS.library}


@pytest.mark.parametrize(
    ("figure", "guide", "outcome", "measure", "side"),
    [
        ("rett_ungdom.siste_aar", "hvilken_rett", "ungdomsrett", "school_age", "high"),
        ("rett_voksen.fra_aar", "hvilken_rett", "voksenrett", "school_age", "low"),
        ("ot.siste_aar", "hvilken_rett", "ot", "age", "high"),
        ("praksiskandidat.aar", "vei_til_fagbrev", "praksiskandidat", "value", "low"),
        ("fagbrev_pa_jobb.praksis_aar", "vei_til_fagbrev", "fagbrev_pa_jobb", "value", "low"),
        ("menn_i_helse.alder_fra", "vei_til_fagbrev", "menn_i_helse", "age", "low"),
        ("menn_i_helse.alder_til", "vei_til_fagbrev", "menn_i_helse", "age", "high"),
        ("nav_opplaering.alder_fra", "vei_til_fagbrev", "nav_opplaering", "age", "low"),
        ("nav_opplaering.alder_fra", "hvilke_tiltak", "nav_opplaering", "age", "low"),
        ("ungdomsgaranti.alder_fra", "hvilke_tiltak", "ungdomsgaranti", "age", "low"),
        ("ungdomsgaranti.alder_til", "hvilke_tiltak", "ungdomsgaranti", "age", "high"),
        ("tiltak.alder_fra", "hvilke_tiltak", "arbeidstrening", "age", "low"),
        ("kvp.alder_fra", "hvilke_tiltak", "kvp", "age", "low"),
        ("kvp.alder_til", "hvilke_tiltak", "kvp", "age", "high"),
        ("sommerjobb.alder_til", "hvilke_tiltak", "sommerjobb", "age", "high"),
        ("ungdomsprogrammet.alder_fra", "hvilke_tiltak", "ungdomsprogrammet", "age", "low"),
        ("ungdomsprogrammet.alder_under", "hvilke_tiltak", "ungdomsprogrammet", "age", "high"),
    ],
)
def test_the_rules_and_the_figures_say_the_same(figure: str, guide: str, outcome: str, measure: str, side: str) -> None:
    """Whoever changes one of them when the law changes is reminded of the other."""
    rules = ALL[guide].claims(TODAY)[outcome]
    bounds = {getattr(c, side) for rule in rules for c in rule.conditions if c.measure == measure and not c.values}
    assert PARTS.library.figures.number(figure, TODAY) in bounds


def test_every_route_and_measure_the_guides_are_for_is_there() -> None:
    assert set(ALL["hvilken_rett"].outcomes) == set(
        "ungdomsrett voksenrett fullforingsrett paabygging rekvalifisering fov ot i_gang ingen_rett".split()
    )
    assert set(ALL["vei_til_fagbrev"].outcomes) == set(
        """laerling laereplass_eller_vg3 full_opplaering_i_bedrift vekslingsmodell fagbrev_pa_jobb praksiskandidat
        laerekandidat praksisbrev modul_voksen menn_i_helse realkompetanse nav_opplaering""".split()
    )
    assert set(ALL["hvilke_tiltak"].outcomes) >= set(
        """ungdomsgaranti jobbsok_hjelp arbeidstrening lonnstilskudd mentor inkluderingstilskudd jobbspesialist ips kvp
        nav_opplaering sommerjobb""".split()
    )


@pytest.mark.parametrize("on", [TODAY, date(2020, 11, 23)])
def test_nav_always_decides(on: date) -> None:
    advice = ALL["hvilke_tiltak"].evaluate({}, on).advice
    assert advice is not None
    assert "Nav vurderer og avgjør" in advice["nb"]
    assert "Nav vurderer og avgjer" in advice["nn"]
    assert "Ta med til møtet" in advice["nb"]


def test_before_its_rules_a_guide_says_that_it_does_not_know() -> None:
    for guide in ("vei_til_fagbrev", "hvilke_tiltak"):
        answer = ALL[guide].evaluate({}, date(2020, 11, 23))
        assert (answer.outcomes, answer.done) == ((), True)
        assert answer.advice is not None
        assert "Jeg kjenner bare reglene fra august" in answer.advice["nb"]


def _bare_numbers(text: str) -> list[str]:
    return re.findall(r"\d+", NAMES_WITH_DIGITS.sub("", REFERENCE.sub("", text)))
