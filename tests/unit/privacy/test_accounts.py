"""What reaches a person on the net is hidden; what is only about a service stays."""

from __future__ import annotations

import pytest

from bot.privacy.accounts import mask_accounts


@pytest.mark.parametrize(
    ("text", "masked", "kind"),
    [
        ("skriv til ola.n@example.com i dag", "skriv til [e-post] i dag", "e-post"),
        ("ola krøllalfa gmail punktum com", "[e-post]", "e-post"),
        ("se instagram.com/ola_99", "se [brukernavn]", "brukernavn"),
        ("snap: ola_99", "snap: [brukernavn]", "brukernavn"),
        ("snappen min er olanordmann", "snappen min er [brukernavn]", "brukernavn"),
        ("brukernavnet er Ola1", "brukernavnet er [brukernavn]", "brukernavn"),
        ("legg meg til på snap ola_99", "legg meg til på snap [brukernavn]", "brukernavn"),
        ("jeg heter ola_99 på insta", "jeg heter [brukernavn] på insta", "brukernavn"),
        ("følg @ola_99", "følg [brukernavn]", "brukernavn"),
        ("passordet mitt er Sommer2024", "passordet mitt er [passord]", "passord"),
    ],
)
def test_hidden(text: str, masked: str, kind: str) -> None:
    found: list[str] = []
    assert mask_accounts(text, found) == masked
    assert found == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "insta er avhengighetsskapende",
        "snap er dumt",
        "facebook.com/navnorge",
        "youtube.com/watch?v=abc123",
        "@nav svarer ikke",
        "passordet er glemt",
        "skole @ hjemme",
    ],
)
def test_what_is_only_about_it_stays(text: str) -> None:
    found: list[str] = []
    assert mask_accounts(text, found) == text
    assert found == []
