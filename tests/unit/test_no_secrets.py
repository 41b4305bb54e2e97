"""No secret stands in the repository."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

from bot.settings import ROOT

SECRETS = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}|\bxox[abprs]-[A-Za-z0-9-]{10,}|\beyJ[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{20,}\."
    r"|\bsk-[A-Za-z0-9]{32,}|\bAIza[0-9A-Za-z_-]{35}\b"
)
ASSIGNED = re.compile(
    r"""(?i)(?:password|passwd|secret|api[_-]?key|auth[_-]?token)["']?\s*[:=]\s*["']?(?P<value>[A-Za-z0-9+/_\-]{12,})["']?\s*$""",
    re.MULTILINE,
)
HARMLESS = re.compile(
    r"(?i)example|placeholder|change|your|<|\$\{|password|passord|secretkeyref|existingsecret|[a-z]+_[a-z_]+|[a-z]+-[a-z-]+"
)


IGNORED = [line.rstrip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines() if not line.startswith("!")]


def ignored(name: str) -> bool:
    """Whether .gitignore names a path, as far as our own lines go: a name anywhere, or a path from the root."""
    parts = name.split("/")
    below = ["/".join(parts[: end + 1]) for end in range(len(parts))]
    return any(fnmatch(each, line) for line in IGNORED for each in (below if "/" in line else parts)) and name != "models/README.md"


def names() -> list[str]:
    """Every file of the project; from git where there is a repository, which a downloaded archive has not."""
    if (ROOT / ".git").exists():
        listed = subprocess.run(["git", "ls-files", "-coz", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True)
        return listed.stdout.rstrip("\0").split("\0")  # without -z, names with æ, ø and å are quoted
    return [path.relative_to(ROOT).as_posix() for path in walked(ROOT) if path.is_file()]


def walked(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name != ".git" and not ignored(path.relative_to(ROOT).as_posix()):
            yield path
            if path.is_dir() and not path.is_symlink():
                yield from walked(path)


def files() -> list[tuple[str, str]]:
    listed = names()
    found = []
    for name in listed:
        path = ROOT / name
        if path.is_file() and path.stat().st_size < 2_000_000 and not name.endswith(".lock"):
            try:
                found.append((name, path.read_text(encoding="utf-8")))
            except UnicodeDecodeError:
                continue
    return found


def test_no_key_and_no_token() -> None:
    assert [name for name, text in files() if SECRETS.search(text)] == []


def test_no_password_is_written_out() -> None:
    written = [
        (name, match.group(0))
        for name, text in files()
        if not name.startswith("tests/")
        for match in ASSIGNED.finditer(text)
        if not HARMLESS.fullmatch(match.group("value")) and not HARMLESS.search(match.group("value"))
    ]
    assert written == []


def test_the_file_with_an_operators_settings_is_never_committed() -> None:
    assert ignored(".env")
    assert not ignored(".env.example")


def test_a_tree_without_a_repository_has_the_same_files() -> None:
    assert {path.relative_to(ROOT).as_posix() for path in walked(ROOT) if path.is_file()} == {
        name for name in names() if (ROOT / name).is_file()
    }
