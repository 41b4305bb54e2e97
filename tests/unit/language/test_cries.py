"""The net under everything: a bare cry is heard."""

from __future__ import annotations

import pytest

from bot.language.cries import read_cry
from bot.language.utterance import Utterance


@pytest.mark.parametrize(
    "text", ["hjelp", "HJELP MEG", "hjelp meg nå!!", "hjeeelp", "help me", "112", "ring 113", "🔪🩸", "💊💊💊", "SOS", "noen der?"]
)
def test_a_bare_cry_is_acute(text: str) -> None:
    found = read_cry(Utterance(text))
    assert found is not None
    assert found.acute


@pytest.mark.parametrize(
    "text",
    ["hvordan henger man seg", "korleis heng ein seg", "hvordan kan jeg ta livet av meg", "hvordan tar jeg livet mitt", "korleis tek eg livet mitt utan at nokon merkar det",
     "how do i kill myself", "how to hang yourself", "how can i end my life"],
)  # fmt: skip
def test_asking_for_a_way_to_die_is_acute(text: str) -> None:
    found = read_cry(Utterance(text))
    assert found is not None
    assert (found.level, found.kind) == ("akutt", "selvmord")


@pytest.mark.parametrize(
    "text",
    [
        "hvordan henger man opp jakka",
        "hvordan henger det sammen",
        "hvordan ta livet med ro",
        "how do i kill time",
        "hvordan tar jeg kontakt",
    ],
)
def test_asking_for_something_else_in_such_words_is_not(text: str) -> None:
    assert read_cry(Utterance(text)) is None


@pytest.mark.parametrize("text", ["noe har skjedd", "noko har skjedd", "😭😭😭", "💔", "det er ikke greit hjemme", "something happened"])
def test_something_that_weighs_is_heard(text: str) -> None:
    found = read_cry(Utterance(text))
    assert found is not None
    assert found.heavy


@pytest.mark.parametrize(
    "text",
    [
        "hjelp med cv",
        "hjelp hvordan søker jeg",
        "112 sider",
        "😂😂",
        "👍",
        "hei",
        "",
        "det har skjedd mye på skolen i år og jeg lurer på fravær",
    ],
)
def test_what_asks_or_laughs_is_no_cry(text: str) -> None:
    assert read_cry(Utterance(text)) is None
