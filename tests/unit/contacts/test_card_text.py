"""The sentences of contact cards are there in every language, and say how much is known."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest

from bot.contacts import card_text
from bot.contacts.tables import SERVICES
from bot.settings import MALFORMER
from bot.yaml_lines import ContentError


@pytest.mark.parametrize(("date", "words"), [("2026-10", "oktober 2026"), ("2026-10-05", "oktober 2026"), ("2026", "2026")])
def test_a_day_is_told_to_the_month(date: str, words: str) -> None:
    assert card_text.when(date)["nb"] == words


def test_months_are_written_as_each_language_writes_them() -> None:
    assert card_text.when("2026-05")["en"] == "May 2026"


def test_a_time_of_day_is_told_as_each_language_writes_it() -> None:
    assert card_text.clock(time(9))["nb"] == "9"
    assert card_text.clock(time(14, 30)) == {"nb": "14.30", "nn": "14.30", "en": "14:30"}


def test_a_day_ahead_is_told_as_one_says_it() -> None:
    assert [card_text.day_ahead(5, ahead)["nn"] for ahead in (0, 1, 2)] == ["i dag", "i morgon", "laurdag"]


def test_every_service_has_words_to_write() -> None:
    assert len({card_text.written_to(service)["nn"] for service in SERVICES}) == len(SERVICES)
    assert card_text.company("nav") != card_text.company("ot")
    assert card_text.company("karrieresenter") is None


def test_the_intake_office_is_said_to_be_for_ot_or_for_another() -> None:
    assert card_text.intake_note("ot", switchboard=False) == card_text.text("inntak")
    assert "fagopplæring" in card_text.intake_note("fagopplaring", switchboard=True)["nb"]


def test_what_somebody_made_sure_of_has_its_day() -> None:
    assert card_text.offer_confirmed("2026-03-05")["nn"].startswith("Tilbodet fanst i mars 2026")


def test_a_part_is_filled_in_in_its_own_language() -> None:
    told = card_text.county_note("ot")
    assert set(told) == set(MALFORMER)
    assert len(set(told.values())) == 3
    assert all("{" not in text for text in told.values())


def test_how_fresh_a_page_is_depends_on_what_was_done_with_it() -> None:
    tried, seen, never = (card_text.page_freshness(*known) for known in (("lenke_sjekket", "2026-05"), ("sett", "2026-05"), ("sett", None)))
    assert len({told["nb"] for told in (tried, seen, never)}) == 3
    assert "2026" not in never["nb"]
    assert card_text.intake_freshness(None, None, "2025-01", "2026-05") == tried
    both, number, letter = (card_text.intake_freshness(*known, "2025-01", None)["nb"] for known in (("1", "a"), ("1", None), (None, "a")))
    assert len({both, number, letter, tried["nb"]}) == 4


def test_an_address_that_was_seen_counts_more_than_a_list() -> None:
    assert "mai 2025" in card_text.nav_freshness("2025-05", None)["nb"]
    assert "juni 2026" in card_text.nav_freshness("2025-05", "2026-06")["nb"]
    assert card_text.nav_freshness(None, None) == card_text.text("ikke_sjekket")


def test_every_status_of_an_offer_has_its_sentence() -> None:
    told = [card_text.offer_freshness(status, 2021)["nb"] for status in card_text.OFFER_ORDER]
    assert len(set(told)) == len(told)
    assert all("2021" in text for text in told)


def test_a_sentence_that_lacks_a_language_is_refused_by_line(tmp_path: Path) -> None:
    (tmp_path / "texts.yml").write_text("a: {nb: x, nn: y, en: z}\nb: {nb: x, nn: y}\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"texts\.yml:2: b must have exactly nb, nn, en"):
        card_text._texts.__wrapped__(tmp_path / "texts.yml")
