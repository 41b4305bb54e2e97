"""What the person tells of themselves in passing is kept, once."""

from __future__ import annotations

from tests.talk import TODAY, Talk


def test_an_age_stands_in_one_place(talk: Talk) -> None:
    talk.say("jeg er 17", "utenfor_tema")
    assert talk.state.age(TODAY) == 17
    talk.say("hvilken rett har jeg", "hvilken_rett")
    assert "født i 2009" in talk.text
    talk.say("nei, 2000")
    assert talk.state.fakta["fodt"] == 2000
    assert talk.state.age(TODAY) == 26


def test_an_age_is_corrected_outside_a_guide(talk: Talk) -> None:
    talk.say("jeg er 14", "utenfor_tema")
    talk.say("nei 24 ikke 14", "utenfor_tema")
    assert talk.state.age(TODAY) == 24
