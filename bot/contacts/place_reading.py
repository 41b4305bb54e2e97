"""Reads the places that stand in a message: names, postal codes, and names with one slip in them.

A name that is also an everyday word («time», «sola») counts only with a cue, and so does a number that could be a postal code.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.contacts import vocabulary as vocab
from bot.contacts.normalise import Word, deletions, one_edit_apart
from bot.contacts.place_cues import (
    BARE,
    COMES_FROM,
    FROM,
    IN,
    LIVES,
    OFFICE,
    cue_of,
    in_a_range,
    negated,
    next_is_municipality,
    next_is_school,
    part_of_number,
    stands_alone,
)
from bot.contacts.place_names import MIN_TYPO, BydelRef, Name, PlaceNames


@dataclass(frozen=True)
class Hit:
    """A place that stands in a message.

    Attributes:
        first, last: the words that name it.
        kommuner: the municipalities it may be.
        cue: how much the words around say that somebody is there (bot/contacts/place_cues.py).
    """

    first: int
    last: int
    kommuner: tuple[str, ...]
    bydel: BydelRef | None
    cue: int
    negated: bool = False
    certain: bool = True
    """False for a misspelt name."""


class PlaceReader:
    """Finds every place in a message, whether it is meant or not."""

    def __init__(self, names: PlaceNames) -> None:
        self._names = names

    def hits(self, found: list[Word], expecting: bool, regions: set[int]) -> list[Hit]:
        """The places in the order they stand.

        Args:
            found: the message's words.
            expecting: the person was just asked where they live.
            regions: the words that name a county or a part of the country.
        """
        hits: list[Hit] = []
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

    def _name_at(self, found: list[Word], i: int, expecting: bool, regions: set[int]) -> Hit | None:
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
                return Hit(i, last, entry.kommuner, entry.bydel, cue, negated(found, i))
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

    def _misspelt_at(self, found: list[Word], i: int, expecting: bool) -> Hit | None:
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
        return Hit(i, i, numbers, bydel, cue, negated(found, i), certain=False)

    def _number_at(self, found: list[Word], i: int, expecting: bool) -> Hit | None:
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
        return Hit(i, last, (kommune,), None, max(cue, IN), negated(found, i))

    def _names_a_place_before(self, found: list[Word], i: int) -> bool:
        """True when the capitalised word stands in a list of places («Oslo, Moss og Ski»)."""
        return i > 0 and found[i - 1].low in ("og", "eller") and i > 1 and self._names.look_up(found[i - 2].low) is not None
