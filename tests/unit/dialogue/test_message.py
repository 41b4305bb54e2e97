"""A message as data and as plain text, and the payloads and paths that buttons and shared links carry."""

from __future__ import annotations

from bot.dialogue.message import Message, Suggestion, payload, topic_path


def test_a_payload_is_in_rasas_form() -> None:
    assert payload("kvp") == "/kvp"
    assert payload("kvp", fasett="varighet") == '/kvp{"fasett": "varighet"}'
    assert payload("dialog_guide", verdi="på", fortsett=1) == '/dialog_guide{"verdi": "på", "fortsett": 1}'


def test_a_page_to_share_says_no_more_than_it_must() -> None:
    assert topic_path("kvp", None, "nb") == "/t/kvp"
    assert topic_path("kvp", "1806", "nn") == "/t/kvp?k=1806&m=nn"


def test_every_button_of_a_question_is_an_answer_but_the_one_that_leaves_it() -> None:
    on, away = Suggestion("Ja", "/ja"), Suggestion("Stopp", "/dialog_avbryt", "steer")
    asked = Message("question", "Vil du?", suggestions=(on, away)).as_json()
    assert [button["kind"] for button in asked["suggestions"]] == ["choice", "steer"]
    assert [button["kind"] for button in Message("answer", "Slik.", suggestions=(on, away)).as_json()["suggestions"]] == ["next", "steer"]


def test_as_plain_text_one_sees_where_to_write() -> None:
    way = {"title": "Spør på ung.no", "when": "les og spør", "url": "https://www.ung.no"}
    said = Message("contact", "Her.", contacts=({"name": "Nav", "phone": "55 55 33 33", "write": [way]},)).as_plain_text()
    assert said.splitlines()[1:] == ["– Nav, 55 55 33 33", "  Spør på ung.no: https://www.ung.no (les og spør)"]


def test_as_plain_text_nothing_is_lost() -> None:
    message = Message(
        "contact",
        "Her er de.",
        title="Narvik",
        advice="Ring før ni.",
        because="Dette bygger jeg på: født i 2004.",
        say="Si: hei.",
        sources=(
            {"title": "Loven § 1", "url": "https://l.no", "checked": "2026-11-01"},
            {"title": "Rapporten", "url": None, "checked": "2026"},
        ),
        contacts=({"name": "Nav Narvik", "phone": "55 55 33 33", "url": None, "freshness": "Sett i mai"},),
        help=({"id": "a", "way": "call", "name": "Ambulanse", "when": "alltid", "phone": "113", "url": None},),
    )
    assert message.as_plain_text().splitlines() == [
        "Narvik",
        "Her er de.",
        "Ring før ni.",
        "Dette bygger jeg på: født i 2004.",
        "– 113: Ambulanse, alltid",
        "– Nav Narvik, 55 55 33 33, Sett i mai",
        "Si: hei.",
        "(Loven § 1, https://l.no, 2026-11-01)",
        "(Rapporten, 2026)",
    ]


def test_a_question_is_told_without_its_title_and_say_only_beside_a_contact() -> None:
    assert Message("question", "Hvor bor du?", title="Sted", say="Si: hei.").as_plain_text() == "Hvor bor du?"
