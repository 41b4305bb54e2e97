"""Which municipality does a message name? Precise inside free chat text, and fast.

All names are loaded once. A name that is also an everyday word («time», «sola») counts only with a
cue, and so does a number that could be a postal code. Several readings give `ambiguous`, so that
the person is asked; a wrong office costs more than a question.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from sqlalchemy.orm import Session

from bot.contacts import vocabulary as vocab
from bot.contacts.database import open_session
from bot.contacts.normalise import Word, deletions, one_edit_apart, words
from bot.contacts.place_cues import (
    BARE,
    COMES_FROM,
    FROM,
    IN,
    LIVES,
    NEAR,
    OFFICE,
    cue_of,
    in_a_range,
    negated,
    next_is_municipality,
    next_is_school,
    of_someone_else,
    part_of_number,
    stands_alone,
)
from bot.contacts.place_names import MIN_TYPO, BydelRef, KommuneRef, Name, PlaceNames

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


@dataclass(frozen=True)
class _Hit:
    first: int
    last: int
    kommuner: tuple[str, ...]
    bydel: BydelRef | None
    cue: int
    negated: bool = False
    certain: bool = True
    """False for a misspelt name."""


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
        hits = self._hits(found, expecting_place, region_words)
        hits = [hit for hit in hits if not (hit.cue == BARE and hit.first in region_words)]
        if not hits:
            return PlaceResult("none", fylke=self._single_county(regions))
        return self._choose(text, found, hits, regions)

    # Reading

    def _hits(self, found: list[Word], expecting: bool, regions: set[int]) -> list[_Hit]:
        hits: list[_Hit] = []
        i = 0
        while i < len(found):
            hit = self._number_at(found, i, expecting) if found[i].low.isdigit() else self._name_at(found, i, expecting, regions)
            if hit is None:
                i += 1
                continue
            if hits and self._joined(found, hits[-1].last, hit.first):
                hit = replace(hit, cue=max(hit.cue, hits[-1].cue))
            hits.append(hit)
            i = hit.last + 1
        return hits

    @staticmethod
    def _joined(found: list[Word], last: int, first: int) -> bool:
        """True in «Narvik eller Harstad», «Ørsta/Volda»."""
        if first - last == 2:
            return found[first - 1].low in ("eller", "og")
        return first - last == 1 and found[first].before.strip() == "/"

    def _name_at(self, found: list[Word], i: int, expecting: bool, regions: set[int]) -> _Hit | None:
        longest = min(self._names.longest.get(found[i].low, 1), len(found) - i)
        for size in range(longest, 0, -1):
            phrase = " ".join([word.low for word in found[i : i + size]])
            if size > 1 and any(mark in word.before for word in found[i + 1 : i + size] for mark in "!?,\n"):
                continue
            entry = self._names.look_up(phrase)
            if entry is None:
                continue
            last = i + size - 1
            cue = cue_of(found, i, last)
            if self._accepted(entry, found, i, last, cue, expecting, regions):
                return _Hit(i, last, entry.kommuner, entry.bydel, cue, negated(found, i))
        return None if i in regions else self._misspelt_at(found, i, expecting)

    @staticmethod
    def _personal_name(found: list[Word], i: int, entry: Name) -> bool:
        """True after «heter», and for a small place right after a capitalised word («Kari Hovland»)."""
        if any(word.low in vocab.CALLED for word in found[max(0, i - 2) : i]):
            near = found[max(0, i - 6) : i]
            return not any(word.low in vocab.PLACE_WORDS or word.low in vocab.MUNICIPALITY for word in near)
        if entry.known or i == 0 or found[i].before != " ":
            return False
        before = found[i - 1]
        return before.text[:1].isupper() and found[i].text[:1].isupper() and before.low not in vocab.NAV

    def _accepted(  # noqa: C901 – a decision list: each line is one case, and they read best together
        self,
        entry: Name,
        found: list[Word],
        i: int,
        last: int,
        cue: int,
        expecting: bool,
        regions: set[int],
    ) -> bool:
        if found[i].low == "sentrum":
            return any(word.low == "oslo" for word in found)
        if cue == BARE and self._personal_name(found, i, entry):
            return False
        if entry.kind == "strong":
            return True
        if i not in regions and stands_alone(found, i, last, regions):
            if expecting and found[i].low not in vocab.NEVER_AN_ANSWER:
                return True
            if entry.kind == "mild" and (found[i].text[:1].isupper() or (entry.known and len(found) == 1)):
                return True
        capital = found[i].capital
        if next_is_municipality(found, last):
            return capital or entry.known
        if last > i:
            return cue > BARE or capital
        if entry.kind == "generic":
            return cue > BARE and capital
        office = found[i - 1].low in vocab.NAV if i else False
        if entry.kind == "common" and (office or next_is_school(found, last)):
            return capital or (entry.known and found[i].low not in vocab.ONLY_HOME)
        if entry.kind == "mild" and next_is_school(found, last):
            return capital or entry.known
        if entry.kind == "common":
            told = cue >= (COMES_FROM if found[i].low in vocab.ONLY_HOME else OFFICE)
            return told or (cue > BARE and capital)
        if cue > BARE:
            return True
        return capital and found[i - 1].low not in vocab.NAV and self._names_a_place_before(found, i)

    def _misspelt_at(self, found: list[Word], i: int, expecting: bool) -> _Hit | None:
        word = found[i].low
        if len(word) < MIN_TYPO - 1 or word in vocab.NEVER_TYPO or self._names.look_up(word) is not None:
            return None
        cue = cue_of(found, i, i)
        strong_cue = cue == LIVES or (cue > BARE and found[i].capital)
        strong_cue |= (expecting or len(word) >= 8) and stands_alone(found, i, i)
        if not strong_cue and (cue not in (IN, FROM, OFFICE, COMES_FROM) or len(word) < MIN_TYPO):
            return None
        candidates = set()
        for part in deletions(word):
            for name in self._names.misspelt.get(part, ()):
                if name[0] == word[0] and one_edit_apart(word, name):
                    candidates.add(name)
        entries = {(e.kommuner, e.bydel) for e in map(self._names.look_up, candidates) if e is not None}
        if len(entries) != 1:
            return None
        ((numbers, bydel),) = entries
        return _Hit(i, i, numbers, bydel, cue, negated(found, i), certain=False)

    def _number_at(self, found: list[Word], i: int, expecting: bool) -> _Hit | None:
        code = found[i].low
        kommune = self._names.codes.get(code) if len(code) == 4 else None
        if kommune is None or part_of_number(found, i):
            return None
        cue = cue_of(found, i, i)
        town = self._names.town_of_code[code].split()
        after = [word.low for word in found[i + 1 : i + 1 + len(town)]]
        beside = after[:1] == town[:1] or (i > 0 and found[i - 1].low == town[-1])
        said = any(word.low in vocab.POSTCODE for word in found[max(0, i - 3) : i]) or (
            len(found) > i + 1 and found[i + 1].low in vocab.POSTCODE
        )
        named = beside or said
        if not named:
            year = 1940 <= int(code) <= 2040
            following = found[i + 1].low if i + 1 < len(found) else ""
            if following in vocab.UNITS or in_a_range(found, i):
                return None
            if cue == LIVES and i > 1 and found[i - 2].low in vocab.NOW_LIVING:
                named = True  # «bor i 2010»: nobody lives, in the present tense, in a year
            elif stands_alone(found, i, i):
                named = expecting or not year
            elif cue >= COMES_FROM and not year:
                named = True
            elif (expecting or cue in (IN, FROM)) and not year and not code.endswith("00"):
                named = not any(word.low in vocab.MONEY for word in found[max(0, i - 5) : i + 4])
        if not named:
            return None
        last = i
        if after == town:
            last = i + len(town)
        return _Hit(i, last, (kommune,), None, max(cue, IN), negated(found, i))

    def _bydel_beside(self, found: list[Word], kommune: str) -> BydelRef | None:
        """A bydel of the municipality that is named too, as in «Bergen (Fana)» and «oslo, bjerke»."""
        for i in range(len(found)):
            for size in range(min(self._names.longest.get(found[i].low, 1), len(found) - i), 0, -1):
                entry = self._names.look_up(" ".join([word.low for word in found[i : i + size]]))
                if entry and entry.bydel and entry.bydel.kommune == kommune and entry.kind != "common":
                    return entry.bydel
        return None

    def _names_a_place_before(self, found: list[Word], i: int) -> bool:
        """True when the capitalised word stands in a list of places («Oslo, Moss og Ski»)."""
        return i > 0 and found[i - 1].low in ("og", "eller") and i > 1 and self._names.look_up(found[i - 2].low) is not None

    # Choosing

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

    def _choose(self, text: str, found: list[Word], hits: list[_Hit], regions: Iterable[tuple[str, ...]]) -> PlaceResult:
        counties = {number for group in regions for number in group}
        if counties:
            hits = [self._in_counties(hit, counties) for hit in hits]
        kept = [hit for hit in hits if not hit.negated]
        if not kept:
            return PlaceResult("none")
        if len(kept) > 1:
            kept = self._settle(found, kept)
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

    def _in_counties(self, hit: _Hit, counties: set[str]) -> _Hit:
        if len(hit.kommuner) == 1:
            return hit
        inside = tuple(number for number in hit.kommuner if self._names.fylke_of[number] in counties)
        return replace(hit, kommuner=inside) if inside else hit

    def _settle(self, found: list[Word], hits: list[_Hit]) -> list[_Hit]:
        """Of several places, the one that is meant; all of them when that cannot be told."""
        last = hits[-1]
        correction = range(hits[0].last + 1, last.first)
        if any(found[j].low in vocab.CORRECTIONS for j in correction) or (
            hits[0].first > 0 and found[0].low in vocab.CORRECTIONS and any(found[j].low == "men" for j in correction)
        ):
            return [last]
        together = self._narrowed(hits)
        if together is not None:
            return together
        scored = [(self._score(found, hit), hit) for hit in hits]
        best = max(score for score, _ in scored)
        chosen = [hit for score, hit in scored if score == best]
        narrowed = self._narrowed(chosen)
        return narrowed if narrowed is not None else chosen

    @staticmethod
    def _narrowed(hits: list[_Hit]) -> list[_Hit] | None:
        """The hits when they agree on a municipality («Løkka i Oslo», «Nes i Hallingdal, Nesbyen»)."""
        shared = set(hits[0].kommuner).intersection(*(hit.kommuner for hit in hits[1:]))
        if len(shared) != 1:
            return None
        number = tuple(shared)
        bydel_first = sorted(hits, key=lambda hit: hit.bydel is None)
        return [replace(hit, kommuner=number) for hit in bydel_first]

    def _score(self, found: list[Word], hit: _Hit) -> float:
        score = float(hit.cue)
        if hit.cue >= COMES_FROM and of_someone_else(found, hit.first):
            score = float(NEAR)
        if hit.cue < COMES_FROM and hit.first > 0:
            near = found[max(0, hit.first - 4) : hit.first]
            if any(word.low in vocab.WORKPLACE for word in near):
                score -= 1.5
        return score if hit.certain else score - 0.5
