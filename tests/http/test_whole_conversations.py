"""Two topics in one message, and conversations with follow-ups, as other people wrote them. The floors only rise."""

from __future__ import annotations

import csv
from itertools import groupby
from pathlib import Path

from tests.conftest import Chat, Server

SETS = Path(__file__).parents[1] / "nlu"
BOTH_FLOOR, ONE_FLOOR, TURN_FLOOR = 0.7, 0.95, 0.8


def rows(name: str) -> list[dict[str, str]]:
    with (SETS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_two_topics_in_one_message_are_both_answered(server: Server) -> None:
    both, one, missed = 0, 0, []
    messages = rows("two_topics.tsv")
    for row in messages:
        chat = Chat(server.url)
        chat.say(row["text"])
        answered = [m["topic"] for m in chat.messages if m["type"] in ("answer", "contact") and m["topic"] != "tungt"]
        offered = [s["payload"].split("{")[0].strip("/") for m in chat.messages for s in m["suggestions"]]
        both += answered[:2] == [row["first"], row["second"]]
        found = {row["first"], row["second"]} & {*answered, *offered}
        one += bool(found)
        if answered[:2] != [row["first"], row["second"]]:
            missed.append((row["first"], row["second"], answered[:3], row["text"]))
    print(f"both in order {both} of {len(messages)}, at least one {one}")
    assert both >= BOTH_FLOOR * len(messages), missed
    assert one >= ONE_FLOOR * len(messages), missed


def test_conversations_with_follow_ups(server: Server) -> None:
    right, count, wrong = 0, 0, []
    for _, turns in groupby(rows("conversations.tsv"), key=lambda row: row["id"]):
        chat = Chat(server.url)
        for row in turns:
            chat.say(row["text"])
            if not row["topic"]:
                continue
            first = chat.messages[0]
            ok = first["topic"] == row["topic"] and (not row["facet"] or first["facet"] == row["facet"])
            right, count = right + ok, count + 1
            if not ok:
                wrong.append((row["text"], row["topic"], row["facet"], first["topic"], first["facet"]))
    print(f"{right} of {count} turns")
    assert right >= TURN_FLOOR * count, wrong
