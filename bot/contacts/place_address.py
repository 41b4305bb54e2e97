"""Which municipality an address names: `/kontakt/narvik`, `/kontakt/1806`, `/kontakt/ås`, `/kontakt/bo-telemark`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from bot.contacts.normalise import folds, key
from bot.contacts.place_names import BydelRef, KommuneRef, PlaceNames
from bot.contacts.places import PlaceResult

LONGEST = 80
"""Longest name that is read, in characters."""


@dataclass(frozen=True)
class Addressed:
    """What an address names.

    Attributes:
        kommuner: none where nobody knows it, several where the name or the former number has become several.
        bydel: a district that was named instead of its municipality.
        sure: it was named by its number or by a name of its own, so that it will always mean this.
    """

    kommuner: tuple[KommuneRef, ...] = ()
    bydel: BydelRef | None = None
    sure: bool = True


class PlaceAddresses:
    """Reads the place out of an address. Made once; safe to share between threads."""

    def __init__(self, names: PlaceNames, find: Callable[[str], PlaceResult]) -> None:
        """Index every name as it may be written in an address.

        Args:
            names: the names and the former numbers.
            find: reads what is no name of the index: a postal code, a name with a slip in it.
        """
        self._names = names
        self._find = find
        self._own = {key(ref.slug): ref.nummer for ref in names.kommuner.values()}
        self._folded: dict[str, dict[str, None]] = defaultdict(dict)
        for name, entry in names.exact.items():
            for form in folds(name):
                self._folded[form].update(dict.fromkeys(entry.kommuner))

    def read(self, text: str) -> Addressed:
        """The place that a piece of an address names.

        Args:
            text: a number of today or of before, a name, or a name and its county; hyphens or spaces between the words.
        """
        text = text[:LONGEST].strip()
        if now := self._names.now(text):
            return Addressed(now)
        name = key(text)
        numbers, bydel = self._named(name)
        if numbers:
            return Addressed(tuple(self._names.kommuner[number] for number in numbers), bydel)
        found = self._find(name)
        return Addressed(found.kommuner, found.bydel, sure=False)

    def _named(self, name: str) -> tuple[tuple[str, ...], BydelRef | None]:
        """The municipalities of a whole name; of those, the ones in a county or region that is named after it."""
        if name in self._own:
            return (self._own[name],), None
        entry = self._names.exact.get(name)
        if entry is not None:
            return entry.kommuner, entry.bydel if len(entry.kommuner) == 1 else None
        if name in self._folded:
            return tuple(self._folded[name]), None
        parts = name.split(" ")
        for at in range(1, len(parts)):
            around = self._names.regions.get(" ".join(parts[at:]), ())
            numbers, _ = self._named(" ".join(parts[:at])) if around else ((), None)
            inside = tuple(number for number in numbers if number in around)
            if inside:
                return inside, None
        return (), None
