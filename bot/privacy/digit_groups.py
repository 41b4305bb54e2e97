"""A text's digits as groups («41 23 45 67»), and the chains that linked groups make."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

Gaps = Literal["any", "close", "phone", "-"]
"""What may stand between the groups of one number: anything that links, what an account number has, what a phone has."""

MOST_GROUPS = 11

_GROUP = re.compile(r"\d+")
_LINK = re.compile(r"[\s.,\-‐-―−/_·•:*()']{1,5}")
_CLOSE = re.compile(r"[\s.\-‐-―−]{1,2}")
_PHONE = re.compile(r"[\s.\-‐-―−()/]{1,3}")


@dataclass(frozen=True)
class Group:
    """Digits without a gap: where they stand, and what links them to the group before (empty: nothing does)."""

    start: int
    end: int
    digits: str
    gap: str
    close: bool
    phone: bool


def groups_of(text: str) -> list[Group]:
    """Every group of digits in a text, in order."""
    groups: list[Group] = []
    end = 0
    for match in _GROUP.finditer(text):
        gap = text[end : match.start()] if groups and match.start() - end <= 5 else ""
        if gap and not _LINK.fullmatch(gap):
            gap = ""
        close, phone = bool(gap and _CLOSE.fullmatch(gap)), bool(gap and _PHONE.fullmatch(gap))
        end = match.end()
        groups.append(Group(match.start(), end, match.group(0), gap, close, phone))
    return groups


class Chain:
    """The groups from one on, as far as they are linked and at most eleven; with the words before it."""

    def __init__(self, text: str, groups: list[Group], first: int) -> None:
        end = first + 1
        while end < len(groups) and end - first <= MOST_GROUPS and groups[end].gap:
            end += 1
        self.groups = groups[first:end]
        self._text = text
        self._windows: dict[int, tuple[int, bool, bool, bool]] = {}
        total, close, phone, dash = 0, True, True, True
        for count, group in enumerate(self.groups[:MOST_GROUPS], 1):
            if count > 1:
                close, phone, dash = close and group.close, phone and group.phone, dash and group.gap == "-"
            total += len(group.digits)
            if total > 16:
                break
            self._windows[total] = (count, close, phone, dash)

    @property
    def first(self) -> str:
        """The digits of the first group."""
        return self.groups[0].digits

    def window(self, length: int, gaps: Gaps) -> int:
        """How many groups have this many digits together, linked by such gaps; 0 when none have."""
        count, close, phone, dash = self._windows.get(length, (0, False, False, False))
        fits = {"any": True, "close": close, "phone": phone, "-": dash}[gaps]
        return count if fits else 0

    def digits(self, count: int) -> str:
        """The digits of the first so many groups."""
        return "".join(group.digits for group in self.groups[:count])

    def shape(self, count: int) -> tuple[int, ...]:
        """The lengths of the first so many groups."""
        return tuple(len(group.digits) for group in self.groups[:count])

    def goes_on(self, count: int) -> bool:
        """Whether a further group is linked to the first so many."""
        return count < len(self.groups)

    def end(self, count: int) -> int:
        """Where the first so many groups end in the text."""
        return self.groups[count - 1].end

    def after(self, count: int, chars: int = 14) -> str:
        """What follows the first so many groups."""
        return self._text[self.end(count) : self.end(count) + chars]

    @cached_property
    def before(self) -> str:
        """The 45 characters before the chain."""
        start = self.groups[0].start
        return self._text[max(0, start - 45) : start]

    @cached_property
    def _lower_before(self) -> str:
        return self.before.lower()

    def told(self, pattern: re.Pattern[str], *hints: str) -> bool:
        """Whether the words before say so; `hints` are bits of text of which one must be there for the pattern to fit."""
        return (not hints or any(hint in self._lower_before for hint in hints)) and bool(pattern.search(self.before))
