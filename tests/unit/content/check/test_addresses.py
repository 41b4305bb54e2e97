"""An address that would not open is found where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.check import check_content
from tests.unit.content.check.faults import GLOSSARY, KVP, Fault, found
from tests.unit.content.content_example import TODAY, write

FAULTS: list[Fault] = [
    ("address-site", KVP, "Spør tidlig.", "Søk på vigoo.no.", "«vigoo.no» is on no site we know"),
    ("address-form", KVP, "Spør tidlig.", "Søk på vigo. no.", "«vigo. no» looks like an address"),
    ("address-form", KVP, "Spør tidlig.", "Søk på vigo.noo.", "«vigo.noo» looks like an address"),
    ("address-form", KVP, "Spør tidlig.", "Se https://vigo.nå/søk.", "«https://vigo.nå/søk.» looks like an address"),
    ("address-form", GLOSSARY, "Et program.", "Se www.vigo.", "ord.kvp.forklaring.nb: «www.vigo.» looks like an address"),
    ("address-form", "phrases.yml", "Hva lurer", "Skriv til post@vigo.no, hva lurer", "«post@vigo.no,» looks like an address"),
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault[4])
def test_each_fault_is_found_where_it_is(tmp_path: Path, fault: Fault) -> None:
    assert found(tmp_path, fault)


@pytest.mark.parametrize("text", ["Søk på vigo.no.", "Søk på Vigo.no/om, f.eks. tidlig."])
def test_an_address_that_opens_is_let_be(tmp_path: Path, text: str) -> None:
    findings = check_content(write(tmp_path, KVP, "Spør tidlig.", text), TODAY)
    assert not [finding for finding in findings if finding.rule.startswith("address")]
