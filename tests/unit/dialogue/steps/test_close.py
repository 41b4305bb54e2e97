"""Every reply gets what danger and weight call for before it is sent."""

from __future__ import annotations

from bot.dialogue import State
from bot.language.danger import Danger
from tests.parts import PARTS
from tests.talk import Talk
from tests.unit.dialogue.turns import heard, number, reply_to, said


def test_an_ordinary_question_afterwards_is_answered_in_full_with_one_quiet_line() -> None:
    state = reply_to("jeg vil dø").state
    reply = PARTS.assistant.turn(heard("hva er kvp", "kvp"), state)
    assert reply.messages[0].topic == "kvp"
    assert reply.messages[0].suggestions
    assert number("mental_helse") in reply.messages[-1].text
    assert sum(number("mental_helse") in message.text for message in reply.messages) == 1


def test_what_may_hide_something_is_answered_and_names_once_whom_to_ring() -> None:
    reply = PARTS.assistant.turn(heard("hva er kvp", "kvp", danger=Danger(suspicious=True)), State(spurt_sted=True))
    assert reply.messages[0].topic == "kvp"
    assert sum(number("mental_helse") in message.text for message in reply.messages) == 1
    assert number("mental_helse") not in said(PARTS.assistant.turn(heard("hva er kvp", "kvp"), State(spurt_sted=True)))
    unsure = PARTS.assistant.turn(heard("asdf", "kvp", 0.05, danger=Danger(suspicious=True)), State())
    assert sum(number("mental_helse") in message.text for message in unsure.messages) == 1


def test_the_situation_is_kept_for_what_is_said_beside_an_answer() -> None:
    told = said(reply_to("på jobb ler de av meg, hva er kravet til norsk?", Danger("tung", "mobbing"), intent="norskkrav", sure=0.9))
    assert number("arbeidstilsynet") in told
    assert "rektor" not in told


UKRAINIAN = "Я хочу бути учнем електрика. Що робити?"


def test_who_writes_in_another_language_is_told_first_in_theirs_what_we_speak_and_answered_in_english(talk: Talk) -> None:
    first, answer, *_ = talk.say(UKRAINIAN, "laerling")
    assert (first.type, first.language) == ("notice", "uk")
    assert "55 55 33 33" in first.text
    assert (answer.topic, answer.malform) == ("laerling", "en")
    assert talk.say("а скільки платять?", "laerling")[0].language is None, "once is enough"
    assert talk.say("hva er egentlig kvp?", "kvp")[0].malform == "nb", "the language of what is written is followed"


def test_a_language_that_was_chosen_is_kept(talk: Talk) -> None:
    talk.state = State(malform="nn", malform_valgt=True)
    first, answer, *_ = talk.say(UKRAINIAN, "laerling")
    assert (first.language, answer.malform) == ("uk", "nn")


def test_in_danger_the_numbers_come_first_in_their_language_each_time(talk: Talk) -> None:
    for text in ("вітчим б'є мене щодня", "він знову тут"):
        first, shown, *_ = talk.say(text, "utenfor_tema", danger=Danger("akutt", "vold", sure=True))
        assert first.language == "uk"
        assert "112" in first.text
        assert (shown.topic, shown.malform) == ("krise", "en")


def test_what_only_sounds_like_danger_in_a_language_hardly_known_is_answered_with_the_numbers_in_view(talk: Talk) -> None:
    text = "Waxaan dugsiga sare ku dhameeyay Kenya. Ma heli karaa warqad Norway laga aqoonsan yahay?"
    messages = talk.say(text, "utenlandsk_skole", 0.5, Danger("akutt", "romt", narrow=True))
    assert messages[0].language == "so"
    assert messages[0].text.index("112") < len(messages[0].text) / 2, "the numbers come first"
    assert "krise" not in talk.topics
