"""The one address of each municipality: `narvik`, `as` for Ås, `bo-nordland` where others are called Bø too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.contacts.normalise import key

_PLAIN = str.maketrans({"æ": "ae", "ø": "o", "å": "a"})
"""As municipalities write their own addresses: as.kommune.no, bo.kommune.no."""


def slug(name: str) -> str:
    """A name as a piece of an address: letters a to z, and hyphens."""
    return key(name).translate(_PLAIN).replace(" ", "-")


def slugs(places: Iterable[tuple[str, str, str]], meanings: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """The address of each municipality by its number; with the county where the bare name may mean another place.

    Args:
        places: number, name and county of each municipality.
        meanings: the municipalities that a name can mean, by the name as `key` gives it.
    """
    meant: dict[str, set[str]] = {}
    for name, numbers in meanings.items():
        meant.setdefault(slug(name), set()).update(numbers)
    found = {}
    for number, name, county in places:
        bare = slug(name.split(" (")[0])
        found[number] = bare if meant.get(bare, {number}) == {number} else f"{bare}-{slug(county)}"
    return found
