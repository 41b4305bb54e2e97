"""What the conversation gets of it: hard words explained once, rules to come, what the place changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.content import load_library
from bot.content.library import Person
from bot.dialogue.message import Message
from bot.dialogue.voice import Voice
from tests.parts import PARTS
from tests.unit.content.content_example import BODO, NARVIK, NEW_ROW, TODAY, TOPIC, local_folder, write

PHRASES = PARTS.phrases


def _voice(folder: Path, local: Path | None = None) -> Voice:
    return Voice(load_library(folder, local), PHRASES)


@pytest.mark.parametrize(("malform", "text"), [
    ("nb", "Et svar du kan klage på."), ("nn", "Eit svar du kan klage på."), ("en", "A decision."),
])  # fmt: skip
def test_a_message_carries_its_hard_words(tmp_path: Path, malform: str, text: str) -> None:
    message = _voice(write(tmp_path)).explained(Message("notice", "Vent på vedtak om KVP.", malform=malform))
    assert message.as_json()["words"][0] == {"word": "vedtak", "text": text, "topic": None, "forms": ["vedtak"]}
    assert [word["word"] for word in message.words] == ["vedtak", "KVP"]


def test_a_topics_own_word_is_not_explained_in_its_answer(tmp_path: Path) -> None:
    voice = _voice(write(tmp_path))
    message = voice.explained(voice.answer("kvp", None, "nb", TODAY))
    assert [word["word"] for word in message.words] == ["vedtak"]


def test_a_word_is_explained_where_a_reply_first_uses_it(tmp_path: Path) -> None:
    messages = (Message("notice", "Hei."), Message("notice", "Et vedtak."), Message("notice", "Vedtaket."))
    explained = _voice(write(tmp_path)).all_explained(messages)
    assert [[word["word"] for word in message.words] for message in explained] == [[], ["vedtak"], []]


def test_what_begins_soon_stands_under_the_answer(tmp_path: Path) -> None:
    voice = _voice(write(tmp_path, "figures.yml", "- {fra: 2019-01-01, verdi: 2}", NEW_ROW))
    lines = voice.answer("kvp", None, "nn", date(2026, 11, 23)).text.splitlines()
    assert lines[1:] == ["Frå 1. januar 2027: Du kan få hjelp i 3 år."]


def test_a_local_answer_says_that_it_is(tmp_path: Path) -> None:
    voice = _voice(write(tmp_path / "ours"), local_folder(tmp_path / "l", content__nav__kvp_yml=TOPIC))
    assert voice.answer("kvp", None, "nb", TODAY, place=NARVIK).text.splitlines()[1] == PHRASES("lokalt_svar", "nb")
    assert "Narvik" not in voice.answer("kvp", None, "nb", TODAY, place=BODO).text
    assert voice.answer("kvp", None, "nb", TODAY, place=NARVIK).sources[0]["title"] == "Narvik kommune"


def test_english_offers_the_facets_that_are_in_english() -> None:
    voice = Voice(PARTS.library, PHRASES)
    offered = [button.title for button in voice.answer("kvp", None, "en", TODAY).suggestions if button.kind == "facet"]
    assert {"Who can get it?", "How long?", "Money", "How to apply"} <= set(offered)


def test_small_talk_has_no_heading_and_talk_of_ourselves_no_facets() -> None:
    voice = Voice(PARTS.library, PHRASES)
    assert voice.answer("hilsen", None, "nb", TODAY).title is None
    robot = voice.answer("er_du_robot", None, "nb", TODAY)
    assert robot.title == "Er du en robot?"
    assert not [button.title for button in robot.suggestions if button.title == "Hva er det?"]


@pytest.mark.parametrize(("person", "suggested"), [(Person(16), True), (Person(), True), (Person(23), False)])
def test_no_question_of_another_age_is_suggested(person: Person, suggested: bool) -> None:
    voice = Voice(PARTS.library, PARTS.phrases, PARTS.guides)
    passages = PARTS.library["sosialhjelp"].passages
    at = next(index for index, passage in enumerate(passages) if passage.id == "under_atten")
    message = voice.answer("sosialhjelp", None, "nb", PARTS.today(), part=passages[at - 1].id, person=person)
    offered = [suggestion.title for suggestion in message.suggestions]
    assert ("Kan jeg søke sosialhjelp før jeg er myndig?" in offered) == suggested
