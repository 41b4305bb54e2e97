"""No secret stands in the repository."""

from __future__ import annotations

import re
import subprocess

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


def files() -> list[tuple[str, str]]:
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
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
    assert subprocess.run(["git", "check-ignore", "-q", ".env"], cwd=ROOT, check=False).returncode == 0
