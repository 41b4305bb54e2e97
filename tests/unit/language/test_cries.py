"""The net under everything, and small talk that is only small talk."""

from __future__ import annotations

import pytest

from bot.language.cries import read_cry
from bot.language.malform import in_other_script
from bot.language.small_talk import only_small_talk
from bot.language.utterance import Utterance


@pytest.mark.parametrize(
    "text", ["hjelp", "HJELP MEG", "hjelp meg nå!!", "hjeeelp", "help me", "112", "ring 113", "🔪🩸", "SOS", "noen der?"]
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


@pytest.mark.parametrize(
    "text",
    [
        "hei!",
        "heisann",
        "takk for hjelpen",
        "tusen takk, det hjalp",
        "ok ha det bra da",
        "ja takk",
        "nei takk",
        "god kveld",
        "hello",
        "👍",
        "takk, ha det",
    ],
)
def test_only_small_talk(text: str) -> None:
    assert only_small_talk(Utterance(text))


@pytest.mark.parametrize(
    "text",
    ["hei! hvordan blir jeg lærling?", "nei han slår meg", "ja. 17", "nei ikke kvp", "greit, hva med skole da", "jeg hører stemmer", "har det ikke bra",
     "det går ikke bra", "hei, mamma er død", "takk for alt, farvel alle sammen jeg orker ikke mer nå", "nei det er ikke greit", "ja ring 55 55 33 33"],
)  # fmt: skip
def test_with_anything_else_in_it_it_is_not(text: str) -> None:
    assert not only_small_talk(Utterance(text))


def test_other_scripts_are_told_apart() -> None:
    assert in_other_script("я не хочу жити")
    assert in_other_script("هو يضربني")
    assert not in_other_script("jeg er redd 😭")
    assert not in_other_script("112")
