"""Does every address in a text lead somewhere? What looks like one opens, and its site is one we know."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.content.check.everywhere import Line
from bot.content.check.finding import Finding, at_key
from bot.content.figures import REFERENCE
from bot.content.sites import ADDRESS, host

_LOOKS_LIKE_ONE = re.compile(
    r"\S*(?:https?:|www\.|\w@\w)\S*"  # written in full, or an address for mail
    r"|\b\w[\w-]*\.[^\W\d_]{2,}\b"  # a dot inside a word: «vigo.noo»
    r"|\b\w[\w-]+ ?\. ?(?:no|com|org)\b"  # a space got in: «vigo. no»
)
_SHORTENED = frozenset({"f.eks", "bl.a", "o.l", "m.m", "t.o.m", "f.o.m"})


def check_addresses(lines: Iterable[Line], sites: frozenset[str]) -> Iterator[Finding]:
    """Every address that would not open, or whose site is not in sites.yml.

    Args:
        sites: the sites we know.
    """
    for line in lines:
        text = REFERENCE.sub("", line.raw)
        for address in dict.fromkeys(ADDRESS.findall(text)):
            if host(address) not in sites:
                told = f"«{address}» is on no site we know: mend it, or add {host(address)} to sites.yml"
                yield at_key(line.document, line.key, "address-site", told)
        for odd in dict.fromkeys(_LOOKS_LIKE_ONE.findall(ADDRESS.sub(" ", text))):
            if odd.lower() not in _SHORTENED:
                told = f"«{odd}» looks like an address and cannot be pressed: write it as vigo.no or nav.no/klage"
                yield at_key(line.document, line.key, "address-form", told)
