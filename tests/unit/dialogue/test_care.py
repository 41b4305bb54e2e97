"""In danger there is help first; afterwards questions about it are answered; what weighs is heard."""

from __future__ import annotations

from datetime import date

import pytest

from bot.content.help import MOST
from bot.dialogue import State, Understanding
from bot.dialogue.care import HEAVY, TURNS
from bot.language.danger import Danger
from tests.parts import PARTS
from tests.unit.dialogue.turns import LIFE, PERSON, aged, heard, lines, number, reply_to, said


def test_help_comes_first_and_alone() -> None:
    reply = reply_to("hva er kvp? jeg vil dø", state=State(kommune="1806", venter="kommune", tema="kvp"))
    assert reply.messages[0].topic == "krise"
    assert number("ambulanse") in reply.messages[0].text
    assert {s.payload for message in reply.messages for s in message.suggestions} == {PERSON}
    assert not any(message.contacts or message.type == "question" or message.title for message in reply.messages)
    assert (reply.state.venter, reply.state.guide, reply.state.varsom) == (None, None, TURNS + 1)


@pytest.mark.parametrize(
    ("kind", "first"),
    [
        ("selvmord", "ambulanse"), ("forgiftning", "ambulanse"), ("vold", "politi"), ("trussel", "politi"), ("tvang", "politi"),
        ("utrygt_hjem", "politi"), ("uten_tak", "alarmtelefonen"), ("psykose", "ambulanse"), ("fare_for_andre", "politi"), ("romt", "alarmtelefonen"), ("overgrep", "vo_linjen"),
        ("kropp", "ambulanse"),
    ],
)  # fmt: skip
def test_the_fitting_line_is_first(kind: str, first: str) -> None:
    assert lines(reply_to("…", Danger("akutt", kind)))[0] == first


@pytest.mark.parametrize("kind", PARTS.help_texts.kinds("acute"))
def test_a_minor_and_a_grown_person_get_their_own_lines(kind: str) -> None:
    young = lines(reply_to("…", Danger("akutt", kind), aged(15)))
    grown = lines(reply_to("…", Danger("akutt", kind), aged(25)))
    assert "alarmtelefonen" in young
    assert not {"kors_pa_halsen", "skriv_kors_pa_halsen"} & set(grown)


@pytest.mark.parametrize("kind", PARTS.help_texts.kinds("acute"))
def test_there_is_a_way_for_those_who_cannot_speak(kind: str) -> None:
    if kind not in ("forgiftning", "kropp"):  # there, time is what counts
        assert any(line["way"] == "write" for message in reply_to("…", Danger("akutt", kind)).messages for line in message.help)


def test_somebody_elses_danger_has_words_of_its_own_and_their_age_is_not_the_writers() -> None:
    mother = reply_to("sønnen min sier han ikke vil leve", Danger("akutt", "selvmord", other=True), aged(17))
    assert said(mother) != said(reply_to("jeg vil ikke leve", LIFE, aged(17)))
    assert "mental_helse" in lines(mother)


def test_in_english_and_for_other_scripts_in_english() -> None:
    assert "call 113" in said(reply_to("i want to die", state=State(malform="en")))
    assert "call 113" in said(reply_to("я не хочу жити"))


def test_the_same_words_are_not_sent_twice() -> None:
    first = reply_to("jeg vil dø")
    again = reply_to("jeg mener det. vil dø", state=first.state)
    assert first.messages[0].text != again.messages[0].text
    assert again.messages[0].help
    third = reply_to("jeg mener det", state=again.state)
    assert third.messages[0].text != again.messages[0].text
    other = reply_to("han slår meg", Danger("akutt", "vold", sure=True), again.state)
    assert "krisesenter" in said(other)


@pytest.mark.parametrize("kind", ["forgiftning", "psykose"])
def test_a_danger_that_is_not_over_because_somebody_says_so_stays(kind: str) -> None:
    state = reply_to("…", Danger("akutt", kind)).state
    reply = reply_to("nei det går fint", Danger(question="avkreft"), state)
    assert reply.state.varsom
    assert number("ambulanse") in said(reply)


@pytest.mark.parametrize(("question", "word"), [("hvor_sove", "Nav"), ("ikke_si_til_noen", "chatbot"), ("si_hvem_jeg_er", "hvem du er"), ("hva_si_ringe", "ringe"), ("nummer_krisesenter", "krisesenter"), ("tor_ikke_ringe", "skrive"), ("foreldre_far_vite", "foreldre"), ("min_skyld", "Nei")])  # fmt: skip
def test_a_question_about_the_help_is_answered(question: str, word: str) -> None:
    reply = reply_to("…", Danger("akutt", "selvmord", question=question), reply_to("jeg vil dø").state)
    assert word in said(reply)
    assert reply.messages[0].help


def test_such_a_question_means_nothing_when_no_help_was_shown() -> None:
    reply = PARTS.assistant.turn(heard("hvor kan jeg sove", "okonomi_akutt", danger=Danger(question="hvor_sove")), State())
    assert reply.messages[0].topic == "okonomi_akutt"


def test_it_lets_go_at_a_denial_and_stays_after_thanks() -> None:
    state = reply_to("jeg vil dø").state
    denied = reply_to("det var bare tull", Danger(question="avkreft"), state)
    assert denied.state.varsom == 0
    assert not any(message.topic == "krise" for message in denied.messages)
    assert reply_to("takk", Danger(question="takk"), state).state.varsom == TURNS


def test_care_ends_after_some_turns() -> None:
    state = reply_to("jeg vil dø").state
    for turn in range(TURNS + 1):
        reply = PARTS.assistant.turn(heard("hva er kvp", "kvp"), state)
        assert (number("mental_helse") in reply.messages[-1].text) is (turn < TURNS)
        state = reply.state


def test_a_danger_that_goes_on_is_not_called_worse_unless_it_is() -> None:
    state = reply_to("jeg vil dø").state
    on = reply_to("hvorfor er alt sånn", Danger("akutt", "ukjent"), state)
    assert "Ikke vent" not in said(on)
    worse = reply_to("har tauet her", Danger("akutt", "ukjent", question="mer_fare"), state)
    assert "Ikke vent" in said(worse)
    again = reply_to("har det ennå", Danger("akutt", "ukjent", question="mer_fare"), worse.state)
    assert said(again) != said(worse)


def test_a_denial_lets_go_unless_a_danger_is_told_for_certain() -> None:
    state = reply_to("jeg vil dø").state
    assert reply_to("bare tulla", Danger("akutt", "etterlatt", question="avkreft"), state).messages[0].topic == HEAVY
    assert (
        reply_to("jeg tulla, men han slår meg", Danger("akutt", "vold", sure=True, question="avkreft"), state).messages[0].topic == "krise"
    )


@pytest.mark.parametrize("question", ["takk", "koster", "si_hvem_jeg_er", "leser_noen"])
def test_the_lines_for_this_danger_do_not_go_away(question: str) -> None:
    state = reply_to("tok mange tabletter", Danger("akutt", "forgiftning")).state
    shown = lines(reply_to("…", Danger("ingen", "ingen", question=question), state))
    assert {"ambulanse", "giftinformasjonen"} <= set(shown)
    assert len(shown) <= MOST


def test_a_thank_you_does_not_end_a_poisoning() -> None:
    state = reply_to("har tatt en haug paracet", Danger("akutt", "forgiftning", sure=True)).state
    for thanks in (PARTS.assistant.turn(heard("takk", "takk"), state), reply_to("takk", Danger(question="takk"), state)):
        assert number("giftinformasjonen") in said(thanks)
        assert lines(thanks)[:2] == ["ambulanse", "giftinformasjonen"]


@pytest.mark.parametrize(
    ("text", "danger", "expected", "not_expected"),
    [
        ("er i pakistan, får ikke komme hjem til norge", Danger("akutt", "etterlatt"), "telefon.ud", "telefon.politi"),
        (
            "formannen slår meg nesten, jeg er lærling og alle mobber meg",
            Danger("tung", "mobbing"),
            "telefon.arbeidstilsynet",
            "telefon.mobbing",
        ),
    ],
)
def test_the_situation_changes_what_helps(text: str, danger: Danger, expected: str, not_expected: str) -> None:
    figures = PARTS.library.figures
    reply = said(reply_to(text, danger))
    assert figures.show(expected, "nb", date.today()) in reply
    assert figures.show(not_expected, "nb", date.today()) not in reply


def test_what_a_situation_calls_for_comes_after_the_help_and_is_remembered() -> None:
    reply = reply_to("han sjekker mobilen min og slår", Danger("akutt", "vold"))
    first, *rest = reply.messages[0].text.split("\n\n")
    assert number("politi") in first
    assert "Slett samtalen" in rest[0]
    assert reply.state.situasjon == ("overvaaket",)


def test_a_question_in_the_same_message_is_answered_after_the_help() -> None:
    reply = reply_to("pappa slår meg. får foreldrene mine vite det?", Danger("akutt", "vold", asked="foreldre_far_vite"))
    assert number("politi") in reply.messages[0].text
    assert PARTS.help_texts.after("foreldre_far_vite", "nb", date.today()).text == reply.messages[1].text


def test_a_question_that_is_told_rather_than_asked_is_not() -> None:
    plain = reply_to("han slo meg", Danger("akutt", "vold"))
    assert reply_to("han slo meg", Danger("akutt", "vold", asked="jeg_gjorde_det")).messages == plain.messages


def test_somebody_of_age_is_not_told_of_the_line_for_the_young() -> None:
    assert number("alarmtelefonen") in said(reply_to("tvinges", Danger("akutt", "tvang")))
    assert number("alarmtelefonen") not in said(reply_to("tvinges", Danger("akutt", "tvang"), aged(25)))


def test_somebody_of_age_is_told_nothing_of_those_who_are_not() -> None:
    grown = aged(25)
    for kind in PARTS.help_texts.kinds("acute"):
        reply = reply_to("…", Danger("akutt", kind), grown)
        assert "nder 18" not in reply.messages[0].text, kind
        assert "alarmtelefonen" not in lines(reply), kind
    assert "alarmtelefonen" in lines(reply_to("…", Danger("akutt", "vold")))


def test_a_small_child_is_named_only_when_one_is_in_danger() -> None:
    knife = reply_to("kniv i sekken. i dag får han den", Danger("akutt", "fare_for_andre"))
    child = reply_to("babyen skriker og jeg holdt på å riste henne", Danger("akutt", "fare_for_andre"))
    assert "barn" not in said(knife)
    assert number("politi") in said(knife)
    assert "Legg barnet trygt ned" in said(child)
    assert lines(child)[0] == "ambulanse"


@pytest.mark.parametrize(("kind", "line"), [("spise", "legevakt"), ("kropp", "ambulanse"), ("vold", "mental_helse")])
def test_an_ordinary_question_after_help_keeps_the_line_that_fits_in_view(kind: str, line: str) -> None:
    state = reply_to("…", Danger("akutt", kind), aged(25)).state
    reply = PARTS.assistant.turn(heard("det går bra altså, men hva er kvp", "kvp"), state)
    assert reply.messages[0].topic == "kvp"
    assert number(line) in reply.messages[-1].text


@pytest.mark.parametrize("kind", ["utrygt_hjem", "tvang", "etterlatt", "utnytting", "romt", "uten_tak"])
def test_somebody_under_age_is_told_of_child_welfare_and_not_asked_how_old_they_are(kind: str) -> None:
    text = said(reply_to("…", Danger("akutt", kind), aged(16)))
    assert "barnevernet" in text
    assert "Er du under" not in text
    assert "Er du eldre" not in text


def test_an_age_told_afterwards_brings_what_is_said_to_that_age() -> None:
    sent_away = reply_to("venninna mi skal til Pakistan på fredag, hun vil ikke", Danger("akutt", "etterlatt", other=True))
    assert "barnevernet" not in said(sent_away)
    older = reply_to("hun er 17", Danger(), sent_away.state)
    assert "barnevernet kan stanse" in said(older)


def test_what_to_say_to_somebody_fits_their_danger() -> None:
    texts = set()
    for kind in ("etterlatt", "selvmord", "vold", "psykose"):
        told = reply_to("…", Danger("akutt", kind, other=True))
        texts.add(said(reply_to("hva kan jeg si til henne", Danger(question="hva_si_til"), told.state)))
    assert len(texts) == 4


def test_an_age_told_after_something_heavy_brings_whom_to_talk_to() -> None:
    told = reply_to("har det ikke bra", Danger("tung", "trist"))
    young = reply_to("jeg er 16", Danger(), told.state)
    assert number("alarmtelefonen") in said(young)
    assert "helsesykepleieren" in said(young)
    assert lines(young)[0] == "alarmtelefonen"


def test_somebody_married_already_is_not_told_that_nobody_can_make_them_marry() -> None:
    text = said(reply_to("mannen min tar hele lønna mi og jeg får ikke gå ut", Danger("akutt", "tvang")))
    assert "gifte deg" not in text
    assert "lønna di" in text


def test_what_happens_to_who_did_harm_is_told_only_to_them() -> None:
    left = Danger("akutt", "romt", asked="hva_skjer_med_meg")
    assert "før det skjer igjen" not in said(reply_to("jeg gikk fra mottaket, hva skjer med saken min", left))
    hit = Danger("akutt", "fare_for_andre", asked="hva_skjer_med_meg")
    assert "før det skjer igjen" in said(reply_to("jeg slo henne, hva skjer med meg", hit))


def test_who_asks_whether_it_is_seen_is_told_of_the_phone() -> None:
    state = reply_to("mannen min låser døra", Danger("akutt", "tvang")).state
    assert "telefonen" in said(reply_to("kan de se at jeg har skrevet her", Danger(question="leser_noen"), state))


def test_bodily_danger_sends_to_the_ambulance_without_ifs_and_never_down_again() -> None:
    first = reply_to("mormor snakker så rart og armen henger", Danger("akutt", "kropp", other=True))
    assert first.messages[0].text.startswith(f"Ring {number('ambulanse')} nå")
    assert "Er du sikker" not in first.messages[0].text
    later = said(reply_to("hva gjør jeg mens jeg venter", Danger(), first.state))
    assert "Blir det verre" not in later
    assert f"Ring {number('ambulanse')} nå" in later


@pytest.mark.parametrize(
    ("text", "kind", "other", "wanted"),
    [
        ("typen tok strupetak i går, igjen", "vold", False, "halsen"),
        ("romkameraten tok for mange piller og våkner ikke", "forgiftning", True, "høyttaler"),
        ("engangsgrillen sto inne i teltet, hun er kvalm", "forgiftning", True, "frisk luft"),
        ("babyen drakk av flaska under vasken", "forgiftning", True, "Er barnet"),
        ("han er ikke våken og har sukkersyke", "kropp", True, "Følg med på pusten"),
        ("mor har lege på golvet sidan i går, eg passar småsøskena", "utrygt_hjem", False, "hvem som ligger der"),
        ("stemmene sier jeg skal gå ut på veien", "psykose", False, "ikke gjøre det stemmene sier"),
    ],
)
def test_what_was_told_is_used_and_not_asked_again(text: str, kind: str, other: bool, wanted: str) -> None:
    assert wanted in said(reply_to(text, Danger("akutt", kind, other=other)))


def test_who_comes_of_age_in_some_days_is_a_minor_today() -> None:
    reply = reply_to("kastet ut. fyller 18 om elleve dager", Danger("akutt", "uten_tak", sure=True))
    assert "alarmtelefonen" in lines(reply)
    grown = reply_to("kastet ut. er 19", Danger("akutt", "uten_tak", sure=True))
    assert "alarmtelefonen" not in lines(grown)


def test_a_day_that_is_named_is_no_if() -> None:
    told = said(reply_to("i morgen er jeg ikke mer problem for noen", Danger("akutt", "selvmord", sure=True)))
    assert "Har du gjort noe" not in told
    assert number("ambulanse") in told


def test_a_pregnant_woman_who_is_hit_is_seen_today() -> None:
    told = reply_to("han sparker magen og jeg er gravid", Danger("akutt", "vold", sure=True))
    assert lines(told)[0] == "legevakt"


def test_a_child_without_food_gets_more_than_an_office() -> None:
    hungry = heard(
        "mamma har ikke stått opp på fem dager, jeg er 11 og vi har ikke mat", "okonomi_akutt", 0.97, danger=Danger("akutt", "utrygt_hjem")
    )
    assert "alarmtelefonen" in lines(PARTS.assistant.turn(hungry, State()))


def test_what_is_not_understood_and_may_be_serious_names_people_and_no_topic() -> None:
    reply = PARTS.assistant.turn(heard("er femten og haikar, ingen veit det", "politiattest", 0.2, danger=Danger(suspicious=True)), State())
    assert "alarmtelefonen" in lines(reply)[:2]
    assert {s.payload for message in reply.messages for s in message.suggestions} == {PERSON}


def test_a_pupil_sees_the_line_for_children_among_the_first() -> None:
    assert lines(reply_to("kjæresten slår meg", Danger("akutt", "vold")))[1] != "alarmtelefonen"
    assert lines(reply_to("stefar slår meg før skolen", Danger("akutt", "vold")))[1] == "alarmtelefonen"


def test_good_news_is_met_with_joy_unless_it_may_be_a_farewell() -> None:
    news = heard("drepte intervjuet!!", "jobb_kontor_ikt", 0.8, act="god_nyhet")
    assert "gratulerer" in said(PARTS.assistant.turn(news, State()))
    farewell = heard("har gitt bort alt, føles deilig", "jobb_kontor_ikt", 0.2, act="god_nyhet", danger=Danger(suspicious=True))
    assert "gratulerer" not in said(PARTS.assistant.turn(farewell, State()))


def test_an_ordinary_question_after_help_is_answered_though_it_is_only_likely() -> None:
    shown = reply_to("jeg har det ikke bra, har kuttet meg", Danger("akutt", "selvskading"))
    asked = Understanding(
        text="får jeg fravær når jeg er hos helsesykepleier?",
        intent="fravaer_karakterer",
        confidence=0.35,
        ranking=(("fravaer_karakterer", 0.35),),
    )
    reply = PARTS.assistant.turn(asked, shown.state)
    assert reply.messages[0].topic == "fravaer_karakterer"
    assert number("mental_helse") in said(reply), "a line stays in view"
    murmur = Understanding(text="vet ikke helt", intent="fravaer_karakterer", confidence=0.35, ranking=(("fravaer_karakterer", 0.35),))
    assert PARTS.assistant.turn(murmur, shown.state).messages[0].topic == "krise"
