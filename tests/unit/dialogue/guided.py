"""A guide in conversation, begun and answered."""

from __future__ import annotations

from tests.talk import Talk


def begun(talk: Talk, text: str = "hvilken rett har jeg?") -> Talk:
    talk.say(text, "hvilken_rett")
    return talk


def answered(talk: Talk) -> Talk:
    begun(talk.living_in("1806"))
    for said in ("gikk ut av vg2 i fjor", "ja", "født i 2003", "jeg har lov til å bo her", "nei"):
        talk.say(said)
    assert talk.topics[0] == "rett_fullforing", talk.text
    return talk
