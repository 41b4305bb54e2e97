"""Whole conversations are played and each check counted; the understanding is played here."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from bot.dialogue import State
from bot.dialogue.message import Message, Suggestion
from bot.evaluation.talks import CHECKS, Figures, Seen, TalksError, play, read_talks
from tests.talk import DATED

TALK = """
- id: a
  who: gutt, 19
  why: prøve
  turns:
    - say: hva er kvp?
      expect: {topic: [kvp], asks: place, answered: true, crisis: false, malform: nb, says: [Nav]}
    - say: Narvik
      expect: {place: Narvik, contact_for: Narvik, not_topic: [utenfor_tema], no_repeat: true}
    - say: hva er kvp?
      expect: {no_repeat: true, cites: Sosialtjenesteloven, says: [finnes ikke i svaret]}
"""


class Played:
    async def parse(self, text: str) -> dict[str, Any]:
        name, share = ("kvp", 0.9) if "kvp" in text else ("utenfor_tema", 0.05)
        return {"text": text, "intent": {"name": name, "confidence": share}, "intent_ranking": [{"name": name, "confidence": share}]}


def written(folder: Path, text: str) -> Path:
    path = folder / "t.yml"
    path.write_text(text.lstrip(), encoding="utf-8")
    return path


def played(folder: Path) -> Figures:
    return asyncio.run(play(read_talks(written(folder, TALK)), Played(), DATED))


def test_what_is_met_and_what_is_missed_is_counted(tmp_path: Path) -> None:
    figures = played(tmp_path)
    assert (figures.turns, figures.whole) == ([True, True, False], [False])
    assert {missed.split("» ")[1].split(":")[0] for missed in figures.missed} == {"no_repeat", "says"}
    assert (figures.met["says"], figures.of["says"]) == (1, 2)
    assert "turns 2 of 3, conversations 0 of 1" in next(figures.lines())


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [("crisis: false", "krise: false", r"a\.1: no check called krise"), ("say: Narvik", "sier: Narvik", r"a\.2: nothing is said")],
)
def test_a_file_that_cannot_be_played_is_told(tmp_path: Path, old: str, new: str, told: str) -> None:
    with pytest.raises(TalksError, match=told):
        read_talks(written(tmp_path, TALK.replace(old, new)))


def seen(*messages: Message) -> Seen:
    return Seen(messages, State(), None)


def test_a_help_line_is_a_crisis_but_not_where_somebody_only_listens() -> None:
    assert seen(Message("answer", "Ring 113 nå.", topic="kvp")).crisis
    assert not seen(Message("answer", "Ring 116 123.", topic="psykisk_helse")).crisis
    assert not seen(Message("notice", "Er det alvorlig? Ring 113.")).crisis
    assert not seen(Message("answer", "Ring 55 55 33 33 eller 1130.", topic="kvp")).crisis


def test_what_only_says_that_nothing_was_understood_is_not_told() -> None:
    lost = seen(
        Message("answer", "Det vet jeg ikke.", topic="utenfor_tema"),
        Message("question", "Hva da?", suggestions=(Suggestion("A", "/a"), Suggestion("B", "/b"))),
    )
    assert lost.told == "Hva da?"
    assert lost.asks == {"choice"}
    assert not lost.answered
    assert CHECKS["offers"](["^hva da\\? a b$"], lost, set()) == [True]
