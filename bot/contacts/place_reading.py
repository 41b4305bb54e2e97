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
    HOME,
    IN,
    LIVES,
    OFFICE,
    ONCE,
    OPENING,
    cue_of,
    in_a_range,
    lives_as,
    negated,
    next_is_municipality,
    next_is_school,
    part_of_number,
    stands_alone,
)
from bot.contacts.place_names import MIN_TYPO, BydelRef, Name, PlaceNames

NOT_BARE = vocab.ONLY_HOME | vocab.NEVER_AN_ANSWER
"""Names that are none where nobody asked for a place, even with a capital: «Time», «Heim»."""
SHORTEST_SLIP = 5
"""Fewest letters of a word that may be a name with a slip in it: «nrvik»."""


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
    cue: float
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
            cue = self._cue(entry, found, i, last, expecting)
            if self._accepted(entry, found, i, last, cue, expecting, regions):
                return Hit(i, last, entry.kommuner, entry.bydel, cue, negated(found, i))
        return None if i in regions else self._misspelt_at(found, i, expecting)

    @staticmethod
    def _cue(entry: Name, found: list[Word], i: int, last: int, expecting: bool) -> float:
        """How the name is anchored; somebody from there counts only where the writer says so of themselves."""
        if entry.kind != "people":
            return cue_of(found, i, last)
        opening = all(word.low in vocab.GREETINGS | vocab.GENUINE for word in found[:i])
        return COMES_FROM if expecting or opening or lives_as(found, i) else BARE

    @staticmethod
    def _personal_name(found: list[Word], i: int, entry: Name) -> bool:
        """True after «heter», and for a small place right after a capitalised word («Kari Hovland»)."""
        if any(word.low in vocab.CALLED for word in found[max(0, i - 2) : i]):
            near = found[max(0, i - 6) : i]
            of_place = any(word.low in vocab.PLACE_WORDS or word.low in vocab.MUNICIPALITY for word in near)
            return not of_place and not any(word.low in vocab.THINGS for word in near)  # «det som het Verran»
        if found[i].capital and found[i].before == " " and _relative_before(found, i):
            return True
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
        cue: float,
        expecting: bool,
        regions: set[int],
    ) -> bool:
        if entry.kind == "people":
            return cue > BARE
        if last == i and found[i].low in vocab.NOT_A_PLACE and not (cue == LIVES and found[i].capital):
            return False
        if found[i].low == "sentrum":
            return any(word.low == "oslo" for word in found)
        if cue <= OPENING and self._personal_name(found, i, entry):
            return False
        if entry.kind == "strong":
            return True
        if i not in regions and stands_alone(found, i, last, regions):
            if expecting and found[i].low not in (vocab.NOT_A_PLACE if len(found) == 1 else vocab.NEVER_AN_ANSWER):
                return True
            if entry.kind == "mild" and (found[i].text[:1].isupper() or len(found) == 1):
                return True
            if entry.kind == "common" and len(found) == 1 and found[i].text[:1].isupper() and found[i].low not in NOT_BARE:
                return True
        if self._in_its_region(entry, found, i, last):
            return True
        if cue == OPENING:
            return entry.kind == "mild" or (entry.known and _age_follows(found, last))
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

    def _in_its_region(self, entry: Name, found: list[Word], i: int, last: int) -> bool:
        """True in «Os i Østerdalen», «Birkeland i Agder», «mo, Helgeland», «Setesdal, valle»: the name, and the county or region it lies in."""
        after = found[last + 2 : last + 5] if last + 1 < len(found) and found[last + 1].low in vocab.IN else []
        beside = [] if found[i].low in NOT_BARE else [found[last + 1 : last + 4]]
        begins = (" ".join([word.low for word in words[:size]]) for words in (after, *beside) for size in range(len(words), 0, -1))
        ends = (" ".join([word.low for word in found[i - size : i]]) for size in (3, 2, 1) if beside and i >= size)
        return any(set(entry.kommuner).intersection(self._names.regions.get(name, ())) for name in (*begins, *ends))

    def _misspelt_at(self, found: list[Word], i: int, expecting: bool) -> Hit | None:
        word = found[i].low
        if len(word) < SHORTEST_SLIP or word in vocab.NEVER_TYPO or self._names.look_up(word) is not None:
            return None
        cue = cue_of(found, i, i)
        opening = cue == OPENING and found[i + 1].low not in vocab.NEAR
        alone = stands_alone(found, i, i) and (expecting or len(found) == 1 or len(word) >= 8)
        strong_cue = cue == LIVES or opening or alone or (cue > BARE and found[i].capital)
        if not strong_cue and (cue not in (IN, FROM, OFFICE, ONCE, HOME, COMES_FROM) or len(word) < SHORTEST_SLIP):
            return None
        shortest = MIN_TYPO - 1 if alone or cue == LIVES else MIN_TYPO
        near = {name for part in deletions(word) for name in self._names.misspelt.get(part, ()) if one_edit_apart(word, name)}
        near = {name for name in near if (name[0] == word[0] or name[1:] == word) and len(name) >= shortest}  # «jøvik»
        # The longer name has less of it wrong, and a municipality is meant more often than a part of one.
        near = {name for name in near if len(name) >= MIN_TYPO} or near
        near = near & self._names.municipalities or near
        entries = {(e.kommuner, e.bydel) for e in map(self._names.look_up, near) if e is not None}
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
        said = any(word.low in vocab.POSTCODE for word in found[max(0, i - 3) : i + 3])
        if not (beside or said or self._meant_as_code(found, i, cue, expecting)):
            return None
        last = i
        if after == town:
            last = i + len(town)
        return Hit(i, last, (kommune,), None, max(cue, IN), negated(found, i))

    @staticmethod
    def _meant_as_code(found: list[Word], i: int, cue: float, expecting: bool) -> bool:
        """Whether a number that no word calls a postal code is one, and no year and no sum."""
        code, following = found[i].low, found[i + 1].low if i + 1 < len(found) else ""
        year, even = 1940 <= int(code) <= 2040, code.endswith("00")
        if cue == LIVES and not year and following not in vocab.UNITS:
            return True
        if following in vocab.UNITS or in_a_range(found, i):
            return False
        if cue == LIVES and i > 1 and found[i - 2].low in vocab.NOW_LIVING:
            return True  # «bor i 2010»: nobody lives, in the present tense, in a year
        if stands_alone(found, i, i):
            return expecting or not year
        if year:
            return False
        if cue >= COMES_FROM or cue == OPENING:
            return True
        if i == 0 or any(word.low in vocab.POSTCODE | vocab.ADDRESS for word in found[:i]):
            return not even
        if (expecting or cue in (IN, FROM)) and not even:
            return not any(word.low in vocab.MONEY for word in found[max(0, i - 5) : i + 4])
        return False

    def _names_a_place_before(self, found: list[Word], i: int) -> bool:
        """True when the capitalised word stands in a list of places («Oslo, Moss og Ski»)."""
        return i > 0 and found[i - 1].low in ("og", "eller") and i > 1 and self._names.look_up(found[i - 2].low) is not None


def _age_follows(found: list[Word], last: int) -> bool:
    """True in «Os, 19 år», «Time, er 22»."""
    near = [word.low for word in found[last + 1 : last + 4]]
    return any(word.isdigit() and len(word) == 2 for word in near)


def _relative_before(found: list[Word], i: int) -> bool:
    """True in «søstera mi Frøya», «onkel Roan»."""
    before = [word.low for word in found[max(0, i - 2) : i]]
    return bool(before) and (before[-1] in vocab.RELATIVES or (before[0] in vocab.RELATIVES and before[-1] in vocab.MINE))
