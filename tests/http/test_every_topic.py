"""Every topic, asked for plainly in bokmål and nynorsk, is answered in that language with a source."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from bot.content import load_library
from tests.conftest import Chat, Server

QUESTIONS = Path(__file__).parent / "plain_questions.tsv"


def questions() -> list[dict[str, str]]:
    with QUESTIONS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def test_there_is_a_question_for_every_topic() -> None:
    assert sorted(row["topic"] for row in questions()) == sorted(topic.id for topic in load_library())


@pytest.mark.parametrize("malform", ["nb", "nn"])
@pytest.mark.parametrize("row", questions(), ids=lambda row: row["topic"])
def test_plain_question(server: Server, row: dict[str, str], malform: str) -> None:
    chat = Chat(server.url, context={"malform": malform})
    chat.say(row[malform])
    # What weighs is heard first: then the topic follows, unless it is what was heard.
    heard = chat.messages[0]["topic"] == "tungt"
    first = chat.messages[1 if heard and len(chat.messages) > 1 and row["topic"] not in ("psykisk_helse", "rus") else 0]
    assert first["topic"] == row["topic"] or (heard and row["topic"] in ("psykisk_helse", "rus")), (
        row[malform],
        first["topic"],
        first["text"][:80],
    )
    assert first["malform"] == malform
    assert first["sources"]
    assert first["sources"][0]["checked"]
