"""A street with its number is hidden; places, postal codes and what only sounds like a street stay."""

from __future__ import annotations

import pytest

from bot.privacy.addresses import mask_addresses


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("jeg bor i Storgata 12", "jeg bor i [adresse]"),
        ("Storgata 12b, 8514 Narvik", "[adresse], 8514 Narvik"),
        ("adressen er Nedre Lille vei 3", "adressen er [adresse]"),
        ("Torget 3, 8514 Narvik", "[adresse], 8514 Narvik"),
        ("Kongensgt. 7", "[adresse]"),
        ("12 Baker Street", "[adresse]"),
        ("gnr 12 bnr 3", "[adresse]"),
        ("leilighet H0201", "leilighet [adresse]"),
        ("jeg bor på Solli 14", "jeg bor på [adresse]"),
    ],
)
def test_hidden(text: str, masked: str) -> None:
    found: list[str] = []
    assert mask_addresses(text, found) == masked
    assert set(found) == {"adresse"}


@pytest.mark.parametrize(
    "text",
    [
        "læreplass 2 år",
        "bor i 8514 Narvik",
        "alle 12 fag",
        "praksisplass 3 dager",
        "første vei 2",
        "ring 113",
        "yrkesvei 2",
        "bor på rom 12",
        "Storgata i 2024",
    ],
)
def test_what_is_no_address_stays(text: str) -> None:
    found: list[str] = []
    assert mask_addresses(text, found) == text
    assert found == []
