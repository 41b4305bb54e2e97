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
from bot.contacts.place_cues import BARE
from bot.contacts.place_names import BydelRef, KommuneRef, PlaceNames
from bot.contacts.place_reading import Hit, PlaceReader

Status = Literal["found", "ambiguous", "none"]

MAX_READINGS = 8


@dataclass(frozen=True)
class PlaceResult:
    """What a message says about where someone is.

    `kommuner` holds one municipality when found, two or more when ambiguous, none otherwise.
    `matched` is the text that named it and `span` where that stands (start, end; in characters).
    `fylke` is a county named without a municipality, or None.
    """

    status: Status
    kommuner: tuple[KommuneRef, ...] = ()
    bydel: BydelRef | None = None
    matched: str = ""
    span: tuple[int, int] = (0, 0)
    fylke: str | None = None


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
        regions, region_words = self._regions_in(found)
        hits = self._reader.hits(found, expecting_place, region_words)
        hits = [hit for hit in hits if not (hit.cue == BARE and hit.first in region_words)]
        if not hits:
            return PlaceResult("none", fylke=self._single_county(regions))
        counties = {number for group in regions for number in group}
        kept = meant(found, hits, counties, self._names.fylke_of)
        return self._result(text, found, kept) if kept else PlaceResult("none")

    def _bydel_beside(self, found: list[Word], kommune: str) -> BydelRef | None:
        """A bydel of the municipality that is named too, as in «Bergen (Fana)» and «oslo, bjerke»."""
        for i in range(len(found)):
            for size in range(min(self._names.longest.get(found[i].low, 1), len(found) - i), 0, -1):
                entry = self._names.look_up(" ".join([word.low for word in found[i : i + size]]))
                if entry and entry.bydel and entry.bydel.kommune == kommune and entry.kind != "common":
                    return entry.bydel
        return None

    def _regions_in(self, found: list[Word]) -> tuple[list[tuple[str, ...]], set[int]]:
        regions = []
        where: set[int] = set()
        for i, word in enumerate(found):
            if i in where or word.low not in self._names.region_starts:
                continue
            for size in (3, 2, 1):
                counties = self._names.regions.get(" ".join([each.low for each in found[i : i + size]]))
                if counties and i + size <= len(found):
                    regions.append(counties)
                    where.update(range(i, i + size))
                    break
        return regions, where

    def _single_county(self, regions: list[tuple[str, ...]]) -> str | None:
        counties = {number for group in regions for number in group}
        return self._names.fylke_names.get(counties.pop()) if len(counties) == 1 else None

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
