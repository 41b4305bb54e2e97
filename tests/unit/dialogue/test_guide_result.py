"""The end of a guide: the answer, what it rests on, the next step, and whom to contact."""

from __future__ import annotations

from tests.talk import TODAY, Talk
from tests.unit.dialogue.guided import answered, begun


def test_the_end_has_answer_reason_next_step_contact_and_a_link_to_share(talk: Talk) -> None:
    answered(talk)
    answer = talk.messages[0]
    assert answer.title == "Du har rett til å fullføre"
    assert answer.because == (
        "Dette bygger jeg på: begynt, men ikke fullført; grunnskole: ja; jeg har lov til å bo her; født i 2003; i jobb eller på skole: nei."
    )
    assert answer.sources[0] == {
        "title": "Opplæringslova §§ 5-1 og 18-3", "url": "https://lovdata.no/lov/2023-06-09-30", "checked": "2026-11-23"
    }  # fmt: skip
    assert answer.share == "/t/rett_fullforing?k=1806"
    assert any(message.title == "Neste steg" for message in talk.messages)
    assert talk.topics == ["rett_fullforing", "rett_ungdom", "rett_voksen"]
    assert all("§" in str(message.sources[0]["title"]) for message in talk.messages if message.type == "answer")
    assert [suggestion.title for message in talk.messages if message.type == "question" for suggestion in message.suggestions]
    contact = next(message for message in talk.messages if message.type == "contact")
    assert contact.contacts
    assert "Narvik" in str(contact.title)


def test_who_is_not_sure_is_sent_to_a_person(talk: Talk) -> None:
    begun(talk.living_in("1806"))
    talk.press("Ikke begynt")
    while talk.fact and talk.fact != "grunnskole":
        talk.say({"fodt": "1990", "opphold": "jeg har lov til å bo her", "jobb_eller_skole": "nei"}[talk.fact])
    talk.say("vet ikke")
    while talk.fact:
        talk.say({"fodt": "1990", "opphold": "jeg har lov til å bo her", "jobb_eller_skole": "nei"}[talk.fact])
    assert "Snakk med voksenopplæringen i kommunen" in talk.text
    assert any(message.type == "contact" for message in talk.messages)


def test_in_english_to_the_end(talk: Talk) -> None:
    talk.say("which right do I have? answer in english", "hvilken_rett")
    talk.living_in("1806")
    for said in ("dropped out", "yes", "I turn 20 in May", "I may live here", "no"):
        talk.say(said)
    assert talk.messages[0].title == "You have a right to complete"
    assert talk.messages[0].because is not None
    assert "I may live here" in talk.messages[0].because
    assert talk.messages[0].share == "/t/rett_fullforing?k=1806&m=en"
    assert {message.malform for message in talk.messages} == {"en"}


def test_navs_guide_says_who_decides_and_what_to_bring(talk: Talk) -> None:
    talk.living_in("1806").say("hva kan nav hjelpe med", "nav_forste_gang")
    talk.press("Se hva Nav kan tilby")
    replies = {
        "onsker_nav": "finne jobb", "fodt": "2007", "registrert": "nei", "nedsatt": "har angst", "behandling": "går til psykolog",
        "arbeidsgiver": "nei", "inntekt": "bor hos mamma",
    }  # fmt: skip
    while talk.fact:
        talk.say(replies[talk.fact])
    assert talk.messages[0].title == "Registrer deg hos Nav først"
    assert "Nav vurderer og avgjør hva du kan få." in talk.text
    assert "Ta med til møtet:" in talk.text
    assert "ungdomsgaranti" in talk.topics
    contact = next(message for message in talk.messages if message.type == "contact")
    assert "Nav" in contact.contacts[0]["name"]


def to_the_end(talk: Talk, replies: dict[str, str]) -> None:
    talk.living_in("3105").say("hvordan får jeg fagbrev", "fagbrev_oversikt")
    talk.press("Finn en vei til fagbrev")
    while talk.fact:
        talk.say(replies[talk.fact])


def test_the_deadline_beside_an_outcome_is_its_own(talk: Talk) -> None:
    replies = {
        "vgo": "går på videregående nå", "bestatt": "går der nå", "fodt": "16", "praksis": "0", "arbeid": "nei", "onsker_vei": "mest jobb",
        "tilrettelegging": "nei", "registrert": "nei",
    }  # fmt: skip
    to_the_end(talk, replies)
    assert talk.state.fakta["fodt"] == TODAY.year - 16
    assert talk.messages[0].title == "Full opplæring i bedrift (0+4)"
    stated = [(message.topic, message.facet) for message in talk.messages if message.topic and message.facet in (None, "frist")]
    assert ("full_opplaering_i_bedrift", "frist") in stated
    assert {topic for topic, _ in stated if topic != "full_opplaering_i_bedrift"} <= {
        None,
        *[m.topic for m in talk.messages if m.type != "answer"],
    }
    assert not [message for message in talk.messages if message.type == "answer" and message.facet != "utfall"], (
        "an outcome states no topic's deadline"
    )
