"""Where one can write instead of calling (data/contacts/skrive.yml), and what to write."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.contacts import card_text as words
from bot.contacts.card import ContactCard, WayToWrite
from bot.contacts.tables import SERVICES, BadValueError, url
from bot.settings import MALFORMER, ROOT
from bot.yaml_lines import ContentError, read_yaml

WRITING = ROOT / "data" / "contacts" / "skrive.yml"
_NEEDED = {"side", "knapp", "naar", "kilde"}
_MAY_HAVE = {"tjenester", "uten_epost", "alder"}


@dataclass(frozen=True)
class Page:
    """A page where one can write, and whom it is for."""

    way: WayToWrite
    services: tuple[str, ...]
    without_email: tuple[str, ...]
    """Services that get it only where there is nobody to send an e-mail."""
    ages: tuple[int, int] | None
    """From and to the age a person reaches this year."""


def with_writing(service: str, cards: tuple[ContactCard, ...]) -> tuple[ContactCard, ...]:
    """The cards of a service with where to write and what, each on the first card where it fits."""
    if not cards:
        return cards
    email = any(card.email for card in cards)
    pages = [page for page in load_pages() if service in page.services or (service in page.without_email and not email)]
    first, *others = cards
    written = [replace(first, write=tuple(page.way for page in pages)), *others]
    at = next((index for index, card in enumerate(written) if card.write or card.email), None)
    if at is not None:
        advice = (words.company(service), words.text("epost_raad") if email else None)
        written[at] = replace(written[at], message=words.written_to(service), before=tuple(text for text in advice if text))
    return tuple(written)


def told_together(cards: list[dict[str, Any]], age: int | None, malform: str) -> list[dict[str, Any]]:
    """Cards of one reply: the first also has the pages for who is that old, and no page stands twice.

    Args:
        cards: as `Card.as_json` gives them.
        age: the age the person reaches this year; None when it was not told.
    """
    told: list[dict[str, Any]] = []
    seen: set[str] = set()
    for card in cards:
        pages = [*card["write"], *(() if told or age is None else (way.as_json(malform) for way in _for_age(age)))]
        told.append({**card, "write": [page for page in pages if page["url"] not in seen]})
        seen.update(page["url"] for page in pages)
    return told


def _for_age(age: int) -> Iterable[WayToWrite]:
    return (page.way for page in load_pages() if page.ages and page.ages[0] <= age <= page.ages[1])


@lru_cache(maxsize=1)
def load_pages(path: Path = WRITING) -> tuple[Page, ...]:
    """Every page where one can write.

    Raises:
        ContentError: a page lacks something, has what is not known, or is for nobody.
    """
    document = read_yaml(path)
    return tuple(_page(row, f"{path}:{document.line((name,))}: {name}") for name, row in document.value.items())


def _page(row: Any, where: str) -> Page:
    if not isinstance(row, dict) or not _NEEDED <= set(row) <= _NEEDED | _MAY_HAVE:
        raise ContentError(f"{where} must have {', '.join(sorted(_NEEDED))}, and may have {', '.join(sorted(_MAY_HAVE))}")
    if any(not isinstance(row[name], dict) or set(row[name]) != set(MALFORMER) for name in ("knapp", "naar")):
        raise ContentError(f"{where}: knapp and naar must have exactly {', '.join(MALFORMER)}")
    services, without_email = tuple(row.get("tjenester", ())), tuple(row.get("uten_epost", ()))
    unknown = sorted({*services, *without_email} - set(SERVICES))
    ages = row.get("alder")
    if unknown or not (services or without_email or ages):
        raise ContentError(f"{where}: tjenester and uten_epost are among {', '.join(SERVICES)}; without any, it needs alder")
    if ages is not None and (len(ages) != 2 or not all(isinstance(age, int) for age in ages) or ages[0] > ages[1]):
        raise ContentError(f"{where}: alder is from and to, as [13, 20]")
    try:
        address = url(row["side"])
    except BadValueError as error:
        raise ContentError(f"{where}: side: {error}") from None
    return Page(WayToWrite(address, row["knapp"], row["naar"]), services, without_email, (ages[0], ages[1]) if ages else None)
