"""Which municipality does a message name? Precise inside free chat text, and fast.

All names are loaded once. Several readings give `ambiguous`, so that the person is asked; a wrong office costs more than a
question.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sqlalchemy.orm import Session

from bot.contacts.database import open_session
from bot.contacts.normalise import Word, words
from bot.contacts.place_choice import meant
from bot.contacts.place_cues import BARE, cue_of, negated, of_someone_else, stands_alone
from bot.contacts.place_names import BydelRef, KommuneRef, PlaceNames
from bot.contacts.place_reading import Hit, PlaceReader

Status = Literal["found", "ambiguous", "none"]

MAX_READINGS = 8


@dataclass(frozen=True)
class PlaceResult:
    """What a message says about where someone is.

    `kommuner` holds one municipality when found, two or more when ambiguous, none otherwise.
    `matched` is the text that named it and `span` where that stands (start, end; in characters).
    `fylke` is a county named without a municipality, or None. `region` is the name of a region smaller than a county, when that is
    all that was said of where: its largest municipalities are the choice then.
    """

    status: Status
    kommuner: tuple[KommuneRef, ...] = ()
    bydel: BydelRef | None = None
    matched: str = ""
    span: tuple[int, int] = (0, 0)
    fylke: str | None = None
    region: str = ""


class PlaceFinder:
    """Finds the place in a message. Reads the database once, when made; safe to share between threads."""

    def __init__(self, source: Session | str) -> None:
        """Load all names.

        Args:
            source: a session on the contact database, or its SQLAlchemy URL.

        Raises:
            sqlalchemy.exc.SQLAlchemyError: the database cannot be read, or holds no contact data.
        """
        if isinstance(source, str):
            with open_session(source) as session:
                self._names = PlaceNames(session)
        else:
            self._names = PlaceNames(source)
        self._reader = PlaceReader(self._names)

    @property
    def names(self) -> PlaceNames:
        """The names it reads with."""
        return self._names

    @property
    def kommuner(self) -> Mapping[str, KommuneRef]:
        """Every municipality, by its number."""
        return self._names.kommuner

    def find(self, text: str, expecting_place: bool = False) -> PlaceResult:
        """The place a message names.

        Args:
            text: the message, of any length.
            expecting_place: True when the person was just asked where they live, so that a bare
                «ski» or «2019» is an answer.
        """
        found = words(text)
        if not found:
            return PlaceResult("none")
        regions = self._regions_in(found)
        region_words = {i for region in regions for i in range(region.first, region.last + 1)}
        hits = self._reader.hits(found, expecting_place, region_words)
        hits = [hit for hit in hits if not (hit.cue == BARE and hit.first in region_words)]
        if not hits:
            return self._region(text, found, regions, expecting_place)
        kept = meant(found, hits, {number for region in regions for number in region.kommuner})
        return self._result(text, found, kept) if kept else PlaceResult("none")

    def _region(self, text: str, found: list[Word], regions: list[Hit], expecting: bool) -> PlaceResult:
        """What a message says that names no place but a region or a county: the largest municipalities of a region, to choose from."""
        counties = {self._names.fylke_of[number] for region in regions for number in region.kommuner}
        fylke = self._names.fylke_names[counties.pop()] if len(counties) == 1 else None
        small = [region for region in regions if self._phrase(found, region) in self._names.small and not region.negated]
        if len(small) != 1 or of_someone_else(found, small[0].first):
            return PlaceResult("none", fylke=fylke)
        there = small[0]
        if not (there.first == 0 or there.cue > BARE or expecting or stands_alone(found, there.first, there.last)):
            return PlaceResult("none", fylke=fylke)
        chosen = tuple(self._names.kommuner[number] for number in there.kommuner[:MAX_READINGS])
        start, end = found[there.first].start, found[there.last].end
        status: Status = "found" if len(chosen) == 1 else "ambiguous"
        return PlaceResult(status, chosen, None, text[start:end], (start, end), fylke, text[start:end])

    @staticmethod
    def _phrase(found: list[Word], hit: Hit) -> str:
        return " ".join([word.low for word in found[hit.first : hit.last + 1]])

    def _bydel_beside(self, found: list[Word], kommune: str) -> BydelRef | None:
        """A bydel of the municipality that is named too, as in «Bergen (Fana)» and «oslo, bjerke»."""
        for i in range(len(found)):
            for size in range(min(self._names.longest.get(found[i].low, 1), len(found) - i), 0, -1):
                entry = self._names.look_up(" ".join([word.low for word in found[i : i + size]]))
                if entry and entry.bydel and entry.bydel.kommune == kommune and entry.kind != "common":
                    return entry.bydel
        return None

    def _regions_in(self, found: list[Word]) -> list[Hit]:
        """The counties and regions a message names, in the order they stand."""
        regions: list[Hit] = []
        for i, word in enumerate(found):
            if word.low not in self._names.region_starts or (regions and i <= regions[-1].last):
                continue
            for size in (3, 2, 1):
                kommuner = self._names.regions.get(" ".join([each.low for each in found[i : i + size]]))
                if kommuner and i + size <= len(found):
                    last = i + size - 1
                    regions.append(Hit(i, last, kommuner, None, cue_of(found, i, last), negated(found, i)))
                    break
        return regions

    def _result(self, text: str, found: list[Word], kept: list[Hit]) -> PlaceResult:
        numbers = tuple(dict.fromkeys(number for hit in kept for number in hit.kommuner))[:MAX_READINGS]
        bydel = next((hit.bydel for hit in kept if hit.bydel and hit.bydel.kommune == numbers[0]), None)
        if bydel is None and len(numbers) == 1:
            bydel = self._bydel_beside(found, numbers[0])
        start, end = found[kept[0].first].start, found[kept[0].last].end
        return PlaceResult(
            "found" if len(numbers) == 1 else "ambiguous",
            tuple(self._names.kommuner[number] for number in numbers),
            bydel if len(numbers) == 1 else None,
            text[start:end],
            (start, end),
        )
