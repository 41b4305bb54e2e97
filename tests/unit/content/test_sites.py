"""Addresses in prose: what is one, and where it leads."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.sites import ADDRESS, full_url, host, load_sites
from bot.settings import ROOT
from bot.yaml_lines import ContentError


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("Søk på vigo.no.", ["vigo.no"]),
        ("Karriereveiledning.no, eller nav.no/min-cv (gratis)", ["Karriereveiledning.no", "nav.no/min-cv"]),
        ("Skriv til post@nav.no. Et mål. No er det nok.", []),
    ],
)
def test_what_is_an_address(text: str, addresses: list[str]) -> None:
    assert ADDRESS.findall(text) == addresses


def test_where_an_address_leads() -> None:
    assert (host("Nav.no/Klage"), full_url("Nav.no/Klage"), full_url("Ung.no")) == ("nav.no", "https://nav.no/Klage", "https://ung.no")


def test_the_sites_we_know() -> None:
    assert {"vigo.no", "nav.no", "sidetmedord.mentalhelse.no"} <= load_sites(ROOT / "data" / "content" / "sites.yml")


def test_a_folder_without_the_file_knows_none(tmp_path: Path) -> None:
    assert load_sites(tmp_path / "sites.yml") == frozenset()


def test_a_site_is_named_without_its_protocol(tmp_path: Path) -> None:
    (tmp_path / "sites.yml").write_text("- https://vigo.no\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"sites\.yml:1"):
        load_sites(tmp_path / "sites.yml")
