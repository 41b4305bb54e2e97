"""The tests mirror what they test: one file a module, so that whoever changes a module finds its tests, and sees that there are some."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from bot.settings import ROOT

UNIT = Path(__file__).parent

MORE_THAN_A_MODULE = {
    "content/test_true_tomorrow.py": "every answer, as it is said on later days",
    "test_mirror.py": "the tests themselves",
    "test_project.py": "what several files must say alike",
    "test_no_secrets.py": "every file of the repository",
    "test_new_topic_and_guide.py": "a topic and a guide that nothing in the code names",
    "test_main.py": "bot/__main__.py",
    "guides/test_rights.py": "data/guides/hvilken_rett.yml, situation by situation",
    "guides/test_ranking.py": "the order of outcomes of our guides",
    "guides/test_texts.py": "the wording of our guides",
    "nlu/test_held_out.py": "what is measured on stands in nothing that is learnt",
    "bench/test_compare.py": "what bench/compare reckons, without a peer",
    "scripts/test_audit.py": "scripts/audit.py",
    "scripts/test_locks.py": "the locks, and what scripts/lock.sh leaves out of them",
    "rasa/test_left_out.py": "Rasa and ours without what requirements-diet.in names",
}
"""Test files with no module of their name in bot, and what they hold."""

TESTED_WHOLE = {
    "errors": "one exception",
    "contacts/vocabulary": "word lists; contacts/test_place_cues.py and test_places.py read with them",
    "language/danger": "one record",
    "rasa/app": "tests/http start it",
    "rasa/cli": "Rasa's own command line; scripts/test.sh runs it",
    "rasa/understanding": "tests/nlu measure with it",
}
"""Modules without a test file of their own, and why."""


def has_logic(path: Path) -> bool:
    """Whether a module decides anything: it has a function or a method."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return any(isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) for node in ast.walk(tree))


def modules() -> set[str]:
    """Every module with logic, as a path below bot without its ending; packages and the door itself left out."""
    paths = (path for path in (ROOT / "bot").rglob("*.py") if not path.name.startswith("__") and has_logic(path))
    return {path.relative_to(ROOT / "bot").with_suffix("").as_posix() for path in paths}


def module_of(path: Path) -> str:
    """The module that a test file is for: `contacts/test_cards.py` is for `contacts/cards`."""
    below = path.relative_to(UNIT)
    return (below.parent / below.stem.removeprefix("test_")).as_posix()


TESTS = {path for path in UNIT.rglob("test_*.py") if path.relative_to(UNIT).as_posix() not in MORE_THAN_A_MODULE}


def test_every_module_with_logic_has_its_test_file() -> None:
    assert sorted(modules() - {module_of(path) for path in TESTS} - set(TESTED_WHOLE)) == []


def test_every_test_file_has_its_module() -> None:
    assert sorted(str(path.relative_to(UNIT)) for path in TESTS if not (ROOT / "bot" / f"{module_of(path)}.py").is_file()) == []


def test_no_exception_outlives_its_reason() -> None:
    assert [name for name in MORE_THAN_A_MODULE if not (UNIT / name).is_file()] == []
    assert sorted(set(TESTED_WHOLE) & {module_of(path) for path in TESTS}) == []
    assert [name for name in TESTED_WHOLE if not (ROOT / "bot" / f"{name}.py").is_file()] == []


def test_a_test_file_tests_something_and_is_short() -> None:
    for path in UNIT.rglob("test_*.py"):
        text = path.read_text(encoding="utf-8")
        assert re.search(r"^(?:async )?def test_", text, re.MULTILINE), path
        assert len(text.splitlines()) <= 350, path


def test_the_tests_that_documents_name_are_there() -> None:
    named: set[str] = set()
    for path in [*(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md"), *(ROOT / "bot").rglob("*.py"), *(ROOT / "data").rglob("*.yml")]:
        named |= set(re.findall(r"\btests/[\w/.-]+\w", path.read_text(encoding="utf-8")))
    assert sorted(name for name in named if not (ROOT / name).exists() and not list(ROOT.glob(f"{name}*"))) == []
