"""A language that was asked for is confirmed, with what was said last in it."""

from __future__ import annotations

from tests.talk import Talk


def test_the_last_answer_follows_in_it(talk: Talk) -> None:
    talk.living_in("1806").say("hva er kvp?", "kvp")
    before = talk.messages[0].text
    talk.say("kan du svare på nynorsk")
    assert [message.type for message in talk.messages] == ["notice", "answer"]
    assert talk.messages[1].topic == "kvp"
    assert talk.messages[1].text != before
    assert (talk.state.malform, talk.state.malform_valgt) == ("nn", True)


def test_before_any_answer_it_is_only_confirmed(talk: Talk) -> None:
    talk.say("english please")
    assert [(message.type, message.malform) for message in talk.messages] == [("notice", "en")]


def test_a_question_in_the_same_message_is_answered_instead(talk: Talk) -> None:
    talk.living_in("1806").say("hva er kvp? svar på nynorsk", "kvp")
    assert talk.topics[0] == "kvp"
    assert talk.messages[0].malform == "nn"


def test_a_language_that_was_chosen_is_kept_whatever_is_written(talk: Talk) -> None:
    talk.say("svar på nynorsk")
    talk.living_in("1806").say("hva er egentlig kvp for noe?", "kvp")
    assert talk.messages[0].malform == "nn"
