"""Where somebody lives, told as people tell it: an answer to our own question is an answer, in the chat, over the API and on a page."""

from __future__ import annotations

import pytest
import requests

from tests.conftest import Chat, Server

RING, DOT = "A\u030a", "A\u030as"
"""Letters as a Mac pastes them: the ring is a character of its own."""


def told(chat: Chat, answer: str) -> str:
    """The title of the contact that follows when the place is asked for and answered."""
    chat.say("hvor er nav")
    assert chat.has("question")
    chat.say(answer)
    return str(chat.first("contact")["title"])


@pytest.mark.parametrize(
    "name", ["Sola", "Strand", "Heim", "Fjord", "Time", "Kinn", "Levanger", "Os i Østerdalen", "strand.", f"{RING}lesund", DOT]
)
def test_a_name_is_an_answer_also_when_it_is_a_word(chat: Chat, name: str) -> None:
    assert told(chat, name).startswith("Kontakt for deg i ")


@pytest.mark.parametrize(("code", "name"), [("2010", "Lillestrøm"), ("2000", "Lillestrøm"), ("1940", "Aurskog-Høland"), ("8514", "Narvik")])
def test_a_postal_code_is_an_answer_also_when_it_looks_like_a_year(chat: Chat, code: str, name: str) -> None:
    assert told(chat, code) == f"Kontakt for deg i {name}"


@pytest.mark.parametrize("text", ["jeg bor i Levanger, hvor er nav", "bor i Alvdal", "e frå Strand"])
def test_a_place_is_no_crisis(chat: Chat, text: str) -> None:
    chat.say(text)
    assert chat.first("contact")["contacts"]
    assert not any(message["help"] for message in chat.messages)


@pytest.mark.parametrize("text", ["jeg bor i Levanger og orker ikke leve", "Strand, og jeg orker ikke leve"])
def test_a_crisis_beside_a_place_is_one(chat: Chat, text: str) -> None:
    chat.say("hvor er nav")
    chat.say(text)
    assert chat.first("answer")["topic"] == "krise"
    assert chat.first("answer")["help"]


def test_a_question_instead_of_an_answer_is_answered(chat: Chat) -> None:
    chat.say("hvor er nav")
    chat.say("hva er kvp")
    assert chat.first("answer")["topic"] == "kvp"


@pytest.mark.parametrize(("number", "name"), [("5401", "Tromsø"), ("1806", "Narvik"), ("1507", None), ("9999", None)])
def test_a_page_that_still_has_an_old_number(server: Server, number: str, name: str | None) -> None:
    chat = Chat(server.url, context={"kommune": number})
    chat.say("hvor er nav")
    if name:
        assert chat.first("contact")["title"] == f"Kontakt for deg i {name}"
    else:
        assert chat.has("question"), "divided, or unknown: it is asked for"


@pytest.mark.parametrize(
    ("path", "leads"),
    [
        (f"/t/kontakt_nav?sted={RING}lesund", "/t/kontakt_nav?k=1508#kontakt"),
        (f"/t/kontakt_nav?sted={DOT}", "/t/kontakt_nav?k=3218#kontakt"),
        ("/t/kontakt_nav?sted=2000", "/t/kontakt_nav?k=3205#kontakt"),
        ("/t/laerling?sted=Strand", "/t/laerling?k=1130#kontakt"),
        ("/d/kontakt_nav/5401", "/t/kontakt_nav?k=5501"),
    ],
)
def test_the_same_without_javascript(server: Server, path: str, leads: str) -> None:
    answer = requests.get(f"{server.url}{path}", allow_redirects=False, timeout=10)
    assert (answer.status_code, answer.headers["Location"]) == (302, leads)


@pytest.mark.parametrize(
    ("path", "numbers"),
    [
        ("/t/kontakt_nav?sted=Herøy", ("1515", "1818")),
        ("/t/kontakt_nav?sted=Bø", ("1867", "4020")),
        ("/t/kontakt_nav?k=1507", ("1508", "1580")),
    ],
)
def test_several_places_are_there_to_choose_from_without_javascript(server: Server, path: str, numbers: tuple[str, ...]) -> None:
    page = requests.get(f"{server.url}{path}", timeout=10).text
    assert all(f'href="/t/kontakt_nav?k={number}#kontakt"' in page for number in numbers)


def test_the_page_on_the_test_is_for_who_takes_it(chat: Chat) -> None:
    chat.say("jeg bor i Fredrikstad, hvordan blir jeg lærling")
    first, *rest = chat.first("contact")["contacts"]
    assert (first["name"], first["phone"]) == ("Nav", "55 55 33 33")
    assert first["note"].startswith("Vi har ikke nummeret til fagopplæring")
    assert first["then"]
    names = [card["name"] for card in rest]
    assert names[0] == "Østfold fylkeskommune"
    assert not any("prøve" in name for name in names)
