"""A reading holds for the words that were read, and lapses when they change."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path

import pytest

from bot.content.readings import FILE, Reading, Readings, load_readings, main, marks
from bot.dialogue import State
from bot.yaml_lines import ContentError
from tests.parts import PARTS
from tests.talk import Talk, assistant

ON = date(2026, 11, 28)
KVP = PARTS.library["kvp"]


def test_a_reading_of_a_topic_is_one_of_each_of_its_texts() -> None:
    read = Readings().with_read([KVP], ["kvp"], Reading("jurist", ON))
    assert read.unread([KVP]) == []
    for part in (None, *KVP.facets, *(passage.id for passage in KVP.passages)):
        assert read.of(KVP, part) == Reading("jurist", ON)


def test_one_text_alone_can_be_read() -> None:
    read = Readings().with_read([KVP], ["kvp.kort"], Reading("leser", ON))
    assert read.of(KVP, None) == Reading("leser", ON)
    assert read.of(KVP, "penger") is None
    assert len(read.unread([KVP])) == len(list(marks(KVP))) - 1


def test_it_lapses_when_a_word_changes_in_any_language() -> None:
    read = Readings().with_read([KVP], ["kvp"], Reading("leser", ON))
    changed = dataclasses.replace(KVP, short={**KVP.short, "en": "Something else."})
    assert read.of(changed, None) is None
    assert read.unread([changed]) == ["kvp.kort"]
    assert read.of(changed, "penger") is not None


def test_what_is_not_there_cannot_be_read() -> None:
    with pytest.raises(KeyError, match=r"kvp\.nei"):
        Readings().with_read([KVP], ["kvp.nei"], Reading("leser", ON))


def test_readings_are_written_and_read_again(tmp_path: Path) -> None:
    read = Readings().with_read([KVP], ["kvp"], Reading("veileder", ON))
    read.write(tmp_path / FILE)
    assert load_readings(tmp_path / FILE).of(KVP, "hva") == Reading("veileder", ON)
    assert load_readings(tmp_path / "none.tsv").unread([KVP])


@pytest.mark.parametrize(
    ("row", "told"), [("kvp.kort\tjurist\ti går\tab", ":2: a reading has"), ("kvp.kort\tsjef\t2026-11-28\tab", ":2: role")]
)
def test_a_row_that_cannot_be_used_is_told(tmp_path: Path, row: str, told: str) -> None:
    file = tmp_path / FILE
    file.write_text(f"text\trole\ton\tmark\n{row}\n", encoding="utf-8")
    with pytest.raises(ContentError, match=told):
        load_readings(file)


def test_the_command_lists_what_its_writer_alone_has_read_and_refuses_what_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(PARTS.library.readings.unread(PARTS.library))
    assert main(["kvp.nei"]) == 2
    assert "There is no text “kvp.nei”" in capsys.readouterr().err


def test_every_reading_is_of_a_text_that_exists() -> None:
    names = {f"{topic.id}.{part}" for topic in PARTS.library for part, _ in marks(topic)}
    assert set(PARTS.library.readings._rows) <= names


def test_an_answer_tells_who_has_read_it_and_one_that_is_overdue_says_so() -> None:
    library = PARTS.library
    answer = library.answer("kvp", "nb", KVP.check_by)
    assert not answer.overdue
    assert library.answer("kvp", "nb", date(KVP.check_by.year + 1, 12, 1)).overdue
    first = Talk(assistant(), State(spurt_sted=True)).say("hva er kvp", "kvp")[0]
    assert "sjekkes på nytt" not in first.text
    assert first.as_json()["read"] == (answer.read.as_json() if answer.read else None)
