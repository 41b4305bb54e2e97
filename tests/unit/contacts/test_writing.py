"""Where one can write instead of calling, and what."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from bot.contacts import SERVICES, contact_cards
from bot.contacts.card_text import written_to
from bot.contacts.writing import load_pages, told_together
from bot.yaml_lines import ContentError

CHAT, ASK = "https://karriereveiledning.no", "https://www.ung.no"


def urls(session: Session, service: str, kommune: str | None) -> list[str]:
    return [way.url for card in contact_cards(session, service, kommune) for way in card.write]


def test_a_page_to_write_on_stands_once_on_the_first_card(session: Session) -> None:
    assert urls(session, "nav", "1806") == ["https://www.nav.no/arbeid/dialog", "https://www.nav.no/kontaktoss"]
    assert urls(session, "karrieresenter", "1806") == urls(session, "karrieresenter", None) == [CHAT]


def test_ot_that_can_only_be_rung_has_somebody_to_write_to(session: Session) -> None:
    assert urls(session, "ot", "0301") == [CHAT], "no e-mail there"
    assert any(card.email for card in contact_cards(session, "ot", "1806"))
    assert urls(session, "ot", "1806") == []


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize("kommune", ["0301", "4601", "1806", None])
def test_what_to_write_stands_once_where_one_can_write(session: Session, service: str, kommune: str | None) -> None:
    cards = contact_cards(session, service, kommune)
    at = [card for card in cards if card.message]
    assert len(at) == any(card.email or card.write for card in cards)
    for card in at:
        assert card.email or card.write
        assert card.message == written_to(service)


def test_that_somebody_may_come_along_is_said_where_it_is_known(session: Session) -> None:
    (nav,) = contact_cards(session, "nav", "1806")
    assert "Du har rett til å ha med en som hjelper deg" in nav.before[0]["nb"]
    ot = contact_cards(session, "ot", "1806")[0]
    assert [text["nn"] for text in ot.before] == [
        "Du kan ha med ein du stolar på når du møter OT.",
        "Ikkje skriv fødselsnummer i ein vanleg e-post.",
    ]


def card(*pages: str) -> dict[str, Any]:
    return {"name": "Kortet", "write": [{"title": "Skriv", "when": "alltid", "url": page} for page in pages]}


@pytest.mark.parametrize(("age", "asks"), [(None, False), (12, False), (13, True), (20, True), (21, False)])
def test_the_young_can_ask_at_ung_no(age: int | None, asks: bool) -> None:
    first, second = told_together([card(), card()], age, "nn")
    assert [page["url"] for page in first["write"]] == ([ASK] if asks else [])
    assert second["write"] == []


def test_no_page_stands_twice_in_a_reply_and_no_card_is_changed() -> None:
    cards = [card(CHAT), card(CHAT, "https://a.no")]
    told = told_together(cards, None, "nb")
    assert [[page["url"] for page in each["write"]] for each in told] == [[CHAT], ["https://a.no"]]
    assert len(cards[1]["write"]) == 2


GOOD = "side: https://a.no, knapp: {nb: A, nn: A, en: A}, naar: {nb: a, nn: a, en: a}, kilde: {tittel: A}"


def loaded(tmp_path: Path, row: str) -> Any:
    path = tmp_path / "skrive.yml"
    path.write_text(f"# pages\na: {{{row}}}\n", encoding="utf-8")
    return load_pages.__wrapped__(path)


def test_a_page_of_ours_is_for_a_service_or_an_age(tmp_path: Path) -> None:
    (page,) = loaded(tmp_path, f"{GOOD}, tjenester: [nav], alder: [13, 20]")
    assert (page.services, page.without_email, page.ages, page.way.url) == (("nav",), (), (13, 20), "https://a.no")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (GOOD, "without any, it needs alder"),
        (f"{GOOD}, tjenester: [politi]", "are among nav"),
        (f"{GOOD}, alder: [20, 13]", "alder is from and to"),
        (f"{GOOD}, alder: [13]", "alder is from and to"),
        (f"{GOOD}, alder: [13, 20], ekstra: 1", "must have"),
        (f"{GOOD.replace(', en: A', '')}, tjenester: [nav]", "exactly nb, nn, en"),
        (f"{GOOD.replace('https://a.no', 'a.no')}, tjenester: [nav]", "er ikke en nettadresse"),
        ("side: https://a.no", "must have"),
    ],
)
def test_what_cannot_be_used_is_refused_by_line(tmp_path: Path, row: str, reason: str) -> None:
    with pytest.raises(ContentError, match=rf"skrive\.yml:2: a.*{reason}"):
        loaded(tmp_path, row)
