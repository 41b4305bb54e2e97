"""The locks name all that is needed, and nothing that is left out: they are installed without asking packages what they need."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from bot.settings import ROOT

LOCKS = sorted([*ROOT.glob("requirements*.lock"), *ROOT.glob("bench/peers/*.lock")])
PIN = re.compile(r"^([a-z0-9.-]+)==(\S+) ", re.MULTILINE)


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(name: str) -> dict[str, str]:
    return dict(PIN.findall((ROOT / name).read_text(encoding="utf-8")))


def named(name: str) -> dict[str, str]:
    """What an .in file names, with what it says of the version."""
    lines = (line.split("#")[0].strip() for line in (ROOT / name).read_text(encoding="utf-8").splitlines())
    return {plain(Requirement(line).name): str(Requirement(line).specifier) for line in lines if line and not line.startswith("-")}


def needs(package: str, extras: frozenset[str] = frozenset()) -> list[Requirement]:
    """What an installed package says that it needs here."""
    asked = [Requirement(line) for line in metadata.requires(package) or ()]
    return [one for one in asked if not one.marker or any(one.marker.evaluate({"extra": extra}) for extra in ("", *extras))]


def test_what_is_left_out_is_in_the_diet_lock_alone() -> None:
    default, diet, left_out = pins("requirements.lock"), pins("requirements-diet.lock"), named("requirements-diet.in")
    assert "tensorflow" in left_out
    assert set(left_out) & set(default) == set()
    assert set(left_out) - set(diet) == set()
    assert {name: version for name, version in diet.items() if default.get(name, version) != version} == {}


def test_what_is_left_out_has_the_version_rasa_asks_for() -> None:
    asked = {plain(one.name): one.specifier for one in needs("rasa")}
    diet = pins("requirements-diet.lock")
    assert {name: diet[name] for name in named("requirements-diet.in") if name in asked and not asked[name].contains(diet[name])} == {}


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-test.lock"])
def test_all_that_a_locked_package_needs_is_locked_or_left_out(lock: str) -> None:
    locked = pins("requirements.lock") | pins("requirements-test.lock")
    missing = {
        f"{package} needs {one}"
        for package in pins(lock)
        for one in needs(package)
        if plain(one.name) not in named("requirements-diet.in")
        and not one.specifier.contains(locked.get(plain(one.name), "0"), prereleases=True)
    }
    assert missing == set()


@pytest.mark.parametrize("lock", LOCKS, ids=[path.name for path in LOCKS])
def test_every_pin_has_a_hash_and_no_index_an_address(lock: object) -> None:
    text = lock.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    assert re.search(r"^--|://", text, re.MULTILINE) is None
    blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert blocks
    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_what_tuning_the_encoder_reads_of_the_bot_needs_nothing_beside_its_lock() -> None:
    """It has an environment of its own (.venv-encoder), and reads modules of the bot that were not written for it."""
    ours = {path.stem for path in (ROOT / "tuning").glob("*.py")} | {"tuning", "bot"}
    told = f"import sys\nfor name in {sorted(_imported(ROOT / 'tuning'))!r}:\n    __import__(name)\nprint(*(m.__file__ for n, m in sys.modules.items() if n.split('.')[0] == 'bot'), sep='\\n')"
    read = subprocess.run([sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    used = {name.split(".")[0] for path in read for name in _imports(Path(path))} - ours - set(sys.stdlib_module_names)
    packages = metadata.packages_distributions()
    assert len(used) >= 5, used
    assert {
        name for name in used if not {plain(one) for one in packages.get(name, [name])} & set(pins("requirements-encoder.lock"))
    } == set()


def _imported(folder: Path) -> set[str]:
    """The modules of the bot that the modules of a folder import."""
    return {name for path in folder.glob("*.py") for name in _imports(path) if name.split(".")[0] == "bot"}


def _imports(path: Path) -> set[str]:
    """What a module imports when it is read: at its top, where it is not for types alone."""
    names: set[str] = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module)
    return names - {"__future__"}
