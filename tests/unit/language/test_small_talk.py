"""Small talk that is only small talk is told from the rest."""

from __future__ import annotations

import pytest

from bot.language.small_talk import courtesy, only_small_talk
from bot.language.utterance import Utterance


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


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("nei det var alt. ha det bra", "farvel"),
        ("takk for praten robot", "takk"),
        ("ja", None),
        ("hei", None),
        ("takk, men hva koster det", None),
    ],
)
def test_parting_and_thanks_say_so_in_a_word(text: str, kind: str | None) -> None:
    assert courtesy(Utterance(text)) == kind
