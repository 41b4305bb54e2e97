"""Addresses on the web as answers write them: «vigo.no», «nav.no/klage»; and the sites we know (data/content/sites.yml)."""

from __future__ import annotations

import re
from pathlib import Path

from bot.content.schema import read_checked

ADDRESS = re.compile(r"(?<![\w@./-])(?:[A-Za-z0-9-]+\.)+(?:no|com|org)(?:/[A-Za-z0-9/_-]*[A-Za-z0-9])?(?![\w@])")
"""An address in prose. The browser has the same pattern in text.js."""


def host(address: str) -> str:
    """The site of an address: `nav.no` of «nav.no/klage», and of «Nav.no» that begins a sentence."""
    return address.partition("/")[0].lower()


def full_url(address: str) -> str:
    """What the browser opens: `https://nav.no/klage`."""
    site, slash, path = address.partition("/")
    return f"https://{site.lower()}{slash}{path}"


def load_sites(path: Path) -> frozenset[str]:
    """The sites that texts may send people to; a folder without the file names none.

    Raises:
        ContentError: it breaks its schema.
    """
    if not path.exists():
        return frozenset()
    return frozenset(read_checked(path, "sites.schema.json").value)
