"""Ten conversations through a guide, as people have them; and the guides without a conversation."""

from __future__ import annotations

import pytest
import requests

from tests.conftest import Chat, Server

VGO, GRUNNSKOLE, FODT = "Hva har du gjort på videregående?", "Har du fullført grunnskolen", "Hvilket år er du født?"
OPPHOLD, JOBB = "Har du lov til å bo i Norge", "Er du i jobb eller på skole nå?"


def begin(chat: Chat, guide: str = "hvilken_rett") -> str:
    chat.say(payload=f'/dialog_guide{{"guide": "{guide}"}}')
    return asked(chat)


def asked(chat: Chat) -> str:
    """The guide's open question, or nothing."""
    buttons = {"Stopp", "Stop"}
    questions = [m["text"] for m in chat.messages if buttons & {s["title"] for s in m["suggestions"]}]
    return questions[-1] if questions else ""


def reply(chat: Chat, answers: dict[str, str]) -> None:
    """Answer whatever is asked, in any order, until the guide has nothing more to ask."""
    for _ in range(10):
        question = asked(chat)
        if not question:
            return
        chat.say(next(said for start, said in answers.items() if question.startswith(start)))
    raise AssertionError(f"still asked: {asked(chat)}")


def said(chat: Chat) -> str:
    return "\n".join(f"{m['title'] or ''}\n{m['text']}\n{m['advice'] or ''}\n{m['because'] or ''}" for m in chat.messages)


def answers(chat: Chat) -> list[str]:
    return [m["topic"] for m in chat.messages if m["type"] == "answer"]


def test_1_free_text_from_the_first_question_to_the_contact(chat: Chat) -> None:
    chat.say("hvilken rett har jeg? jeg fyller 19 i mars")
    assert asked(chat) == VGO
    chat.say("gikk ut av vg2 i fjor")
    reply(chat, {GRUNNSKOLE: "ja", OPPHOLD: "er norsk", JOBB: "nei, går hjemme"})
    assert answers(chat) == ["rett_fullforing", "rett_ungdom", "ot"]
    answer = chat.first("answer")
    assert "født i 2008" in answer["because"] or "født i 2007" in answer["because"]
    assert answer["share"] == "/t/rett_fullforing"
    assert "§" in answer["sources"][0]["title"]
    assert "Neste steg" in said(chat)
    chat.say("Narvik")
    assert "Narvik" in chat.first("contact")["title"]


def test_2_a_correction_on_the_way_and_one_afterwards(chat: Chat) -> None:
    begin(chat)
    chat.press("Begynt, men ikke fullført")
    chat.say("født i 2010")
    chat.say("nei, jeg mente 2004")
    assert said(chat).strip().startswith("Rettet: født i 2004.")
    reply(chat, {GRUNNSKOLE: "ja", OPPHOLD: "jeg har lov til å bo her", JOBB: "ja"})
    assert answers(chat) == ["rett_fullforing", "rett_ungdom", "rett_voksen"]
    chat.say("nei, jeg mente 1996")
    assert "Rettet: født i 1996." in said(chat)
    assert "rett_ungdom" not in answers(chat)


def test_3_interrupted_by_another_question_and_resumed(chat: Chat) -> None:
    begin(chat)
    chat.say("slutta på vgs i fjor")
    question = asked(chat)
    chat.say("hva er en praksiskandidat?")
    assert answers(chat) == ["praksiskandidat"]
    if chat.messages[-1]["text"].startswith("Hvor bor du?"):
        chat.say("Bodø")
    assert chat.messages[-1]["text"] == "Skal vi fortsette der vi var?"
    chat.press("Fortsett spørsmålene")
    assert asked(chat) == question


def test_4_why_do_you_ask(chat: Chat) -> None:
    begin(chat)
    chat.say("hvorfor spør du?")
    assert "Retten avhenger av" in said(chat)
    assert asked(chat) == VGO
    chat.press("Hvorfor spør du?")
    assert asked(chat) == VGO
    chat.press("Har fagbrev")
    chat.say("hvorfor det?")
    assert chat.messages[0]["text"]
    assert asked(chat)


def test_5_left_and_resumed_with_what_was_told(chat: Chat) -> None:
    begin(chat)
    chat.say("har ikke begynt på videregående")
    question = asked(chat)
    chat.say("stopp")
    assert not asked(chat)
    chat.say("hva er KVP?")
    chat.say("fortsett")
    assert asked(chat) == question
    reply(chat, {GRUNNSKOLE: "vet ikke", FODT: "1990", OPPHOLD: "er norsk", JOBB: "nei"})
    assert "Snakk med voksenopplæringen i kommunen" in said(chat), "who is not sure is sent to a person"


def test_6_nynorsk_all_the_way(chat: Chat) -> None:
    chat.say("kva rett har eg? eg er 26 og fekk aldri fullført vidaregåande")
    if not asked(chat):  # understood as the answer itself
        begin(chat)
    assert "fødd i 2000" in said(chat)
    reply(chat, {"Har du fullført grunnskulen": "ja", "Har du lov til å bu i Noreg": "eg har lov til å bu her"})
    assert chat.first("answer")["malform"] == "nn"
    assert chat.first("answer")["title"] == "Du har rett til å fullføre"
    assert "rett_voksen" in answers(chat)
    assert "Dette byggjer eg på" in chat.first("answer")["because"]


def test_7_a_way_to_a_trade_certificate(chat: Chat) -> None:
    chat.say("jeg bor i Narvik")
    begin(chat, "vei_til_fagbrev")
    chat.press("Begynt, men ikke fullført")
    reply(
        chat,
        {
            "Hva har du bestått": "har bestått vg2",
            FODT: "jeg er 20",
            "Hvor mange år": "har jobba 3 år på lager",
            "Har du jobb i faget": "ja, men vet ikke om det er en lærebedrift",
            "Hva vil du helst": "lei av skolen",
            "Trenger du mindre mål": "nei",
            "Er du registrert": "nei",
        },
    )
    assert answers(chat)[0] == "laerling"
    assert {"uten_laereplass", "fagbrev_pa_jobb"} & set(answers(chat))
    assert "3 års praksis" in said(chat) or "yrkesfag: bestått alt på Vg1 og Vg2" in said(chat)
    assert "Narvik" in chat.first("contact")["title"]
    chat.say("nei, jeg mente 6 år")
    assert answers(chat)[0] == "praksiskandidat"


def test_8_what_nav_can_offer(chat: Chat) -> None:
    begin(chat, "hvilke_tiltak")
    reply(
        chat,
        {
            "Hva vil du helst ha hjelp til": "finne jobb",
            FODT: "fyller 21 i år",
            "Er du registrert": "har ikke vært hos nav",
            "Er det noe som gjør det vanskelig": "sliter psykisk",
            "Får du hjelp med psykisk": "går til psykolog",
            "Er det en arbeidsgiver": "sjefen på kafeen vil ha meg",
            "Hva lever du av": "sosialhjelp",
        },
    )
    assert answers(chat)[:2] == ["nav_forste_gang", "ungdomsgaranti"]
    assert "Nav vurderer og avgjør hva du kan få." in said(chat)
    assert "Ta med til møtet:" in said(chat)
    offered = [s["title"] for m in chat.messages for s in m["suggestions"]]
    assert any("IPS" in title for title in offered)


def test_9_english_with_a_change_of_language_in_the_middle(chat: Chat) -> None:
    begin(chat)
    chat.say("can you answer in english?")
    assert asked(chat) == "What have you done in upper secondary school?"
    chat.say("dropped out")
    reply(
        chat,
        {
            "Which year": "I turn 20 in May",
            "Have you completed": "yes",
            "May you live": "I may live here",
            "Are you in work": "no",
        },
    )
    assert chat.first("answer")["title"] == "You have a right to complete"
    assert chat.first("answer")["share"].endswith("?m=en")


def test_10_what_was_told_in_passing_is_used_by_every_guide(chat: Chat) -> None:
    chat.say("hei, jeg er 24 og har fagbrev som kokk")
    assert begin(chat).startswith(OPPHOLD)
    assert "født i 2002" in said(chat)
    chat.say("bla bla bla")
    assert asked(chat).startswith(OPPHOLD), "what is no answer is asked again"
    chat.press("Jeg har lov til å bo her")
    assert answers(chat) == ["studiekompetanse", "rett_voksen"]
    begin(chat, "vei_til_fagbrev")
    assert "født i 2002" in said(chat)
    assert asked(chat) not in (VGO, FODT)


def test_the_guides_without_a_conversation(server: Server) -> None:
    facts = {"fodt": 2002, "grunnskole": "ja", "vgo": "pabegynt", "opphold": "lovlig", "jobb_eller_skole": "nei"}
    answer = requests.post(f"{server.url}/api/guides/hvilken_rett", json={"facts": facts, "date": "2026-11-23"}, timeout=10).json()
    assert answer["outcomes"] == ["fullforingsrett", "ungdomsrett", "voksenrett", "ot"]
    assert (answer["missing"], answer["next_question"]) == ([], None)
    assert {item["source"] for item in answer["because"]} >= {"Opplæringslova § 9-4"}
    earlier = requests.post(f"{server.url}/api/guides/hvilken_rett", json={"facts": facts, "date": "2020-11-23"}, timeout=10).json()
    assert earlier["outcomes"] == ["ungdomsrett", "ot"]


@pytest.mark.parametrize("guide", ["hvilken_rett", "vei_til_fagbrev", "hvilke_tiltak"])
def test_every_guide_asks_until_it_can_answer(server: Server, guide: str) -> None:
    facts: dict[str, object] = {}
    for _ in range(10):
        answer = requests.post(f"{server.url}/api/guides/{guide}", json={"facts": facts}, timeout=10).json()
        question = answer["next_question"]
        if question is None:
            break
        assert question["fact"] in answer["missing"]
        facts[question["fact"]] = question["options"][0]["value"] if question["options"] else 2004
    assert answer["done"]
    assert answer["outcomes"]


@pytest.mark.parametrize(
    ("guide", "body", "field"),
    [
        ("hvilken_lov", {}, "guide"),
        ("hvilken_rett", [], "facts"),
        ("hvilken_rett", {"facts": []}, "facts"),
        ("hvilken_rett", {"facts": {"navn": "x"}}, "facts"),
        ("hvilken_rett", {"facts": {"fodt": 1066}}, "facts"),
        ("hvilken_rett", {"facts": {}, "date": "i dag"}, "date"),
        ("hvilken_rett", {"facts": {}, "extra": 1}, "facts"),
    ],
)
def test_a_mistake_names_its_field(server: Server, guide: str, body: object, field: str) -> None:
    response = requests.post(f"{server.url}/api/guides/{guide}", json=body, timeout=10)
    assert response.status_code == 400
    assert field in response.text


def test_a_guide_says_where_one_is_and_goes_back(chat: Chat) -> None:
    chat.say(payload='/dialog_guide{"guide": "hvilken_rett"}')
    assert chat.first("question")["step"] == {"number": 1, "of": 5}
    chat.press("Begynt, men ikke")
    assert chat.first("question")["step"] == {"number": 2, "of": 5}
    chat.press("Tilbake")
    question = chat.first("question")
    assert question["step"] == {"number": 1, "of": 5}
    assert "Begynt, men ikke fullført" in [suggestion["title"] for suggestion in question["suggestions"]]
