"""What a topic's page shows, and what it tells search engines."""

from __future__ import annotations

from bot.app import Parts
from bot.settings import Settings
from bot.web.pages.topic_page import address, values
from tests.parts import PARTS

BASE = "https://veivalg.example.no"
HERE = Parts(Settings.load({"VEIVALG_PUBLIC_URL": BASE}), library=PARTS.library)


def test_bokmal_needs_no_word_in_an_address() -> None:
    assert address(BASE, "/t/kvp", "nb") == f"{BASE}/t/kvp"
    assert address(BASE, "/t/kvp", "en") == f"{BASE}/t/kvp?m=en"


def test_the_card_is_of_the_place_and_the_one_who_owns_the_topic() -> None:
    shown = values(HERE, "kvp", HERE.directory.kommune("1806"), "nb")
    assert [card["name"] for card in shown["cards"]] == ["Nav Narvik"]
    assert values(HERE, "kvp", None, "nb")["cards"][0]["name"] == "Nav"


def test_a_facet_without_english_is_left_to_norwegian_and_said_so() -> None:
    norwegian, english = (values(HERE, "kvp", None, malform) for malform in ("nb", "en"))
    assert len(norwegian["facets"]) == len(PARTS.library["kvp"].facets)
    assert norwegian["facets_in_norwegian"] is False
    assert english["facets_in_norwegian"] == (len(english["facets"]) < len(norwegian["facets"]))
    assert {facet.malform for facet in english["facets"]} <= {"en"}


def test_a_deadline_is_offered_once_where_deadlines_are_the_matter() -> None:
    deadlines = values(HERE, "rett_ungdom", None, "nb")["deadlines"]
    figures = [deadline.figure for part in deadlines.values() for deadline in part]
    assert len(figures) == len(set(figures))
    assert [deadline.figure for deadline in deadlines["frist"]] == ["frist.vgo", "frist.vgo_tidlig"]


def test_each_question_and_answer_is_told_to_search_engines() -> None:
    shown = values(HERE, "kvp", None, "nn")
    linked = shown["linked_data"]
    assert linked["inLanguage"] == "nn-NO"
    assert linked["url"] == shown["canonical"] == f"{BASE}/t/kvp?m=nn"
    assert len(linked["mainEntity"]) == 1 + len(shown["facets"]) + len(shown["questions"])
    assert linked["mainEntity"][0]["acceptedAnswer"]["text"] == shown["answer"].text


def test_a_page_about_the_assistant_is_found_at_its_own_address_alone() -> None:
    assert values(HERE, "kvp", None, "nb")["indexed"]
    assert not values(HERE, "personvern", None, "nb")["indexed"]
    assert values(HERE, "personvern", None, "nb", "/personvern")["indexed"]
