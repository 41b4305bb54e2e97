"""Every hard word is explained where a reader meets it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.content.check.faults import GLOSSARY, KVP, Fault, found

FAULTS: list[Fault] = [
    ("hard-word", KVP, "Spør tidlig.", "Spør om oppfølgingsarbeidet.", "«oppfølgingsarbeidet» is hard"),
    ("hard-word", KVP, "Nav decides.", "Ask about AFT.", "«AFT» is hard"),
    ("word-form", KVP, "Spør tidlig.", "Spør om vedtakspraksisen.", "«vedtakspraksisen» is a form of «vedtak»"),
    ("word-unused", KVP, "vedtak", "svar", "no answer uses the word"),
    ("word-topic", GLOSSARY, "tema: kvp", "tema: kvq", "«kvq» is not a topic"),
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault[0]}: {fault[4]}")
def test_each_fault_is_found_where_it_is(tmp_path: Path, fault: Fault) -> None:
    assert found(tmp_path, fault)
