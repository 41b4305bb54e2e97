"""Holds the locked packages against the advisories we know of, and fails on one that nobody has judged.

python scripts/audit.py             offline: data/security/advisories.yml and looked_up.txt
python scripts/audit.py --online    also asks the advisory databases, through pip-audit (needs a network)
python scripts/audit.py --record    after looking up what is new: write down what was looked at
python scripts/audit.py --table     the table of docs/security.md
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from packaging.specifiers import SpecifierSet
from packaging.version import Version

ROOT = Path(__file__).resolve().parent.parent
ADVISORIES = ROOT / "data" / "security" / "advisories.yml"
LOOKED_UP = ROOT / "data" / "security" / "looked_up.txt"
LOCKS = tuple(ROOT / f"requirements{part}.lock" for part in ("", "-diet", "-test", "-dev", "-uv"))
PIP_AUDIT = ROOT / ".venv-dev" / "bin" / "pip-audit"
REACH = ("none", "limited", "fixed")


@dataclass(frozen=True)
class Advisory:
    """One row: what is known of some versions of a package, and how it was judged."""

    package: str
    affected: SpecifierSet
    ids: tuple[str, ...]
    locked: str | None
    what: str
    reach: str | None
    why: str | None
    judged: date | None

    @property
    def name(self) -> str:
        return f"{self.package} {', '.join(self.ids)}"


def main(argv: list[str]) -> int:
    """Run the check; 0 when everything known is judged, 1 when not, 2 when the databases cannot be asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--online", action="store_true", help="ask the advisory databases as well")
    parser.add_argument("--record", action="store_true", help="write down that today's locked packages were looked up")
    parser.add_argument("--table", action="store_true", help="print the table of docs/security.md")
    arguments = parser.parse_args(argv)
    advisories = read_advisories(ADVISORIES)
    if arguments.table:
        print(table(advisories), end="")
        return 0
    locked = read_locks(LOCKS)
    if arguments.record:
        LOOKED_UP.write_text(recorded(locked, date.today()), encoding="utf-8")
        return 0
    problems = [*unjudged(advisories, locked), *not_looked_up(locked, LOOKED_UP)]
    if arguments.online:
        try:
            problems += unknown(ask_databases(LOCKS), advisories)
        except (OSError, subprocess.SubprocessError, ValueError) as error:
            print(f"The advisory databases could not be asked: {error}", file=sys.stderr)
            return 2
    for problem in problems:
        print(problem, file=sys.stderr)
    if not problems:
        print(f"{len(locked)} packages, {sum(len(a.ids) for a in advisories)} advisories, all judged.")
    return 1 if problems else 0


def read_advisories(path: Path) -> list[Advisory]:
    """The rows of advisories.yml."""
    rows: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [
        Advisory(
            plain(row["package"]),
            SpecifierSet(row["affected"]),
            tuple(row["ids"]),
            str(row["locked"]) if row.get("locked") is not None else None,
            row["what"],
            row.get("reach"),
            row.get("why"),
            row.get("judged"),
        )
        for row in rows
    ]


def read_locks(paths: tuple[Path, ...]) -> dict[str, set[str]]:
    """Each locked package with its versions (the environments may differ)."""
    locked: dict[str, set[str]] = {}
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            match = re.match(r"([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;\\]+)", line)
            if match:
                locked.setdefault(plain(match.group(1)), set()).add(match.group(2))
    return locked


def unjudged(advisories: list[Advisory], locked: dict[str, set[str]]) -> Iterator[str]:
    """What must be looked at anew."""
    for advisory in advisories:
        versions = locked.get(advisory.package)
        if versions is None:
            yield f"{advisory.name}: the package is not locked any more; take the row out."
            continue
        if advisory.reach not in REACH or not advisory.why or not advisory.judged or advisory.locked is None:
            yield f"{advisory.name}: not judged yet (reach, why, judged, locked)."
            continue
        if advisory.locked not in versions:
            yield f"{advisory.name}: judged for {advisory.locked}, locked is {', '.join(sorted(versions))}; look at it anew."
            continue
        hit = advisory.affected.contains(Version(advisory.locked), prereleases=True)
        if hit and advisory.reach == "fixed":
            yield f"{advisory.name}: {advisory.locked} is affected ({advisory.affected}), so it is not fixed."
        if not hit and advisory.reach != "fixed":
            yield f"{advisory.name}: {advisory.locked} is not affected any more; reach is fixed."


def not_looked_up(locked: dict[str, set[str]], path: Path) -> Iterator[str]:
    """Locked versions that nobody has looked up advisories for."""
    known = set(path.read_text(encoding="utf-8").split("\n")) if path.is_file() else set()
    for name, versions in sorted(locked.items()):
        for version in sorted(versions):
            if f"{name}=={version}" not in known:
                yield f"{name} {version}: not looked up yet (--online, or search; then --record)."


def recorded(locked: dict[str, set[str]], today: date) -> str:
    """looked_up.txt."""
    head = f"# Locked packages whose advisories were looked up, last on {today}. Written by scripts/audit.py --record.\n"
    return head + "".join(f"{name}=={version}\n" for name in sorted(locked) for version in sorted(locked[name]))


def ask_databases(paths: tuple[Path, ...]) -> list[tuple[str, str, frozenset[str]]]:
    """What pip-audit finds: package, version, and the advisory's id with its other names.

    Raises:
        OSError, subprocess.SubprocessError, ValueError: pip-audit is missing, or the databases are out of reach.
    """
    found: list[tuple[str, str, frozenset[str]]] = []
    for path in paths:
        command = [
            str(PIP_AUDIT),
            "--requirement",
            str(path),
            "--disable-pip",
            "--no-deps",
            "--format",
            "json",
            "--progress-spinner",
            "off",
        ]
        done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)  # noqa: S603
        if done.returncode not in (0, 1) or not done.stdout.strip():
            raise ValueError(done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "pip-audit gave no answer")
        found += read_answer(json.loads(done.stdout))
    return found


def read_answer(answer: dict[str, Any]) -> list[tuple[str, str, frozenset[str]]]:
    """pip-audit's answer for one lock.

    Raises:
        ValueError: packages were passed over, so that finding nothing would mean nothing.
    """
    passed_over = [dependency["name"] for dependency in answer["dependencies"] if "skip_reason" in dependency]
    if passed_over:
        raise ValueError(f"{len(passed_over)} packages were passed over, {passed_over[0]} first")
    found = []
    for dependency in answer["dependencies"]:
        for vulnerability in dependency["vulns"]:
            names = frozenset([vulnerability["id"], *vulnerability.get("aliases", [])])
            found.append((plain(dependency["name"]), dependency["version"], names))
    return found


def unknown(found: list[tuple[str, str, frozenset[str]]], advisories: list[Advisory]) -> Iterator[str]:
    """Advisories the databases have and we have not."""
    judged = {(advisory.package, name) for advisory in advisories for name in advisory.ids}
    for package, version, names in sorted(set(found), key=lambda item: (item[0], sorted(item[2]))):
        if not any((package, name) in judged for name in names):
            yield f"{package} {version}: {' = '.join(sorted(names))} is new; judge it in data/security/advisories.yml."


def table(advisories: list[Advisory]) -> str:
    """The table of docs/security.md: what reaches us first, then what a newer version has mended."""
    words = {"none": "not run by us", "limited": "limited", "fixed": "fixed by the pin"}
    lines = ["| package | advisories | what | reaches us | why |", "|---|---|---|---|---|"]
    for advisory in sorted(advisories, key=lambda row: (("limited", "none", "fixed").index(row.reach or "limited"), row.package)):
        version = f"{advisory.package} {advisory.locked}"
        lines.append(f"| {version} | {', '.join(advisory.ids)} | {advisory.what} | {words[advisory.reach or 'limited']} | {advisory.why} |")
    return "\n".join(lines) + "\n"


def plain(name: str) -> str:
    """A package's name as the index compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
