"""The check of known advisories fails when something new or changed has not been judged."""

from __future__ import annotations

import importlib.util
import sys
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from packaging.specifiers import SpecifierSet

from bot.settings import ROOT


def load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("audit", ROOT / "scripts" / "audit.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["audit"] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


audit = load()


def row(**changes: object) -> object:
    values = {
        "package": "aiohttp",
        "affected": SpecifierSet("<3.14.3"),
        "ids": ("CVE-1",),
        "locked": "3.9.5",
        "what": "x",
        "reach": "none",
        "why": "y",
        "judged": date(2026, 11, 24),
    }
    return audit.Advisory(**{**values, **changes})


LOCKED = {"aiohttp": {"3.9.5"}}


def test_today_everything_is_judged() -> None:
    locked = audit.read_locks(audit.LOCKS)
    assert len(locked) > 150
    assert list(audit.unjudged(audit.read_advisories(audit.ADVISORIES), locked)) == []
    assert list(audit.not_looked_up(locked, audit.LOOKED_UP)) == []


def test_a_judged_row_is_accepted() -> None:
    assert list(audit.unjudged([row()], LOCKED)) == []


@pytest.mark.parametrize(
    ("changes", "locked", "said"),
    [
        ({"reach": None}, LOCKED, "not judged"),
        ({"why": None}, LOCKED, "not judged"),
        ({"judged": None}, LOCKED, "not judged"),
        ({}, {"aiohttp": {"3.9.6"}}, "look at it anew"),
        ({}, {"sanic": {"21.12.2"}}, "not locked any more"),
        ({"reach": "fixed"}, LOCKED, "is affected"),
        ({"affected": SpecifierSet("<3.9")}, LOCKED, "not affected any more"),
    ],
)
def test_what_must_be_looked_at_anew(changes: dict[str, object], locked: dict[str, set[str]], said: str) -> None:
    problems = list(audit.unjudged([row(**changes)], locked))
    assert len(problems) == 1
    assert said in problems[0]


def test_a_new_package_or_version_must_be_looked_up(tmp_path: Path) -> None:
    record = tmp_path / "looked_up.txt"
    record.write_text(audit.recorded(LOCKED, date(2026, 11, 24)), encoding="utf-8")
    assert list(audit.not_looked_up(LOCKED, record)) == []
    assert len(list(audit.not_looked_up({"aiohttp": {"3.9.5", "4.0"}, "evil": {"1.0"}}, record))) == 2
    assert len(list(audit.not_looked_up(LOCKED, tmp_path / "missing"))) == 1


def test_an_advisory_only_the_databases_have_fails() -> None:
    found = [("aiohttp", "3.9.5", frozenset({"GHSA-x", "CVE-1"})), ("aiohttp", "3.9.5", frozenset({"GHSA-new"}))]
    problems = list(audit.unknown(found, [row()]))
    assert len(problems) == 1
    assert "GHSA-new is new" in problems[0]


def test_packages_passed_over_are_no_clean_bill() -> None:
    with pytest.raises(ValueError, match="passed over"):
        audit.read_answer({"dependencies": [{"name": "aiohttp", "skip_reason": "not found"}]})
    answer = {"dependencies": [{"name": "aiohttp", "version": "3.9.5", "vulns": [{"id": "PYSEC-1", "aliases": ["CVE-1"]}]}]}
    assert audit.read_answer(answer) == [("aiohttp", "3.9.5", frozenset({"PYSEC-1", "CVE-1"}))]


def test_locks_are_read_with_extras_and_markers(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text("# c\nPy_YAML==6.0.3 \\\n    --hash=sha256:a\nx[y]==1.0 ; python_version < '3.11' \\\n", encoding="utf-8")
    assert audit.read_locks((lock,)) == {"py-yaml": {"6.0.3"}, "x": {"1.0"}}


def test_the_document_shows_todays_table() -> None:
    document = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    assert audit.table(audit.read_advisories(audit.ADVISORIES)) in document
