"""Of the places in a message, the one that is meant; all of them when that cannot be told."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from bot.contacts import vocabulary as vocab
from bot.contacts.normalise import Word
from bot.contacts.place_cues import COMES_FROM, NEAR, ONCE, of_someone_else
from bot.contacts.place_reading import Hit


def meant(found: list[Word], hits: list[Hit], around: Collection[str]) -> list[Hit]:
    """The hits that are meant, the likeliest first; none where every one is denied («ikke i Bodø»).

    Args:
        found: the message's words.
        around: the municipalities of the counties and regions it names too, which narrow a name that several municipalities have.
    """
    if around:
        hits = [_inside(hit, around) for hit in hits]
    kept = [hit for hit in hits if not hit.negated]
    return _settle(found, kept) if len(kept) > 1 else kept


def _inside(hit: Hit, around: Collection[str]) -> Hit:
    inside = tuple(number for number in hit.kommuner if number in around)
    return replace(hit, kommuner=inside) if inside else hit


def _settle(found: list[Word], hits: list[Hit]) -> list[Hit]:
    """Of several places, the one that is meant; all of them when that cannot be told."""
    last = hits[-1]
    correction = range(hits[0].last + 1, last.first)
    if any(found[j].low in vocab.CORRECTIONS for j in correction) or (
        hits[0].first > 0 and found[0].low in vocab.CORRECTIONS and any(found[j].low == "men" for j in correction)
    ):
        return [last]
    together = _narrowed(hits)
    if together is not None:
        return together
    scored = [(_score(found, hit), hit) for hit in hits]
    best = max(score for score, _ in scored)
    chosen = [hit for score, hit in scored if score == best]
    narrowed = _narrowed(chosen)
    return narrowed if narrowed is not None else chosen


def _narrowed(hits: list[Hit]) -> list[Hit] | None:
    """The hits when they agree on a municipality («Løkka i Oslo», «Nes i Hallingdal, Nesbyen»)."""
    shared = set(hits[0].kommuner).intersection(*(hit.kommuner for hit in hits[1:]))
    if len(shared) != 1:
        return None
    number = tuple(shared)
    bydel_first = sorted(hits, key=lambda hit: hit.bydel is None)
    return [replace(hit, kommuner=number) for hit in bydel_first]


def _score(found: list[Word], hit: Hit) -> float:
    score = float(NEAR if hit.cue == ONCE else hit.cue)  # «bodde i Bergen, men har leilighet i Skien»
    if hit.cue >= COMES_FROM and of_someone_else(found, hit.first):
        score = float(NEAR)
    if hit.cue < COMES_FROM and hit.first > 0:
        near = found[max(0, hit.first - 4) : hit.first]
        if any(word.low in vocab.WORKPLACE for word in near):
            score = max(score - 1.5, min(score, 0.5))
    return score if hit.certain else score - 0.5
