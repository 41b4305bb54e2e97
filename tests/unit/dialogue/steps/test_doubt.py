"""What was not understood is said so, with whom to ring if it is serious."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue import State, Understanding
from bot.dialogue.steps.doubt import OPENINGS
from bot.language.danger import Danger
from bot.settings import MALFORMER
from tests.parts import PARTS
from tests.unit.dialogue.turns import number, said


def test_what_is_not_understood_says_whom_to_ring_if_it_is_serious() -> None:
    for share in (0.05, 0.2):
        lost = Understanding("asdf qwer", "kvp", share, (("kvp", share), ("aap", 0.04)))
        reply = PARTS.assistant.turn(lost, State())
        assert number("mental_helse") in said(reply)
        assert PARTS.phrases("hvis_alvorlig", "nb", "x", "y").split("x")[0] in said(reply)


def test_a_harmless_message_gets_one_short_line_and_what_may_be_serious_the_whole() -> None:
    lost = Understanding("jeg vil skru bil", "utenfor_tema", 0.9, (("utenfor_tema", 0.9),))
    assert number("ambulanse") not in said(PARTS.assistant.turn(lost, State())).split()
    assert number("mental_helse") in said(PARTS.assistant.turn(lost, State()))
    for danger in (Danger(suspicious=True), Danger("tung", "trist", narrow=True)):
        serious = said(PARTS.assistant.turn(replace(lost, danger=danger), State()))
        assert number("ambulanse") in serious.replace(".", " ").split() or number("mental_helse") in serious


def vague(*ranking: tuple[str, float]) -> Understanding:
    return Understanding("…", ranking[0][0], ranking[0][1], ranking)


@pytest.mark.parametrize("area", sorted(OPENINGS))
def test_a_vague_beginning_is_met_with_what_its_area_has(area: str) -> None:
    near = [topic.id for topic in PARTS.library if topic.area == area and topic.id not in PARTS.library.roles.not_offered][:3]
    for malform in MALFORMER:
        (message,) = PARTS.assistant.turn(vague(*((topic, 0.2) for topic in near)), State(malform=malform)).messages
        assert message.text.startswith(PARTS.phrases(f"aapning_{area}", malform))
        assert [button.payload for button in message.suggestions[: len(near)]] == [f"/{topic}" for topic in near]


def test_what_is_spread_over_areas_or_missed_again_and_again_is_not_of_one_area() -> None:
    first, second = ("kvp", 0.2), ("laerling", 0.2)
    opening = PARTS.phrases("aapning_nav", "nb")
    assert opening not in said(PARTS.assistant.turn(vague(first, second), State()))
    assert opening in said(PARTS.assistant.turn(vague(first, ("aap", 0.3)), State()))
    assert opening not in said(PARTS.assistant.turn(vague(first, ("aap", 0.3)), State(uforstatt=2)))


def test_a_ranking_spread_thin_over_one_area_is_that_area_and_nonsense_is_not() -> None:
    opening = PARTS.phrases("aapning_jobb", "nb")
    thin = (("jobb_barn_unge", 0.13), ("ja", 0.11), ("jobb_helse_omsorg", 0.08), ("arbeidstrening", 0.07), ("sommerjobb", 0.05))
    assert opening in said(PARTS.assistant.turn(vague(*thin), State()))
    assert opening not in said(PARTS.assistant.turn(vague(("utenfor_tema", 0.14), *thin), State()))
    assert opening not in said(PARTS.assistant.turn(vague(*((topic, share / 10) for topic, share in thin)), State()))
