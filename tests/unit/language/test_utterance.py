"""A message in the forms it is compared in, each made once."""

from __future__ import annotations

import pytest

from bot.language import utterance
from bot.language.utterance import Utterance


def test_each_form_is_rougher_than_the_one_before() -> None:
    said = Utterance("KORSN  får æ læreplass??")
    assert said.tidy == "KORSN får æ læreplass?"
    assert said.lower == "korsn får æ læreplass?"
    assert said.words == ("hvordan", "får", "jeg", "læreplass")
    assert said.plain == "hvordan får jeg læreplass"
    assert said.standard == "hvordan får jeg læreplass ?"
    assert said.folded == "hvordan far jeg lereplass ?"
    assert said.asks
    assert not Utterance("nei").asks


def test_a_form_is_made_when_asked_for_and_then_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []
    tidy = utterance.tidy
    monkeypatch.setattr(utterance, "tidy", lambda text: calls.append(text) or tidy(text))
    said = Utterance("hei")
    assert calls == []
    assert (said.folded, said.standard, said.tidy) == ("hei", "hei", "hei")
    assert calls == ["hei"]


@pytest.mark.parametrize(
    ("text", "inquires"),
    [
        ("alle ler når jeg leser høyt", False),
        ("bestefar døde forrige uke", False),
        ("orker ikke en time til", False),
        ("når er fristen", True),
        ("kan jeg slippe", True),
        ("lurer på fravær", True),
        ("is there someone i can talk to", True),
        ("bare noen?", True),
    ],
)
def test_a_question_is_known_without_its_mark(text: str, inquires: bool) -> None:
    assert Utterance(text).inquires is inquires
