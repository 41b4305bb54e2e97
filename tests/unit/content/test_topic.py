"""A topic file becomes a topic; what breaks it is named by file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.topic import load_topic
from bot.yaml_lines import ContentError
from tests.unit.content.content_example import write

KVP = "nav/kvp.yml"


def test_its_area_is_its_folder_and_its_texts_have_single_spaces(tmp_path: Path) -> None:
    topic = load_topic(write(tmp_path, KVP, "Nav avgjør i et vedtak.", "Nav avgjør\n    i et  vedtak.") / KVP)
    assert (topic.id, topic.area, topic.service) == ("kvp", "nav", "nav")
    assert "Nav avgjør i et vedtak." in topic.short["nb"]


def test_every_text_a_reader_sees_is_among_its_passages(tmp_path: Path) -> None:
    coming = "kommer: [{gjelder_fra: 2027-08-01, nb: Nytt., nn: Nytt., en: New.}]\nneste: [hilsen]"
    topic = load_topic(write(tmp_path, KVP, "neste: [hilsen]", coming) / KVP)
    asked = [("sporsmal", 0, *key) for key in (("spor",), ("svar",), ("for_deg", 0), ("for_deg", 1))]
    assert [key for key, _ in topic.wordings()] == [
        ("kort",),
        ("fasetter", "penger"),
        ("rad",),
        ("si_naar_du_ringer",),
        ("kommer", 0),
        *asked,
    ]
    assert (("kommer", 0, "en"), "en", "New.") in list(topic.texts())


def test_what_may_be_left_out_may(tmp_path: Path) -> None:
    topic = load_topic(write(tmp_path, KVP, "rad: {nb: Spør tidlig., nn: Spør tidleg.}\n", "") / KVP)
    assert topic.advice is None
    assert topic.coming == ()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("id: kvp", "id: kvq", r"kvp\.yml:1: id is «kvq», the file is called «kvp»"),
        ("gjelder_fra: 2019-01-01", "gjelder_fra: '2019-01-01'", "must be a date without quotes"),
        ("tjeneste: nav", "tjeneste: byen", r"kvp\.yml:2: tjeneste: 'byen' is not one of"),
    ],
)
def test_what_breaks_it_is_named(tmp_path: Path, old: str, new: str, told: str) -> None:
    with pytest.raises(ContentError, match=told):
        load_topic(write(tmp_path, KVP, old, new) / KVP)


def test_a_facet_is_called_what_the_topic_calls_it_or_the_usual(tmp_path: Path) -> None:
    named = "fasettnavn: {penger: {nb: Hva koster det?, nn: Kva kostar det?, en: What does it cost?}}\nneste: [hilsen]"
    usual, own = (load_topic(write(tmp_path, KVP, "neste: [hilsen]", text) / KVP) for text in ("neste: [hilsen]", named))
    assert usual.facet_name("penger", "nn", lambda key, malform: f"{key} {malform}") == "fasett_penger nn"
    assert own.facet_name("penger", "nn", lambda key, malform: key) == "Kva kostar det?"


def test_a_name_without_its_facet_is_refused(tmp_path: Path) -> None:
    named = "fasettnavn: {frist: {nb: Når?, nn: Når?, en: When?}}\nneste: [hilsen]"
    path = write(tmp_path, KVP, "neste: [hilsen]", named) / KVP
    with pytest.raises(ContentError, match="«frist» has a name and no text"):
        load_topic(path)


OWN_SOURCE = """fasettkilder:
  penger: [{tittel: "Sosialtjenesteloven § 35", url: "https://lovdata.no/lov/2009-12-18-131/§35", sjekket: 2026-11-29}]
neste: [hilsen]"""


def test_a_facet_has_its_own_sources_or_those_of_the_topic(tmp_path: Path) -> None:
    topic = load_topic(write(tmp_path, KVP, "neste: [hilsen]", OWN_SOURCE) / KVP)
    assert [source.title for source in topic.sources_of("penger")] == ["Sosialtjenesteloven § 35"]
    assert topic.sources_of("hvem") == topic.sources_of(None) == topic.sources
    assert [key for key, _ in topic.every_source()][-1] == ("fasettkilder", "penger", 0)


def test_sources_without_their_facet_are_refused(tmp_path: Path) -> None:
    path = write(tmp_path, KVP, "neste: [hilsen]", OWN_SOURCE.replace("penger:", "frist:")) / KVP
    with pytest.raises(ContentError, match="«frist» has sources and no text"):
        load_topic(path)
