"""What a sheet would change, as lines to read before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from bot.contacts import card_text
from bot.contacts.changes import Change, Outcome
from bot.contacts.sheet_words import titles
from bot.contacts.staff_text import both, has, say

ORDER: tuple[Outcome, ...] = ("ny", "endret", "bekreftet", "borte", "uendret", "ubesvart", "avvist")


def preview(changed: Sequence[Change], unread: Sequence[str], malform: str) -> Iterator[str]:
    """The lines: each row that is new, changed, confirmed, gone or refused; then how many of each.

    Args:
        changed: what comes of each row.
        unread: headings that nobody knows.
        malform: «nb» or «nn».
    """
    for change in changed:
        if change.outcome == "ubesvart":  # only counted: a sheet has many of them
            continue
        if change.refused is not None:
            yield say("rad_avvist", malform, change.line, change.refused.told(malform))
            continue
        yield say(f"rad_{change.outcome}", malform, change.line, change.name, _seen(change, malform))
        if change.outcome in ("ny", "endret"):
            yield from _values(change, malform)
    counts = Counter(change.outcome for change in changed)
    yield ""
    yield say("teller", malform, len(changed), *(counts[outcome] for outcome in ORDER))
    if unread:
        yield say("leses_ikke", malform, ", ".join(unread))


def _seen(change: Change, malform: str) -> str:
    if change.kind is None or change.new is None:
        return ""
    days = [str(change.new[column]) for column in change.kind.dates if change.new[column]]
    return card_text.when(max(days))[malform] if days else ""


def _values(change: Change, malform: str) -> Iterator[str]:
    """Old and new of everything that differs, dates and statuses too."""
    if change.kind is None or change.new is None:
        return
    names = {column: titles(name) for name, column in change.kind.fields.items()}
    for column, value in change.new.items():
        before = change.old[column] if change.old else None
        if value == before or column == "rad" or not (column in names or change.old):
            continue
        name = names.get(column) or (both(f"dato_{column}") if has(f"dato_{column}") else None)
        if name is None:  # a status: it follows from the rest
            continue
        yield say("gammelt_nytt", malform, name, _told(before, malform), _told(value, malform))


def _told(value: Any, malform: str) -> str:
    return str(value) if value not in (None, "") else say("tom", malform)
