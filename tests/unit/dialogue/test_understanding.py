"""What was understood of one message, out of what Rasa's parse says of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue import Understanding
from bot.dialogue.understanding import ASKED, BESIDE_FACET
from bot.language.danger import Danger

PARSED = {
    "text": "og hvor lenge varer det?",
    "intent": {"name": "kvp", "confidence": 0.6},
    "intent_ranking": [
        {"name": "kvp", "confidence": 0.6},
        {"name": "dialog_avbryt", "confidence": 0.2},
        {"name": "nlu_fallback", "confidence": 0.1},
        {"name": "aap", "confidence": 0.05},
    ],
    "tema_to": "aap",
    "akt": "kort",
    "fare": {"level": "tung", "kind": "sorg"},
    "entities": [{"entity": "fasett", "value": "penger"}],
}


def test_a_message_is_read_with_what_its_words_alone_tell() -> None:
    heard = Understanding.from_parse(PARSED)
    assert (heard.intent, heard.confidence, heard.second, heard.act) == ("kvp", 0.6, "aap", "kort")
    assert heard.ranking == (("kvp", 0.6), ("aap", 0.05)), "what only steers is never guessed"
    assert (heard.facet, heard.elliptical) == ("varighet", True)
    assert heard.danger == Danger("tung", "sorg")
    assert heard.entities == {}, "the entities of a text are read anew"


def test_a_button_keeps_what_it_carries() -> None:
    heard = Understanding.from_parse({**PARSED, "text": '/kvp{"fasett": "penger"}'})
    assert heard.pressed
    assert heard.entities == {"fasett": "penger"}


def test_when_rasa_gives_up_the_best_guess_is_still_of_use() -> None:
    assert Understanding.from_parse({**PARSED, "intent": {"name": "nlu_fallback", "confidence": 0.9}}).intent == "kvp"
    nothing = Understanding.from_parse({"text": "x", "intent": None, "intent_ranking": None})
    assert (nothing.intent, nothing.confidence, nothing.ranking) == ("utenfor_tema", 0.0, ())


def test_what_steers_is_told_by_its_name() -> None:
    assert Understanding("/dialog_sted", "dialog_sted", 1.0).steers
    assert not Understanding("x", "kvp", 1.0).steers


def test_the_question_of_a_topic_is_taken_when_it_is_likely_enough() -> None:
    asked = [{"tema": "aap", "svar": "ferie", "confidence": ASKED}, {"tema": "kvp", "svar": "jobbe", "confidence": ASKED - 0.01}]
    heard = Understanding.from_parse({**PARSED, "text": "jeg lurer på en ting med ferie", "svar": asked})
    assert (heard.part_of("aap"), heard.part_of("kvp"), heard.part_of("dagpenger")) == ("ferie", None, None)


def test_the_topic_must_be_as_likely_as_its_question_unless_another_topic_leads() -> None:
    asked = [{"tema": "kvp", "svar": "jobbe", "confidence": 0.5}, {"tema": "aap", "svar": "ferie", "confidence": 0.5}]
    heard = replace(
        Understanding.from_parse({**PARSED, "text": "jeg lurer på en ting med jobb", "svar": asked}), intent="kvp", confidence=0.3
    )
    assert (heard.part_of("kvp"), heard.part_of("kvp", 0.1), heard.part_of("aap")) == (None, "jobbe", "ferie")


def test_a_button_asks_the_question_it_carries() -> None:
    pressed = Understanding('/kvp{"svar": "jobbe"}', "kvp", 1.0, entities={"svar": "jobbe"}, pressed=True)
    assert pressed.part_of("kvp") == "jobbe"
    assert Understanding("/kvp", "kvp", 1.0, pressed=True).part_of("kvp") is None


@pytest.mark.parametrize("text", ["hvor lenge varer kvp?", "hva er kvp?", "kva er kvp", "what is kvp?"])
def test_a_few_words_that_ask_for_a_facet_or_the_outline_get_it_unless_a_question_is_surer(text: str) -> None:
    def part(share: float) -> str | None:
        asked = [{"tema": "kvp", "svar": "vente", "confidence": share}]
        return Understanding.from_parse({**PARSED, "text": text, "svar": asked}).part_of("kvp")

    assert (part(BESIDE_FACET - 0.01), part(BESIDE_FACET)) == (None, "vente")
