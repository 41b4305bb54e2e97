"""What a message does with the talk itself is answered from what was said."""

from __future__ import annotations

from datetime import date

import pytest

from bot.dialogue import Reply, State, Understanding
from bot.dialogue.acts import Acts
from bot.dialogue.state import GuideState
from bot.language.plain import sentences
from bot.nlu.acts import ACTS, NONE
from bot.settings import MALFORMER, Malform
from tests.parts import PARTS

KVP = State(tema="kvp", temaer=("arbeidstrening", "kvp"), spurt_sted=True)


def reply_to(act: str | None, state: State = KVP, text: str = "…", intent: str = "utenfor_tema", sure: float = 0.1) -> Reply:
    return PARTS.assistant.turn(Understanding(text=text, intent=intent, confidence=sure, ranking=((intent, sure),), act=act), state)


def said(reply: Reply) -> str:
    return "\n".join(message.text for message in reply.messages)


def test_every_act_has_its_reply() -> None:
    assert all(callable(getattr(Acts, f"_{act}", None)) for act in ACTS if act != NONE)


def test_the_source_is_told_with_its_date() -> None:
    source = PARTS.library["kvp"].sources[0]
    reply = reply_to("kilde")
    assert source.title in said(reply)
    assert reply.messages[0].sources
    assert str(source.checked.year) in said(reply_to("naar_sjekket"))
    assert said(reply_to("sikker")).startswith("Ja")


def test_fewer_words_are_the_first_of_them() -> None:
    full = PARTS.library.answer("kvp", "nb", date.today()).text
    short = said(reply_to("kort"))
    assert len(short) < len(full)
    assert short.removeprefix("Kort sagt: ") in full
    assert len(said(reply_to("enklere")).splitlines()[0]) < len(full) + 40


def test_two_are_laid_beside_each_other() -> None:
    reply = reply_to("sammenlign")
    assert [message.topic for message in reply.messages if message.type == "answer"] == ["arbeidstrening", "kvp"]
    most = reply_to("mest")
    assert {message.facet for message in most.messages if message.type == "answer"} == {"penger"}


def test_an_earlier_answer_is_gone_back_to() -> None:
    assert reply_to("forrige").state.tema == "arbeidstrening"
    assert reply_to("forrige").state.tema == "arbeidstrening"


def test_what_was_told_is_told_back_and_nothing_is_said_of_nothing() -> None:
    told = said(reply_to("sa_jeg", State(fakta={"fodt": 2007}, kommune="1804", tema="kvp")))
    assert "2007" in told
    assert "Bodø" in told
    assert PARTS.phrases("akt_sa_ingenting", "nb") == said(reply_to("sa_jeg", State()))


def test_a_miss_is_owned_and_what_else_it_may_have_been_is_offered() -> None:
    reply = reply_to("ikke_det", State(tema="kvp", alternativer=("sosialhjelp", "kvp", "dagpenger")))
    assert [s.payload for s in reply.messages[0].suggestions] == ["/sosialhjelp", "/dagpenger", "/snakk_med_menneske"]
    assert "Skriv det med andre ord" in said(reply_to("ikke_det", State(tema="kvp")))


@pytest.mark.parametrize("act", ["ring_for_meg", "tor_ikke"])
def test_whom_to_contact_and_what_to_say_for_those_who_would_rather_not(act: str) -> None:
    reply = reply_to(act, State(tema="kvp", kommune="1804"))
    assert any(message.contacts for message in reply.messages)
    assert reply_to(act, State(tema="kvp")).state.venter == "kommune"


def test_a_recommendation_is_a_guide_or_a_person_who_guides() -> None:
    advised = reply_to("anbefal", State(tema="laerling"))
    assert advised.state.venter is None, "what is asked next is not taken for an answer to a guide nobody chose"
    assert any(suggestion.payload.startswith("/dialog_guide") for suggestion in advised.messages[0].suggestions)
    assert any(
        message.topic == "karriereveiledning" for message in reply_to("anbefal", State(tema="politiattest", spurt_sted=True)).messages
    )


def test_beginning_anew_forgets_all_but_the_language() -> None:
    fresh = reply_to("paa_nytt", State(malform="nn", malform_valgt=True, tema="kvp", fakta={"fodt": 2007}, kommune="1804")).state
    assert fresh == State(malform="nn", malform_valgt=True)


def test_there_is_nothing_to_do_it_with_and_a_guide_keeps_its_own_words() -> None:
    assert reply_to("sikker", State()).messages[0].topic == "utenfor_tema"
    asking = State(venter="guide", guide=GuideState("hvilken_rett", asked="fodt"), tema="hvilken_rett")
    assert reply_to("stopp", asking, text="stopp").messages[0].suggestions


def test_what_to_say_is_the_topics_own_words_or_some_that_always_serve() -> None:
    assert "«" in said(reply_to("hva_si"))
    assert "«Hei, jeg heter" in said(reply_to("hva_si", State()))


def test_who_can_help_is_about_the_topic_at_hand() -> None:
    reply = reply_to("hvem_hjelper")
    assert any(message.topic == "kvp" for message in reply.messages)
    assert (
        PARTS.assistant.turn(Understanding(text="…", intent="utenfor_tema", confidence=0.1, act="hvem_hjelper"), State()).messages[0].topic
        != "kvp"
    )


def test_whether_somebody_may_come_along_is_answered_by_who_owns_the_topic() -> None:
    assert reply_to("ta_med").messages[0].part == "folge"
    assert reply_to("ta_med", State(tema="ot")).messages[0].part == "ta_med_noen"


def test_a_facet_of_the_topic_and_a_bare_yes_are_no_acts() -> None:
    follow_up = Understanding.read("og hvem kan få det?", intent="kvp", confidence=0.1, ranking=(("kvp", 0.1),), act="hvem_hjelper")
    assert PARTS.assistant.turn(follow_up, KVP).messages[0].facet == "hvem"
    assert "gratulerer" not in said(reply_to("god_nyhet", text="ja, gjerne", intent="ja", sure=0.9))


@pytest.mark.parametrize("malform", MALFORMER)
def test_simpler_is_never_longer_and_keeps_the_day_and_the_figure(malform: Malform) -> None:
    today = PARTS.today()
    for topic in (topic for topic in PARTS.library if topic.id not in PARTS.library.roles.asides):
        for facet in (None, *topic.facets):
            text = PARTS.library.answer(topic.id, malform, today, facet).text
            simple = said(reply_to("enklere", State(tema=topic.id, fasett=facet, malform=malform)))
            assert len(simple) <= len(text), (topic.id, facet)
            figured = [sentence for sentence in sentences(text) if any(sign.isdigit() for sign in sentence)]
            assert not figured or any(sign.isdigit() for sign in simple.splitlines()[0]), (topic.id, facet)


def test_who_dares_not_ring_is_told_too_that_we_cannot() -> None:
    shy = PARTS.assistant.turn(Understanding(text="jeg tør ikke ringe", intent="utenfor_tema", confidence=0.1, act="tor_ikke"), KVP).state
    assert said(reply_to("ring_for_meg", shy, "kan du ringe for meg")).startswith("Det kan jeg ikke")
