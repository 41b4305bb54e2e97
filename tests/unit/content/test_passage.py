"""A question with its answer: who is told one sentence more."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.content import load_library
from bot.content.library import Person
from bot.content.passage import Passage
from tests.parts import PARTS
from tests.unit.content.content_example import TODAY, write

YOUNG, FOR_ANOTHER = "Du må ha lov hjemmefra.", "Hjelp til med å spørre."


@pytest.mark.parametrize(("person", "told"), [
    (Person(), None),
    (Person(14), None),
    (Person(15), YOUNG),
    (Person(17), YOUNG),
    (Person(18), None),
    (Person(16, other=True), FOR_ANOTHER),
    (Person(other=True), FOR_ANOTHER),
])  # fmt: skip
def test_a_sentence_for_some(tmp_path: Path, person: Person, told: str | None) -> None:
    answer = load_library(write(tmp_path)).answer("kvp", "nb", TODAY, part="jobbe", person=person)
    assert answer.for_you == told


def test_its_texts_are_found_by_their_key_paths(tmp_path: Path) -> None:
    topic = load_library(write(tmp_path))["kvp"]
    keys = [key for key, _ in topic.wordings() if key[0] == "sporsmal"]
    assert keys == [("sporsmal", 0, "spor"), ("sporsmal", 0, "svar"), ("sporsmal", 0, "for_deg", 0), ("sporsmal", 0, "for_deg", 1)]
    assert topic.document.line(("sporsmal", 0, "svar", "nb")) > topic.document.line(("sporsmal", 0, "spor"))


def test_the_answer_is_its_own(tmp_path: Path) -> None:
    library = load_library(write(tmp_path))
    answer = library.answer("kvp", "nn", TODAY, facet="penger", part="jobbe")
    assert (answer.part, answer.facet, answer.question) == ("jobbe", None, "Kan eg jobbe ved sida av?")
    assert answer.text.startswith("Ja, du kan jobbe litt i dei 2 åra.")
    assert [(source.title, source.words) for source in answer.sources] == [("Loven § 3", "deltakeren kan arbeide")]
    assert library["kvp"].passage("nothing") is None
    assert library.answer("kvp", "nn", TODAY, part="nothing").text == library.answer("kvp", "nn", TODAY).text


@pytest.mark.parametrize(
    ("answer", "plainly"), [("Ja. Du kan.", True), ("Nei, ikke før du er 18.", True), ("Jakt er lov.", False), ("Det kommer an på.", False)]
)
def test_a_plain_yes_or_no(answer: str, plainly: bool) -> None:
    assert Passage("x", {}, {"nb": answer}, (), ()).says_yes_or_no is plainly


def _passage(ages: tuple[int, int] | None, whose: str | None) -> Passage:
    return Passage("a", {}, {}, (), (), ages, whose)


@pytest.mark.parametrize(("ages", "whose", "age", "other", "suits"), [
    (None, None, None, False, True),
    ((0, 17), None, 23, False, False),
    ((0, 17), None, 17, False, True),
    ((0, 17), None, None, False, True),
    (None, "annen", None, False, False),
    (None, "annen", 16, True, True),
    (None, "selv", None, True, False),
    (None, "selv", None, False, True),
])  # fmt: skip
def test_whom_a_question_is_suggested_to(
    ages: tuple[int, int] | None, whose: str | None, age: int | None, other: bool, suits: bool
) -> None:
    assert _passage(ages, whose).suits(age, other) == suits


def test_a_question_that_names_an_age_or_a_helper_says_whom_it_is_suggested_to() -> None:
    """Somebody of 23 is not to ask what one may do as a minor, nor what one's pupil may."""
    names = re.compile(
        r"(?:når|hvis|om) jeg er (?:under|over) \{|før jeg er \{?myndig|mindreårig|barnet (?:mitt|vårt) (?:har sluttet|orker|skal)|lærlingen vår",
        re.IGNORECASE,
    )
    for topic in PARTS.library:
        if topic.id == "for_andre":
            continue  # the whole topic is
        for passage in topic.passages:
            if names.search(passage.question["nb"]):
                assert passage.ages or passage.whose, (topic.id, passage.id, passage.question["nb"])
