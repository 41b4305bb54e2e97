"""A message about the talk itself is answered from what was said, unless something else has the word."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue import State
from bot.dialogue.state import GuideState
from tests.parts import PARTS
from tests.unit.dialogue.turns import heard

KVP = State(tema="kvp", spurt_sted=True)


def topics(text: str, state: State, act: str = "kilde") -> list[str | None]:
    return [message.topic for message in PARTS.assistant.turn(replace(heard(text, sure=0.1), act=act), state).messages]


def test_a_source_that_is_asked_for_is_told() -> None:
    assert topics("hvor har du det fra", KVP) == ["kvp"]


def test_a_source_is_of_the_answer_at_hand_and_of_the_machine_only_where_there_is_none() -> None:
    surely = replace(heard("hvor har du det fra", "er_du_robot", 0.99), act="kilde")
    assert [message.topic for message in PARTS.assistant.turn(surely, KVP).messages] == ["kvp"]
    assert PARTS.assistant.turn(surely, State()).messages[0].topic == "er_du_robot"


def test_who_asks_for_a_number_is_not_told_that_a_machine_cannot_call() -> None:
    reply = PARTS.assistant.turn(replace(heard("har du et telefonnummer til dem", sure=0.1), act="ring_for_meg"), KVP)
    assert (
        reply.messages[0].text
        != PARTS.assistant.turn(replace(heard("kan du ringe dem", sure=0.1), act="ring_for_meg"), KVP).messages[0].text
    )


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("stopp", replace(KVP, venter="guide", guide=GuideState("hvilken_rett", asked="fodt"))),
        ("er du sikker", replace(KVP, varsom=3, fare="selvmord")),
        ("nei, født i 1996", KVP),
        ("jeg bor i Narvik", KVP),
        ("oi! 25 skulle det stå", KVP),
    ],
    ids=["a guide knows its own words", "help is not summed up", "what is told counts", "a place counts", "a correction counts"],
)
def test_something_else_has_the_word(text: str, state: State) -> None:
    assert topics(text, state, "kort") != ["kvp"]


def test_with_nothing_to_do_it_with_the_message_is_heard_as_any_other() -> None:
    assert topics("hvor har du det fra", State()) == ["utenfor_tema"]


def test_a_hard_word_is_explained_unless_a_topic_of_its_own_does() -> None:
    without_topic = next(word for word in PARTS.library.glossary if word.topic is None)
    said = PARTS.assistant.turn(heard(f"hva betyr {without_topic.name('nb')}?", sure=0.1), KVP).messages[0]
    assert said.text == f"{without_topic.name('nb')}: {without_topic.explanation['nb']}"
    with_topic = next(word for word in PARTS.library.glossary if word.topic == "klage")
    assert (
        not PARTS.assistant.turn(heard(f"hva betyr {with_topic.name('nb')}?", "klage", 0.9), KVP)
        .messages[0]
        .text.startswith(f"{with_topic.name('nb')}: ")
    )


def test_a_goodbye_is_no_stop() -> None:
    said = replace(heard("topp! hade", "farvel", 0.9), act="stopp")
    assert PARTS.assistant.turn(said, KVP).messages[0].topic == "farvel"


@pytest.mark.parametrize("text", ["kan jeg slutte nå", "nei jeg mente kan jeg slutte nå", "jeg slutter nå", "får eg slutte?"])
def test_who_may_be_leaving_school_or_work_is_asked_what_and_not_said_goodbye_to(text: str) -> None:
    reply = PARTS.assistant.turn(replace(heard(text, sure=0.2), act="stopp"), KVP)
    assert [s.title for s in reply.messages[0].suggestions][:2] == [
        PARTS.library.title(t, "nb") for t in ("sluttet_pa_skolen", "slutte_i_laere")
    ]
    plainly = PARTS.assistant.turn(replace(heard(text, "sluttet_pa_skolen"), act="stopp"), State(spurt_sted=True))
    assert plainly.messages[0].topic == "sluttet_pa_skolen"


@pytest.mark.parametrize(
    "text", ["slutter her, takk", "stopp", "kan du slutte litt nå værsåsnill", "slutt å spør", "Stopp, jeg har fått det jeg trenger."]
)
def test_a_stop_is_still_a_stop(text: str) -> None:
    reply = PARTS.assistant.turn(replace(heard(text, sure=0.2), act="stopp"), KVP)
    assert reply.messages[0].text == PARTS.phrases("akt_stopp", "nb")


def test_a_question_is_no_goodbye() -> None:
    assert topics("er det nok nå?", State(), "stopp") == ["utenfor_tema"]


def test_who_must_agree_is_no_question_of_who_may_come_along() -> None:
    ot = State(tema="ot", spurt_sted=True)
    assert "ta_med_noen" in [
        m.part for m in PARTS.assistant.turn(replace(heard("kan mutter være med", sure=0.1), act="ta_med"), ot).messages
    ]
    for text in ("må mamma og pappa si ja", "må foreldrene mine skrive under"):
        assert "ta_med_noen" not in [m.part for m in PARTS.assistant.turn(replace(heard(text, sure=0.1), act="ta_med"), ot).messages]
