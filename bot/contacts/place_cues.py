"""What the words around a name tell of it: somebody lives there, comes from there, moved, or it is somebody else's."""

from __future__ import annotations

from collections.abc import Iterable

from bot.contacts import vocabulary as vocab
from bot.contacts.normalise import Word

# How well a name is anchored in the sentence, from weak to strong.
BARE, NEAR, MOVED_FROM, FROM, TO, IN, OFFICE, ONCE, COMES_FROM, HOME, LIVES = 0, 1, 2, 3, 4, 5, 6, 7, 8, 8.5, 9
MOVES = -1
"""Somebody moves: to a place they then live in, or from one they do not."""
OPENING = 2.5
"""«Hamar, 19 år», «Ottestad, like ved Hamar»: a message that opens with where somebody is. Less than «jobb i Hamar»."""


def part_of_number(found: list[Word], i: int) -> bool:
    """True inside «12 3456», «1.5000», «8514,50» and phone numbers."""
    before = i > 0 and found[i - 1].low.isdigit() and found[i].before in (" ", ".", ",", "-", "/")
    after = i + 1 < len(found) and found[i + 1].low.isdigit() and found[i + 1].before in (" ", ".", ",", "-", "/")
    return before or after


def in_a_range(found: list[Word], i: int) -> bool:
    """True in «fra 4000 til 5000»."""
    near = found[max(0, i - 2) : i] + found[i + 1 : i + 3]
    return any(word.low.isdigit() and len(word.low) >= 3 for word in near)


def opens(found: list[Word], i: int, last: int) -> bool:
    """True for the place a message begins with, before anything else is said: «hei, Hamar her», «Bø, nummeret til Nav»."""
    if last + 1 >= len(found) or any(word.low not in vocab.GREETINGS for word in found[:i]):
        return False
    after = found[last + 1]
    return any(mark in after.before for mark in ",.:;–-/\n") or after.low in vocab.HERE or after.low in vocab.NEAR


def cue_of(found: list[Word], i: int, last: int) -> float:
    """How the name from word `i` to `last` is anchored by the words around it."""
    if i == 0 or all(word.low in vocab.GREETINGS for word in found[:i]):
        return OFFICE if next_is_municipality(found, last) else OPENING if opens(found, i, last) else BARE
    if any(mark in found[i].before for mark in ".!?\n"):
        return BARE
    before = found[i - 1].low
    if before in vocab.NOW_LIVING:
        return IN
    if before in vocab.NAV or (i > 1 and before == "kontoret" and found[i - 2].low in vocab.NAV):
        return OFFICE
    if (before in vocab.IS or before in vocab.CALLED) and any(word.low in vocab.MUNICIPALITY for word in found[max(0, i - 4) : i]):
        return COMES_FROM
    if before not in vocab.PREPOSITIONS:
        return OFFICE if next_is_municipality(found, last) else BARE
    return _of_preposition(found, i - 1, before)


def _of_preposition(found: list[Word], at: int, preposition: str) -> float:
    told = _told_before(found, at)
    if preposition in vocab.FROM:
        if told == MOVES:
            return MOVED_FROM
        return COMES_FROM if told or _comes_from(found, at) else FROM
    if preposition in vocab.TO:
        return LIVES if told == MOVES else TO
    if told:
        return LIVES if told == MOVES else told
    if preposition in vocab.NEAR:
        return NEAR
    if at > 0 and found[at - 1].low in vocab.OFFICES:
        return OFFICE
    return HOME if _is_there(found, at) else IN


def _is_there(found: list[Word], at: int) -> bool:
    """True in «her i Marker», and where somebody says that they are at a place: «eg e på Ålgård»."""
    if at == 0:
        return False
    at_start = at == 1 or found[at - 2].low in vocab.MYSELF | vocab.GREETINGS
    return found[at - 1].low in vocab.HERE or (found[at - 1].low in vocab.IS and at_start)


def _comes_from(found: list[Word], at: int) -> bool:
    """True when «fra» tells where the writer is from: «jeg er fra», «er fra», «æ fra»; not «det er fra»."""
    if at == 0:
        return False
    before = found[at - 1].low
    if before in vocab.IS:
        return at == 1 or found[at - 2].low not in vocab.THINGS
    return before in vocab.MYSELF


def _told_before(found: list[Word], at: int) -> float:
    """What the words up to seven before the preposition say: `LIVES`, `ONCE`, `HOME` for «har leilighet i», `MOVES`; `BARE` for nothing."""
    home, with_kin = False, False
    for j in range(at - 1, max(-1, at - 8), -1):
        low = found[j].low
        if any(mark in found[j + 1].before for mark in ".!?\n"):
            break
        if low in vocab.MOVE:  # «flytte til søstra mi i Steinkjer» and «må flytte på hybel i Narvik» are yet to come
            yet = j > 0 and found[j - 1].low in vocab.WILL
            return BARE if with_kin or home or yet else MOVES
        if low in vocab.LIVE:
            still = low in vocab.HAS_LIVED and j > 0 and found[j - 1].low in vocab.HAS
            return HOME if still else ONCE if low in vocab.ONCE_LIVED else LIVES
        home |= low in vocab.DWELLING
        with_kin |= low in vocab.RELATIVES
        moved_from = j > 0 and found[j - 1].low in vocab.FROM  # «flytta fra Oslo til Berlevåg»
        if low not in vocab.BETWEEN | vocab.DWELLING | vocab.PREPOSITIONS | vocab.RELATIVES and not moved_from:
            break
    return HOME if home else BARE


def lives_as(found: list[Word], i: int) -> bool:
    """True for who somebody says they are: «e bergensar», «er ekte siddis», «jeg er 19 og mossing», «som sandnesgauk»; not «typen er»."""
    for j in range(i - 1, max(-1, i - 5), -1):
        if any(mark in found[j + 1].before for mark in ".!?\n"):
            return False
        if found[j].low in vocab.IS or found[j].low == "som":
            return (
                j == 0
                or found[j - 1].low in vocab.MYSELF | vocab.GREETINGS | vocab.JOINING
                or any(mark in found[j].before for mark in ",.!?\n")
            )
    return False


def next_is_school(found: list[Word], last: int) -> bool:
    after = [word.low for word in found[last + 1 : last + 3]]
    return after[:1] == ["vgs"] or (len(after) == 2 and after[0] in vocab.UPPER and after[1] in vocab.SCHOOL)


def next_is_municipality(found: list[Word], last: int) -> bool:
    return last + 1 < len(found) and found[last + 1].low in vocab.MUNICIPALITY


def negated(found: list[Word], i: int) -> bool:
    """True in «ikke Harstad» and «bor ikke i Harstad», not in «ikke Harstad, Narvik», «finnes det ikke i Harstad»."""
    for j in range(i - 1, max(-1, i - 3), -1):
        if any(mark in found[j + 1].before for mark in ",;.!?\n"):
            return False
        if found[j].low in vocab.NEGATIONS:
            before = found[j - 1].low if j else ""
            return j == 0 or j == i - 1 or before in (vocab.FILLER - vocab.THINGS) | vocab.MYSELF
    return False


def stands_alone(found: list[Word], i: int, last: int, regions: Iterable[int] = ()) -> bool:
    """True when the message is this name and little else («i ski», «ski kommune», «det er ås»)."""
    if len(found) > last - i + 12:
        return False
    rest = [word.low for j, word in enumerate(found) if not i <= j <= last and j not in regions]
    return len(rest) <= 6 and all(word in vocab.FILLER for word in rest)


def of_someone_else(found: list[Word], i: int) -> bool:
    """True in «mora mi bor i Bergen»: someone of the family is said to live there."""
    for j in range(i - 1, max(-1, i - 8), -1):
        if any(mark in found[j + 1].before for mark in ",.!?\n"):
            return False
        if found[j].low in vocab.NOW_LIVING or found[j].low in vocab.IS:
            begin = j
            while begin > max(0, j - 3) and not any(mark in found[begin].before for mark in ".!?\n"):
                begin -= 1
            subject = [word.low for word in found[begin:j]]
            return any(word in vocab.RELATIVES for word in subject) and not vocab.MYSELF.intersection(subject)
    return False
