"""Every address in the data: sources, contacts, and the short ones in prose («nav.no/aap»)."""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.content.sites import ADDRESS, full_url
from bot.settings import ROOT

FOLDERS = (ROOT / "data" / "content", ROOT / "data" / "guides", ROOT / "data" / "contacts")
"""Where our addresses stand."""

_URL = re.compile(r"https?://[^\s\"'<>\[\]{}|]+")


@dataclass(frozen=True)
class Address:
    """One address and every place it stands: `data/content/nav/kvp.yml:63`."""

    url: str
    places: tuple[str, ...]


def find_addresses(folders: Iterable[Path] = FOLDERS) -> tuple[Address, ...]:
    """Every address below the folders, sorted, each once."""
    found: dict[str, list[str]] = {}
    for folder in folders:
        for path in sorted([*folder.rglob("*.yml"), *folder.rglob("*.csv")]):
            for line, url in _in_csv(path) if path.suffix == ".csv" else _in_yaml(path):
                found.setdefault(url, []).append(f"{os.path.relpath(path, ROOT)}:{line}")
    return tuple(Address(url, tuple(dict.fromkeys(places))) for url, places in sorted(found.items()))


def _in_yaml(path: Path) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.lstrip().startswith("#"):
            continue
        for match in _URL.finditer(line):
            yield number, match.group(0).rstrip(".,;:)»")
        for match in ADDRESS.finditer(_URL.sub(" ", line)):
            yield number, full_url(match.group(0))


def _in_csv(path: Path) -> Iterator[tuple[int, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        for row in reader:
            for cell in row:
                if _URL.fullmatch(cell.strip()):
                    yield reader.line_num, cell.strip()
