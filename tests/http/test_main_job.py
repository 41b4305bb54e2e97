"""The main job: a question in Norwegian gets a true answer and a local contact."""

from __future__ import annotations

from tests.conftest import Chat


def test_the_question_this_project_exists_for(chat: Chat) -> None:
    chat.say("er 26 og fikk aldri fullført vgs, kan jeg ta det gratis nå? bor i narvik")
    answer = chat.first("answer")
    assert answer["topic"] in ("rett_voksen", "rett_fullforing")
    assert answer["facet"] is None, "the short answer, not a part of it"
    assert any("§" in source["title"] and source["checked"] for source in answer["sources"])
    contact = chat.first("contact")
    assert "Narvik" in contact["title"]
    assert contact["contacts"][0]["url"] or contact["contacts"][0]["phone"]
    assert contact["contacts"][0]["freshness"]


def test_facets_follow_the_topic_under_discussion(chat: Chat) -> None:
    chat.say("hvor lenge varer KVP?")
    assert (chat.first("answer")["topic"], chat.first("answer")["facet"]) == ("kvp", "varighet")
    chat.say("og hva får jeg i penger?")
    assert (chat.first("answer")["topic"], chat.first("answer")["facet"]) == ("kvp", "penger")
    chat.say("hvordan søker jeg")
    assert (chat.first("answer")["topic"], chat.first("answer")["facet"]) == ("kvp", "soke")


def test_another_topic_keeps_the_facet(chat: Chat) -> None:
    chat.say("hvor lenge varer læretida for en lærling?")
    assert chat.first("answer")["topic"] == "laerling"
    chat.say("hva med lærekandidat da?")
    assert (chat.first("answer")["topic"], chat.first("answer")["facet"]) == ("laerekandidat", "varighet")


def test_twelve_turns(chat: Chat) -> None:
    chat.say("hei")
    assert chat.first("answer")["topic"] == "hilsen"
    chat.say("hva er arbeidstrening")
    assert chat.first("answer")["topic"] == "arbeidstrening"
    assert chat.has("question"), "the place is asked for once"
    chat.say("Våler")
    assert {s["title"] for s in chat.first("question")["suggestions"]} == {"Våler (Innlandet)", "Våler (Østfold)"}
    chat.press("Innlandet")
    assert "Våler" in chat.first("contact")["title"]
    chat.say("hvor lenge varer det?")
    assert chat.first("answer")["facet"] == "varighet"
    assert not chat.has("question"), "the place is not asked for again"
    chat.say("får jeg penger for det?")
    assert (chat.first("answer")["topic"], chat.first("answer")["facet"]) == ("arbeidstrening", "penger")
    chat.say("nei, jeg mente at jeg bor i Bodø")
    assert "Bodø" in chat.first("contact")["title"]
    chat.say("hva er en praksiskandidat?")
    assert chat.first("answer")["topic"] == "praksiskandidat"
    assert "Bodø" in chat.first("contact")["title"]
    chat.say("hvem kan bli det?")
    assert (chat.first("answer")["topic"], chat.first("answer")["facet"]) == ("praksiskandidat", "hvem")
    chat.say("hvem kan jeg snakke med om det?")
    assert "Bodø" in chat.first("contact")["title"]
    chat.say("tusen takk for hjelpa")
    assert chat.first("answer")["topic"] == "takk"
    chat.say("ha det")
    assert chat.first("answer")["topic"] == "farvel"


def test_the_written_language_follows_the_person(chat: Chat) -> None:
    chat.say("kva er ein lærekandidat, og korleis søkjer eg?")
    assert chat.first("answer")["malform"] == "nn"
    chat.say("kan du svare på bokmål")
    assert chat.messages[0]["malform"] == "nb"
    chat.say("kva er kvalifiseringsprogrammet")
    assert chat.first("answer")["malform"] == "nb", "what the person chose is kept"


def test_the_page_decides_place_and_language(server) -> None:  # type: ignore[no-untyped-def]
    chat = Chat(server.url, context={"kommune": "1806", "malform": "nn"})
    chat.say("hva er kvp")
    assert chat.first("answer")["malform"] == "nn"
    assert "Narvik" in chat.first("contact")["title"]


def test_the_language_of_a_page_is_a_beginning(server) -> None:  # type: ignore[no-untyped-def]
    chat = Chat(server.url, context={"sidens_malform": "en"})
    chat.say(payload="/kvp")
    assert chat.first("answer")["malform"] == "en"
    chat.say("kva er lærling, og korleis søkjer eg?")
    assert chat.first("answer")["malform"] == "nn", "who writes nynorsk is answered in it"
    chat.say("kvp")
    assert chat.first("answer")["malform"] == "nn", "the page tells the same each time and changes nothing"


def test_what_the_person_says_outweighs_a_page_that_tells_the_same_every_time(server) -> None:  # type: ignore[no-untyped-def]
    chat = Chat(server.url, context={"kommune": "1806", "malform": "nb"})
    chat.say("hva er kvp?")
    chat.say("jeg bor i bodø")
    assert [message["place"]["name"] for message in chat.say("hvem kan jeg kontakte?")][-1] == "Bodø"
    chat.context = {"kommune": "5501", "malform": "nb"}
    assert chat.say("hva er arbeidstrening?")[-1]["place"]["name"] == "Tromsø"


def test_districts_matter_in_oslo(chat: Chat) -> None:
    chat.say("hvor er nav-kontoret mitt? jeg bor i Oslo")
    assert len(chat.messages[-1]["suggestions"]) > 10
    chat.press("Sagene")
    assert chat.first("contact")["contacts"][0]["name"] == "Nav Sagene"


def test_two_topics_are_both_answered(chat: Chat) -> None:
    chat.say("Hva er lønnstilskudd? Og hvordan får jeg læreplass som lærling?")
    answers = [m["topic"] for m in chat.messages if m["type"] == "answer"]
    assert answers[:2] == ["lonnstilskudd", "laerling"]


def test_a_crisis_gets_help_and_nothing_but_help(chat: Chat) -> None:
    chat.say("hva er kvp? jeg orker ikke leve mer")
    assert [m["topic"] for m in chat.messages] == ["krise", None]
    lines = chat.messages[0]["help"]
    assert [line["phone"] for line in lines if line["way"] == "call"] == ["113", "116 123", "116 111", "22 40 00 40"]
    assert any(line["way"] == "write" and line["url"].startswith("https://") for line in lines)
    chat.say("takk")
    assert chat.messages[-1]["help"], "the lines stay in view"


def test_what_is_not_understood_is_said_kindly(chat: Chat) -> None:
    chat.say("asdkjh qwpeoi zxcmnb")
    assert chat.messages[0]["suggestions"], "there is always a way on"
